"""How Spanish text becomes words that can be compared: folding, tokens, stems, stop words.

Nothing here belongs to an engine. Positions are kept in characters of the text as given, so that
a page can point out the words found.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from snowballstemmer.spanish_stemmer import SpanishStemmer

from canse.domain.naming import fold
from indices.speech import FAINT_WORDS, STOP_WORDS, everyday_words

MAX_WORD_LETTERS = 64
MIN_STEM_LETTERS = 3
SMALL_NUMBER_DIGITS = 2
_CACHED_WORDS = 50_000

_MARK = r"\u0300-\u036f"
_SALTILLO = r"['’ʼꞌ´`‘]"
_LETTER = rf"[^\W_][{_MARK}]*"
_WORD = re.compile(
    rf"(?P<initials>(?<![^\W_])(?:[^\W\d_]\.){{2,}})"
    r"|(?P<code>(?<![^\W_])[^\W\d_]{1,6}(?:-\d{1,8}){1,3}(?![^\W_]))"
    rf"|{_LETTER}(?:{_SALTILLO}?{_LETTER})*"
)
_PARTS = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: `word` is folded, `exact` is the same with its ñ kept.

    `written` is the word in lower case as it stands; it covers the characters [start, end).
    """

    word: str
    exact: str
    written: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Cut a text into words, in order: "D.P.I." is one word, so are "K'iche'" and "SAT-2000"."""
    for match in _WORD.finditer(text):
        written = match.group()
        if match.group("initials"):
            written = written.replace(".", "")
        elif match.group("code"):
            written = written.replace("-", "")
        word, exact, plain = _forms(written)
        if word:
            yield Token(word, exact, plain, match.start(), match.end())


@lru_cache(maxsize=_CACHED_WORDS)
def _forms(written: str) -> tuple[str, str, str]:
    plain = unicodedata.normalize("NFC", written).lower()[:MAX_WORD_LETTERS]
    word = fold(plain)
    if "ñ" not in plain:
        return word, word, plain
    return word, "ñ".join(fold(part) for part in plain.split("ñ")), plain


@lru_cache(maxsize=_CACHED_WORDS)
def stem(word: str) -> str:
    """The stem of a folded word by Snowball's Spanish rules: "licencias" → "licenc".

    A vowel left at the end goes too: folding took the accent by which Snowball would have known
    the ending of "perdí" or "perdió".
    """
    # A stemmer keeps state while it works, so each call has its own: threads may not share one.
    found = str(SpanishStemmer().stemWord(word)) or word
    return found[:-1] if len(found) > MIN_STEM_LETTERS and found[-1] in "aeio" else found


def terms_of_word(token: Token) -> tuple[str, ...]:
    """What the index knows a word by: its stem, and with an ñ also the stem that keeps it."""
    if token.exact == token.word:
        return (stem(token.word),)
    return stem(token.word), stem(token.exact)


def terms_in_text(token: Token) -> tuple[str, ...]:
    """What a word of a document is found by: a code also by its parts, as "sat 2000" is typed."""
    terms = terms_of_word(token)
    parts = _PARTS.findall(token.word)
    if len(parts) < 2 or token.word.isalpha():
        return terms
    return (*terms, *(stem(part) for part in parts))


def is_stop_word(word: str) -> bool:
    """Whether a folded word says nothing about what is looked for."""
    return word in STOP_WORDS


def is_faint(word: str) -> bool:
    """Whether a folded word tells little: half the catalogue has it, or it is a small number."""
    return word in FAINT_WORDS or (word.isdigit() and len(word) <= SMALL_NUMBER_DIGITS)


def is_everyday(word: str) -> bool:
    """Whether a folded word is right in everyday speech, whatever the catalogue knows."""
    return stem(word) in _everyday_stems()


@lru_cache(maxsize=1)
def _everyday_stems() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in everyday_words())


def alphabetical(text: str) -> str:
    """The key by which Spanish sorts a text: no accents, ñ after n."""
    lower = unicodedata.normalize("NFC", text).lower()
    return "n\U0010fffe".join(fold(part) for part in lower.split("ñ"))
