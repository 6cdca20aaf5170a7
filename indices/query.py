"""How the text a citizen typed becomes a plan: which terms, in which combinations.

Pure: it knows the vocabulary and the synonyms, but no engine. The text itself never reaches an
engine; a plan holds only stems that our own analysis made.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from indices.phrases import pair_terms, telling_stems, whole_term
from indices.port import MAX_TEXT_LENGTH
from indices.spanish import Token, is_everyday, is_faint, is_stop_word, stem, terms_of_word, tokens
from indices.synonyms import Synonyms
from indices.typos import Vocabulary

MAX_WORDS = 12
MAX_CORRECTIONS = 4
MIN_PREFIX_LETTERS = 2
COMPLETION_WEIGHT = 0.4
WITHOUT_TILDE_WEIGHT = 0.6
SYNONYM_WEIGHT = 0.9
FAINT_WEIGHT = 0.4
"""Of words that half the catalogue has, and of small numbers: "14 años", "una solicitud"."""
PAIRS_SHARE = 0.15
WHOLE_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Word:
    """Documents with any of these terms, each with a weight: forms of one word.

    The `weight` of the word itself is under 1 where it tells little of what is looked for.
    """

    variants: tuple[tuple[str, float], ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class AllOf:
    """Documents that have every part."""

    parts: tuple["Node", ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents that have one of these; the best counts."""

    options: tuple["Node", ...]


