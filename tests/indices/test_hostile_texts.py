"""No text a person can send fails or makes the index work without bound; counted, not timed."""

from collections.abc import Iterator

import pytest

from canse.domain.search_knowledge import Promotion, SearchKnowledge, Synonym
from indices.port import (
    MAX_PAGE_SIZE,
    MAX_SUGGESTIONS,
    MAX_TEXT_LENGTH,
    Facet,
    Order,
    Page,
    Query,
    SearchIndex,
)
from indices.query import MAX_CORRECTIONS, MAX_WORDS, AllOf, AnyOf, Node, Word, plan
from indices.spanish import MAX_WORD_LETTERS, is_stop_word, tokens
from indices.synonyms import MAX_EXPRESSION_WORDS, Synonyms
from indices.typos import MAX_COMPLETIONS, Vocabulary
from indices.whoosh_engine import WhooshIndex
from tests.indices.hostile_texts import Hostile, Troublemaker, known_attacks
from tests.indices.load_catalogue import other_services

SERVICES = 120
TEXTS = 1_300
SEED = 11
SYNONYMS = (
    Synonym(expression="servicio uno", term="licencia de conducir", is_two_way=True),
    Synonym(expression="salud", term="agua"),
    Synonym(expression="salud", term="constancia de nacimiento"),
)
KNOWLEDGE = SearchKnowledge(
    synonyms=SYNONYMS,
    promotions=(Promotion(phrase="agua", service_id=3), Promotion(phrase="*", service_id=4)),
    unsuggested=frozenset({"vehiculo"}),
    queries={"licencia de conducir": 3, "a": 1},
    clicks={5: 4},
)
# A variant for the ñ, one without, and what the word may go on to.
MOST_VARIANTS = 2 + MAX_COMPLETIONS


class CountingVocabulary(Vocabulary):
    """A vocabulary that counts the words looked for among all others."""

    def __init__(self, counts: dict[str, int]) -> None:
        super().__init__(counts, Synonyms(SYNONYMS).words)
        self.looked_for: list[str] = []
        find = self.nearest

        def counted(word: str) -> str | None:
            self.looked_for.append(word)
            return find(word)

        self.nearest = counted


@pytest.fixture(scope="module")
def words() -> list[str]:
    """The words of the catalogue, and some of such length that many mistakes fit."""
    texts = (text for one in other_services("nueva", 30) for text in one.texts.values())
    found = {token.written for text in texts for token in tokens(text) if token.written}
    begun_alike = {f"per{first}{last}tancia" for first in "abcdefgh" for last in "abcdefgh"}
    return sorted(found | begun_alike)


