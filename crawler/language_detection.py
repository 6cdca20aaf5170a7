"""Says in which language a text is written, from its small words; says nothing where it is unsure.

A short text is no proof: there the language that the page declares is trusted when it is plausible.
A Maya language shows in its glottal consonants (b' ch' k' q' t' tz', the alphabets of the Academia
de Lenguas Mayas); which one it is, in words attested for it.
"""

import re
from collections.abc import Mapping, Sequence

from crawler.words_of_languages import (
    ATTESTED_WORDS,
    FUNCTION_WORDS,
    MAYA_FAMILY,
    PLACEHOLDER_WORDS,
)

LEAST_WORDS = 5
ENOUGH_WORDS = 30
READ_CHARACTERS = 6000
LEAST_KINDS = 5
LEAST_SHARE = 0.14
LEAD = 1.12
PLAUSIBLE = 0.75
GLOTTAL_SHARE = 0.12
GLOTTAL_WORDS = 8
OWN_WORDS = 3
_SALTILLOS = str.maketrans(dict.fromkeys("’ʼꞌ´`‘", "'"))
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
# "the bank's" is English: a possessive is no glottal consonant.
_GLOTTAL = re.compile(r"(?:b|ch|k|q|tz?)'(?!s$)")


def detect_language(text: str, declared: str = "") -> str:
    """The ISO 639 code of the language of a text, "myn" for a Maya language not told apart.

    `declared` is the language the page claims, if any. Empty when the text does not tell.
    """
    return language_of_words(words_of(text), declared)


def language_of_words(words: Sequence[str], declared: str = "") -> str:
    """The same for words that `words_of` has already taken from a text."""
    if len(words) < LEAST_WORDS:
        return ""
    maya = _maya_language(words)
    if maya:
        return maya
    shares = {code: _share(words, known) for code, known in FUNCTION_WORDS.items()}
    ranked = sorted(shares, key=lambda code: (-shares[code], code))
    best, second = ranked[0], ranked[1]
    if _share(words, PLACEHOLDER_WORDS) >= shares[best]:
        return ""
    is_rich = len(FUNCTION_WORDS[best].intersection(words)) >= LEAST_KINDS
    is_clear = is_rich and shares[best] >= max(LEAST_SHARE, LEAD * shares[second])
    if len(words) >= ENOUGH_WORDS and is_clear:
        return best
    return _trusted(declared, shares, shares[best])


def words_of(text: str) -> list[str]:
    """The words of the beginning of a text, lower case, every saltillo an apostrophe."""
    return _WORD.findall(text[:READ_CHARACTERS].translate(_SALTILLOS).lower())


def _trusted(declared: str, shares: Mapping[str, float], best: float) -> str:
    """The declared language where the words do not speak against it."""
    code = declared.partition("-")[0].lower()
    own = shares.get(code)
    return code if own is not None and own > 0 and own >= PLAUSIBLE * best else ""


def _share(words: Sequence[str], known: frozenset[str]) -> float:
    return sum(map(known.__contains__, words)) / len(words)


def _maya_language(words: Sequence[str]) -> str:
    glottal = [word for word in words if _GLOTTAL.search(word)]
    is_enough = len(set(glottal)) >= GLOTTAL_WORDS
    if not is_enough or len(glottal) < GLOTTAL_SHARE * len(words):
        return ""
    distinct = set(words)
    counts = {code: len(distinct & own) for code, own in ATTESTED_WORDS.items()}
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    best, second = ranked[0], ranked[1]
    is_told = counts[best] >= OWN_WORDS and counts[best] > counts[second]
    return best if is_told else MAYA_FAMILY