Node = Word | AllOf | AnyOf


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What to look for: every clause if enough documents have them all, else some.

    `said` holds the words of each clause as typed. `bonuses` are terms of phrases, each with the
    share of the whole that a document found gains by holding it. `is_all` says that nothing was
    typed. `correction` is the text to offer instead, or "".
    """

    clauses: tuple[Node, ...]
    is_all: bool
    said: tuple[str, ...] = ()
    bonuses: tuple[tuple[str, float], ...] = ()
    correction: str = ""


def plan(text: str, vocabulary: Vocabulary, synonyms: Synonyms, *, is_exact: bool = False) -> Plan:
    """Make the plan of a text; any text has one. `is_exact` takes its words as they stand."""
    text = text[:MAX_TEXT_LENGTH]
    typed = _within_cap(list(tokens(text)))
    if is_exact:
        return _exact_plan(text, typed, vocabulary)
    last = typed[-1] if typed and typed[-1].end == len(text) else None
    covered = _covered([token.word for token in typed], synonyms)
    meant = _meant(typed, covered, vocabulary, last)
    clauses = _clauses(meant, vocabulary, synonyms, has_prefix=last is not None)
    return Plan(
        clauses=tuple(clauses),
        said=tuple(clauses.values()),
        bonuses=_bonuses(meant),
        is_all=not text.strip(),
        correction=_retyped(text, typed, meant, vocabulary),
    )


def _exact_plan(text: str, typed: Sequence[Token], vocabulary: Vocabulary) -> Plan:
    telling = [token for token in typed if not is_stop_word(token.word)]
    clauses = {_word(token, vocabulary): token.written for token in telling}
    return Plan(clauses=tuple(clauses), said=tuple(clauses.values()), is_all=not text.strip())


def _bonuses(meant: Sequence[Token]) -> tuple[tuple[str, float], ...]:
    """What the words together gain: each pair of neighbours its part, the whole name its own."""
    stems = telling_stems(meant)
    pairs = dict.fromkeys(pair_terms(stems))
    found = {term: PAIRS_SHARE / len(pairs) for term in pairs}
    if stems:
        found[whole_term(stems)] = WHOLE_SHARE
    return tuple(found.items())


def _within_cap(typed: list[Token]) -> list[Token]:
    """The first MAX_WORDS telling words, with the little words between them."""
    kept: list[Token] = []
    telling = 0
    for token in typed:
        telling += not is_stop_word(token.word)
        if telling > MAX_WORDS:
            break
        kept.append(token)
    # Some hundred little words in a row are still a flood.
    return kept[: 3 * MAX_WORDS]


def _covered(words: Sequence[str], synonyms: Synonyms) -> set[int]:
    """The places of words that belong to an expression people use, misspelt or not."""
    return {place for match in synonyms.match(words) for place in range(match.start, match.end)}


def _meant(
    typed: Sequence[Token], covered: Container[int], vocabulary: Vocabulary, last: Token | None
) -> list[Token]:
    """The words as they were meant; in a text with too many mistakes the rest stay as typed."""
    found: list[Token] = []
    corrections = 0
    for place, token in enumerate(typed):
        if place not in covered and corrections < MAX_CORRECTIONS:
            better = _corrected(token, vocabulary, is_last=token is last)
            corrections += better is not token
            token = better
        found.append(token)
    return found


def _corrected(token: Token, vocabulary: Vocabulary, *, is_last: bool) -> Token:
    """The token itself, or with the nearest known word where nobody knows the one typed."""
    word = token.word
    if is_stop_word(word) or vocabulary.knows(word) or is_everyday(word):
        return token
    if is_last and _completions(word, vocabulary):
        return token
    nearest = vocabulary.nearest(word)
    return replace(token, word=nearest, exact=nearest) if nearest else token


def _clauses(
    meant: Sequence[Token], vocabulary: Vocabulary, synonyms: Synonyms, *, has_prefix: bool
) -> dict[Node, str]:
    """The clauses, each with its words as typed; a word typed twice is meant no more than once."""
    words = [token.word for token in meant]
    is_little = [is_stop_word(word) for word in words]
    # "¿Qué es esto?" has only little words: better to look for them than for nothing.
    skips = [little and not all(is_little) for little in is_little]
    nodes: list[Node] = [_word(token, vocabulary) for token in meant]
    if has_prefix and not is_little[-1]:
        nodes[-1] = _begun(meant[-1], vocabulary)
    clauses: dict[Node, str] = {}
    position = 0
    for match in (*synonyms.match(words), None):
        start = match.start if match else len(nodes)
        for place in range(position, start):
            if not skips[place]:
                clauses.setdefault(nodes[place], meant[place].written)
        if match:
            within = range(match.start, match.end)
            typed = [nodes[place] for place in within if not skips[place]]
            said = " ".join(meant[place].written for place in within)
            clauses.setdefault(_alternatives(typed, match.targets), said)
            position = match.end
    return clauses


def _word(token: Token, vocabulary: Vocabulary) -> Word:
    """One word; who types the ñ means it, but finds also what was written without."""
    without, *exact = terms_of_word(token)
    weight = FAINT_WEIGHT if _tells_little(token.word, vocabulary) else 1.0
    if exact:
        return Word(((exact[0], 1.0), (without, WITHOUT_TILDE_WEIGHT)), weight)
    return Word(((without, 1.0),), weight)


def _tells_little(word: str, vocabulary: Vocabulary) -> bool:
    return is_faint(word) or (not vocabulary.knows(word) and is_everyday(word))


def _begun(token: Token, vocabulary: Vocabulary) -> Word:
    """The last word, which may be only half typed."""
    word = _word(token, vocabulary)
    whole = word.variants
    weight = COMPLETION_WEIGHT if vocabulary.knows(token.word) else 1.0
    stems = dict.fromkeys(stem(word) for word in _completions(token.word, vocabulary))
    known = {term for term, _ in whole}
    completed = tuple((term, weight) for term in stems if term not in known)
    return Word(whole + completed, word.weight)


def _completions(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    if len(word) < MIN_PREFIX_LETTERS or word.isdigit():
        return ()
    return vocabulary.completions(word)


def _alternatives(typed: Sequence[Node], targets: Sequence[tuple[str, ...]]) -> Node:
    """The words typed, or all words of any term they may stand for."""
    options: list[Node] = [AllOf(tuple(typed))] if typed else []
    for target in targets:
        parts = tuple(Word(((stem(word), 1.0),)) for word in target)
        options.append(AllOf(parts, SYNONYM_WEIGHT))
    return AnyOf(tuple(options))


def _retyped(
    text: str, typed: Sequence[Token], meant: Sequence[Token], vocabulary: Vocabulary
) -> str:
    """The text with the corrected words in place, or "" when none was corrected."""
    pieces: list[str] = []
    position = 0
    for token, better in zip(typed, meant, strict=True):
        if token.word != better.word:
            pieces += (text[position : token.start], vocabulary.spelling(better.word))
            position = token.end
    return "".join((*pieces, text[position:])).strip() if pieces else ""