@pytest.fixture(scope="module")
def hostile(words: list[str]) -> list[Hostile]:
    return [*known_attacks(words), *Troublemaker(words, SEED).texts(TEXTS)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    made = WhooshIndex(tmp_path_factory.mktemp("index"))
    made.rebuild(other_services("nueva", SERVICES), applied=1, knowledge=KNOWLEDGE)
    return made


def test_every_text_has_a_page_that_holds_together(
    index: SearchIndex, hostile: list[Hostile]
) -> None:
    for place, one in enumerate(hostile):
        order = tuple(Order)[place % len(Order)]
        page = index.search(Query(text=one.text, order=order, facets=tuple(Facet), explain=True))

        assert not page.is_degraded
        assert page.total >= len(page.hits) == min(page.total, 10), one
        for hit in (*page.hits, *page.nearest):
            for name, spans in hit.marks.items():
                assert all(0 <= start < end <= len(hit.fields[name]) for start, end in spans), one


def test_every_text_has_suggestions_or_none(index: SearchIndex, hostile: list[Hostile]) -> None:
    for one in hostile:
        assert len(index.suggest(one.text)) <= MAX_SUGGESTIONS, one


def test_any_page_of_any_size_is_cut(index: SearchIndex) -> None:
    sizes = (-(10**9), -1, 0, 1, 10**12)

    pages = [index.search(Query(page=page, page_size=size)) for page in sizes for size in sizes]

    assert max(len(page.hits) for page in pages) == MAX_PAGE_SIZE
    assert {page.total for page in pages} == {SERVICES}


def test_any_value_of_a_filter_finds_what_has_it(
    index: SearchIndex, hostile: list[Hostile]
) -> None:
    for one in hostile[::10]:
        filters = dict.fromkeys(Facet, (one.text, one.text[:3], ""))
        assert index.search(Query(filters=filters, facets=tuple(Facet))).total == 0, one


def test_plan_of_every_text_is_bounded(words: list[str], hostile: list[Hostile]) -> None:
    vocabulary, synonyms = CountingVocabulary(dict.fromkeys(words, 1)), Synonyms(SYNONYMS)
    most_targets = len(SYNONYMS)
    most = 0

    for one in hostile:
        planned = plan(one.text, vocabulary, synonyms)

        # Where all words are little ones, all of them are looked for.
        little = all(is_stop_word(token.word) for token in tokens(one.text[:MAX_TEXT_LENGTH]))
        assert len(planned.clauses) <= (3 * MAX_WORDS if little else MAX_WORDS), one
        most = max(most, 0 if little else len(planned.clauses))
        assert len(planned.bonuses) <= MAX_WORDS, one
        assert sum(len(word.variants) for word in words_of(planned.clauses)) <= (
            MOST_VARIANTS + len(planned.clauses) * (2 + most_targets * MAX_EXPRESSION_WORDS)
        ), one
        assert len(planned.correction) <= MAX_TEXT_LENGTH + MAX_CORRECTIONS * MAX_WORD_LETTERS, one

    assert most == MAX_WORDS


def words_of(nodes: tuple[Node, ...]) -> Iterator[Word]:
    """All words of some nodes."""
    for node in nodes:
        match node:
            case Word():
                yield node
            case AllOf(parts):
                yield from words_of(parts)
            case AnyOf(options):
                yield from words_of(options)


def test_only_the_last_word_is_completed_and_only_to_so_many(words: list[str]) -> None:
    planned = plan("per perb per", Vocabulary(dict.fromkeys(words, 1)), Synonyms(()))

    assert [len(word.variants) for word in words_of(planned.clauses)] == [1, 1, 1 + MAX_COMPLETIONS]


def test_no_more_words_are_corrected_than_allowed(words: list[str], hostile: list[Hostile]) -> None:
    vocabulary, synonyms = Vocabulary(dict.fromkeys(words, 1)), Synonyms(SYNONYMS)
    most = 0

    for one in hostile:
        text = one.text[:MAX_TEXT_LENGTH]
        retyped = plan(one.text, vocabulary, synonyms).correction
        before = [token.written for token in tokens(text)]
        after = [token.written for token in tokens(retyped)] or before
        changed = sum(old != new for old, new in zip(before, after, strict=False))
        assert changed <= MAX_CORRECTIONS, one
        most = max(most, changed)

    assert most == MAX_CORRECTIONS


def test_words_looked_up_among_all_others_are_few(words: list[str], hostile: list[Hostile]) -> None:
    vocabulary, synonyms = CountingVocabulary(dict.fromkeys(words, 1)), Synonyms(SYNONYMS)

    for one in hostile:
        vocabulary.looked_for.clear()
        plan(one.text, vocabulary, synonyms)
        assert len(vocabulary.looked_for) <= MAX_WORDS, one
        assert all(len(word) <= 2 * MAX_WORD_LETTERS for word in vocabulary.looked_for), one


def pages(index: SearchIndex, *texts: str) -> list[Page]:
    return [index.search(Query(text=text)) for text in texts]


def test_what_stands_behind_the_cut_counts_for_nothing(index: SearchIndex) -> None:
    beginning = ("licencia de conducir " * 20)[:MAX_TEXT_LENGTH]

    short, long = pages(index, beginning, beginning + " pasaporte de salud" * 500)

    assert (short.total, short.hits) == (long.total, long.hits)
    assert short.total > 0
