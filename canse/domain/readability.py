"""How easy a Spanish text is to read, by the measure of Szigriszt-Pazos and its INFLESZ bands.

Source: F. Szigriszt Pazos, "Sistemas predictivos de legibilidad del mensaje escrito" (1993):
206.835 - 62.3 S/P - P/F, with S syllables, P words and F phrases; bands of I. M. Barrio-Cantalejo
and others, "Validación de la Escala INFLESZ" (2008). What the writer cannot choose is taken out
first: names of institutions, acronyms, numbers of laws, figures and addresses. It says nothing of
texts in other languages, nor of fewer than FEWEST_WORDS words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from canse.domain.syllables import count_syllables

LOWEST_SCORE = 55.0
USUAL_SCORE = 65.0
AVERAGE_WORDS = 15.0
MOST_WORDS = 25
FEWEST_WORDS = 8

_LINE_END = re.compile(r"[\n\r•·]+")
_PHRASE_END = re.compile(r"[.!?;:…]+[»”\"')\]]*(?=\s|\Z)")
_LAST_TOKEN = re.compile(r"[\w.]*\Z")
_ABBREVIATED = frozenset({
    "art", "arts", "av", "avda", "cap", "cía", "col", "depto", "dr", "dra", "ee", "ej", "ext",
    "fracc", "gral", "ing", "inc", "lic", "licda", "máx", "mín", "mons", "mpio", "núm", "núms",
    "pág", "págs", "prof", "profa", "ref", "reg", "sr", "sra", "sres", "srta", "tel", "tels",
    "ud", "uds", "vol", "a.m", "p.m", "s.a", "c.a", "p.ej",
})  # fmt: skip
_ABBREVIATED_BEFORE_FIGURES = frozenset(("no", "nos"))
_LAW = re.compile(
    r"\b(?:decretos?(?:[- ]ley)?|acuerdos?(?: (?:gubernativo|ministerial|legislativo)s?)?|leyes|ley"
    r"|resolución|reglamento|artículos?|arts?\.|numeral|inciso)"
    r"(?: (?:número|núm\.|no\.))? \d[\w.,/-]*",
    re.IGNORECASE,
)
_UNREAD = re.compile(r"\S*\d\S*|\S*[^\W\d_]\.[^\W\d_]\S*|\S*[@/]\S*\w\S*\.\S*")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼꞌ][^\W\d_]+)*['’ʼꞌ]?")
_WORDS_OF_ONE_LETTER = frozenset("aeouy")


class ReadingBand(StrEnum):
    """How people find a text, as the scale INFLESZ names it."""

    VERY_HARD = "muy difícil"
    RATHER_HARD = "algo difícil"
    NORMAL = "normal"
    RATHER_EASY = "bastante fácil"
    VERY_EASY = "muy fácil"


_BANDS = (
    (80.0, ReadingBand.VERY_EASY),
    (USUAL_SCORE, ReadingBand.RATHER_EASY),
    (LOWEST_SCORE, ReadingBand.NORMAL),
    (40.0, ReadingBand.RATHER_HARD),
)


@dataclass(frozen=True, kw_only=True)
class ReadSentence:
    """A sentence as written, with how many of its words are read aloud and their syllables."""

    text: str
    words: int
    syllables: int

    @property
    def score(self) -> float:
        """The measure of this sentence alone, rounded to a tenth."""
        return _szigriszt(self.syllables, self.words, 1)

    @property
    def is_long(self) -> bool:
        """Whether it has more words than a plain sentence may have."""
        return self.words > MOST_WORDS


@dataclass(frozen=True, kw_only=True)
class Readability:
    """What was read of a text: at least one sentence, each with at least one word."""

    sentences: tuple[ReadSentence, ...]

    @property
    def words(self) -> int:
        """How many words were read."""
        return sum(sentence.words for sentence in self.sentences)

    @property
    def score(self) -> float:
        """From below 0 (hard) to above 100 (easy), rounded to a tenth."""
        syllables = sum(sentence.syllables for sentence in self.sentences)
        return _szigriszt(syllables, self.words, len(self.sentences))

    @property
    def band(self) -> ReadingBand:
        """The score in words."""
        return next((band for floor, band in _BANDS if self.score >= floor), ReadingBand.VERY_HARD)

    @property
    def is_long_enough(self) -> bool:
        """Whether there are words enough for the score to say something."""
        return self.words >= FEWEST_WORDS

    @property
    def words_a_sentence(self) -> float:
        """The average length of its sentences, rounded to a tenth."""
        return round(self.words / len(self.sentences), 1)

    @property
    def is_plain(self) -> bool:
        """Whether score and lengths are as plain words ask.

        A text of few words has no score to go by, one of a single sentence no average.
        """
        is_easy = self.score >= LOWEST_SCORE or not self.is_long_enough
        is_brief = self.words_a_sentence <= AVERAGE_WORDS or len(self.sentences) == 1
        return is_easy and is_brief and not any(one.is_long for one in self.sentences)

    def worst(self, count: int = 3) -> tuple[ReadSentence, ...]:
        """The sentences to rewrite first, hardest first; those of a few words only if no others."""
        ordered = sorted(self.sentences, key=lambda one: (one.words < FEWEST_WORDS, one.score))
        return tuple(ordered[:count])


def names_to_leave_out(names: Iterable[str]) -> re.Pattern[str]:
    """One pattern of names that are no words of the writer; the longest one goes first."""
    ordered = sorted({name for name in names if name.strip()}, key=len, reverse=True)
    written = "|".join(re.escape(name) for name in ordered)
    return re.compile(rf"\b(?:{written})\b" if written else r"(?!)")


NO_NAMES = names_to_leave_out(())


def measure(text: str, names: re.Pattern[str] = NO_NAMES) -> Readability | None:
    """Read a text, each line of which ends its sentence. None where there are no words."""
    read = (_read(sentence, names) for sentence in split_sentences(text))
    sentences = tuple(sentence for sentence in read if sentence.words)
    return Readability(sentences=sentences) if sentences else None


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text: lines, and what ends in . ! ? ; : or three dots.

    The dot of an abbreviation ("art. 10", "Lic. Paz"), of an initial, of a number in a list or
    inside a figure ends none.
    """
    return tuple(
        sentence
        for line in _LINE_END.split(text)
        for piece in _split_line(line)
        if (sentence := piece.strip())
    )


