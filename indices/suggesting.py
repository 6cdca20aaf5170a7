"""What a person may be typing: past searches, institutions and categories, and services."""

from collections.abc import Iterable, Iterator
from itertools import islice

from indices.port import MAX_SUGGESTIONS, MAX_TEXT_LENGTH, Query, Suggestion, SuggestionKind
from indices.searching import Corpus, search
from indices.spanish import is_stop_word, tokens

FEWEST_LETTERS = 2
MOST_OF_A_KIND = 2
MOST_SERVICES = 6


def suggest(corpus: Corpus, text: str) -> tuple[Suggestion, ...]:
    """At most MAX_SUGGESTIONS, services last and most; nothing for a lone letter."""
    words = [token.word for token in tokens(text[:MAX_TEXT_LENGTH])]
    if sum(map(len, words)) < FEWEST_LETTERS:
        return ()
    found = (
        *islice(_queries(corpus, words), MOST_OF_A_KIND),
        *islice(_named(corpus, words), MOST_OF_A_KIND),
        *_services(corpus, text),
    )
    return tuple(dict.fromkeys(found))[:MAX_SUGGESTIONS]


def _queries(corpus: Corpus, words: list[str]) -> Iterator[Suggestion]:
    """Past searches that begin so, the most frequent first."""
    past = corpus.knowledge.queries
    begun = " ".join(words)
    found = (text for text in past if text.startswith(begun) and text != begun)
    for text in sorted(found, key=lambda text: (-past[text], text)):
        if _may_be_said(corpus, text):
            yield Suggestion(kind=SuggestionKind.QUERY, text=text)


def _named(corpus: Corpus, words: list[str]) -> Iterator[Suggestion]:
    """Institutions and categories that have a word beginning with each word typed."""
    for kind, slug, name in corpus.names:
        own = [token.word for token in tokens(name)]
        if all(any(word.startswith(typed) for word in own) for typed in words):
            yield Suggestion(kind=kind, text=name, slug=slug)


def _services(corpus: Corpus, text: str) -> Iterable[Suggestion]:
    page = search(corpus, Query(text=text, page_size=MOST_SERVICES))
    for hit in page.hits if page.is_confident else ():
        if _may_be_said(corpus, hit.fields["name"]):
            yield Suggestion(kind=SuggestionKind.SERVICE, text=hit.fields["name"], slug=hit.slug)


def _may_be_said(corpus: Corpus, text: str) -> bool:
    """Whether no word of the text is one that staff keep from being suggested."""
    banned = corpus.knowledge.unsuggested
    return not banned or banned.isdisjoint(
        token.word for token in tokens(text) if not is_stop_word(token.word)
    )
