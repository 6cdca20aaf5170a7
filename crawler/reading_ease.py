"""How easy a Spanish text is to read, by the measure of Fernández Huerta; pure counting.

Source: J. Fernández Huerta, "Medidas sencillas de lecturabilidad", Consigna 214 (1959), as
corrected by Gwillim Law (2011) and published at legible.es: 206.84 - 60 S/P - 1.02 P/F, with S
syllables, P words and F sentences. Its scale: 60-70 normal for an adult, 50-60 rather hard.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

NORMAL = 60.0
RATHER_HARD = 50.0
_SENTENCE_END = re.compile(r"[.!?;:…]+(?=\s|\Z)")
_WORD = re.compile(r"[^\W\d_]+")
_STRONG, _WEAK = "aeoáéó", "iuü"
_ACCENTED_WEAK = "íú"
_VOWELS = frozenset(_STRONG + _WEAK + _ACCENTED_WEAK)
_MUTE_U = re.compile(r"(?<=[gq])u(?=[eiéí])")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was counted of a text, and its ease from below 0 (hard) to above 100 (easy)."""

    words: int
    sentences: int
    syllables: int

    @property
    def ease(self) -> float:
        """The measure of Fernández Huerta, rounded to a tenth."""
        a_word = self.syllables / self.words
        a_sentence = self.words / self.sentences
        return round(206.84 - 60 * a_word - 1.02 * a_sentence, 1)


def read_ease(passages: Iterable[str]) -> Reading | None:
    """Count passages of text; the end of one ends its sentence. None where there are no words.

    Figures, acronyms (SAT, RENAP) and single letters are no words to read aloud and do not count.
    """
    words = sentences = syllables = 0
    for passage in passages:
        for sentence in _SENTENCE_END.split(passage):
            counted = [word for word in _WORD.findall(sentence) if is_read(word)]
            words += len(counted)
            sentences += bool(counted)
            syllables += sum(map(count_syllables, counted))
    if not words:
        return None
    return Reading(words=words, sentences=sentences, syllables=syllables)


def is_read(word: str) -> bool:
    """Whether a word is read as one, not spelt out as an acronym."""
    return word.lower() in ("a", "e", "o", "u", "y") or (len(word) > 1 and not word.isupper())


def count_syllables(word: str) -> int:
    """The syllables of a Spanish word; at least one."""
    plain = _MUTE_U.sub("", word.lower()).replace("h", "")
    count, before = 0, ""
    for place, letter in enumerate(plain):
        vowel = _as_vowel(plain, place, letter)
        if vowel and (not before or _is_hiatus(before, vowel)):
            count += 1
        before = vowel
    return max(count, 1)


def _as_vowel(word: str, place: int, letter: str) -> str:
    """The letter where it sounds as a vowel; "y" does so where no vowel follows."""
    if letter == "y":
        follows = word[place + 1 : place + 2]
        return "" if follows and follows in _VOWELS else "i"
    return letter if letter in _VOWELS else ""


def _is_hiatus(one: str, other: str) -> bool:
    """Whether two vowels side by side stand in two syllables."""
    if one in _STRONG and other in _STRONG:
        return True
    accented, plain = (one, other) if one in _ACCENTED_WEAK else (other, one)
    return accented in _ACCENTED_WEAK and plain in _STRONG