def _split_line(line: str) -> Iterable[str]:
    start = 0
    for mark in _PHRASE_END.finditer(line):
        if _ends(line[start : mark.start()], mark.group(), line[mark.end() :]):
            yield line[start : mark.end()]
            start = mark.end()
    yield line[start:]


def _ends(before: str, mark: str, after: str) -> bool:
    """Whether a mark ends the sentence before it."""
    if mark[0] != "." or mark.startswith(".."):
        return True
    match = _LAST_TOKEN.search(before)
    token = match.group() if match else ""
    if token.lower() == "etc":
        return after.strip()[:1].isupper()
    initial = len(token) == 1 and token.isupper()
    listed = token.isdigit() and token == before.strip()
    return not (initial or listed or _is_abbreviated(token.lower(), after.strip()))


def _is_abbreviated(token: str, after: str) -> bool:
    """Whether a word with a dot is cut short, and the sentence goes on."""
    if token in _ABBREVIATED_BEFORE_FIGURES:
        return after[:1].isdigit()
    return token in _ABBREVIATED and bool(after)


def _read(sentence: str, names: re.Pattern[str]) -> ReadSentence:
    left = _UNREAD.sub(" ", _LAW.sub(" ", names.sub(" ", sentence)))
    found = _WORD.findall(left.lower() if _is_shouted(left) else left)
    words = [word for word in found if _is_read(word)]
    return ReadSentence(
        text=sentence, words=len(words), syllables=sum(count_syllables(word) for word in words)
    )


def _is_shouted(sentence: str) -> bool:
    """Whether all is in capitals, so that they tell acronyms from words no more."""
    return sentence.isupper() and len(sentence.split()) > 3


def _is_read(word: str) -> bool:
    """Whether it is read as a word, not spelt out as an acronym or a letter."""
    if len(word) == 1:
        return word.lower() in _WORDS_OF_ONE_LETTER
    return not word.isupper()


def _szigriszt(syllables: int, words: int, sentences: int) -> float:
    return round(206.835 - 62.3 * syllables / words - words / sentences, 1)
