"""The words by which people search, as staff write them: what may be kept, and in which form."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from canse.domain.errors import BadInput
from canse.domain.naming import fold

SPANISH = "es"
LONGEST_EXPRESSION = 120
MOST_EXPRESSION_WORDS = 8
LONGEST_PHRASE = 200
LONGEST_WORD = 64
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")
_WORDS = re.compile(r"[^\W_]+")


class SynonymKind(StrEnum):
    """Why people say it otherwise."""

    SYNONYM = "sinonimo"
    COLLOQUIAL = "coloquial"
    MISSPELLING = "error_ortografico"
    ACRONYM = "sigla"
    LANGUAGE = "idioma"


@dataclass(frozen=True, kw_only=True)
class SynonymEntry:
    """A synonym with what staff note about it; `language` is a BCP 47 tag."""

    expression: str
    term: str
    kind: SynonymKind = SynonymKind.SYNONYM
    note: str = ""
    is_two_way: bool = False
    language: str = SPANISH

    @property
    def key(self) -> tuple[str, str]:
        """What two entries have alike that say the same."""
        return words_key(self.expression), words_key(self.term)


@dataclass(frozen=True, kw_only=True)
class PromotedPhrase:
    """A phrase and the service that goes first for it, as staff read them."""

    phrase: str
    slug: str
    service: str


def words_key(text: str) -> str:
    """The form in which two texts have the same words: folded, one space between them.

    "¿D.P.I. vencido?" → "dpi vencido".
    """
    joined = _INITIALS.sub(lambda found: found.group().replace(".", ""), text)
    return " ".join(_WORDS.findall(fold(joined)))


def checked_synonym(entry: SynonymEntry) -> SynonymEntry:
    """The entry with clean spaces; BadInput says what cannot be kept."""
    clean = replace(
        entry,
        expression=_expression(entry.expression),
        term=_expression(entry.term),
        note=" ".join(entry.note.split()),
        language=entry.language.strip() or SPANISH,
    )
    if not _LANGUAGE.fullmatch(clean.language) or len(clean.language) > 35:
        raise BadInput(
            "«{text}» no es un idioma. Escriba su código, como es o quc.", text=clean.language
        )
    return clean


def checked_phrase(text: str) -> str:
    """A phrase to promote a service for, with clean spaces; BadInput where it has no words."""
    phrase = " ".join(text.split())
    key = words_key(phrase)
    if not key or max(len(phrase), len(key)) > LONGEST_PHRASE:
        raise BadInput("Escriba una frase de hasta {most} letras.", most=LONGEST_PHRASE)
    return phrase


def checked_word(text: str) -> str:
    """A word never to suggest, folded; BadInput for anything but one word."""
    word = words_key(text)
    if not word or " " in word or len(word) > LONGEST_WORD:
        raise BadInput("Escriba una sola palabra, no «{text}».", text=text)
    return word


def _expression(text: str) -> str:
    clean = " ".join(text.split())
    words = words_key(clean).split()
    if not words:
        raise BadInput("Falta una palabra: «{text}» no tiene letras.", text=clean)
    if len(clean) > LONGEST_EXPRESSION or len(words) > MOST_EXPRESSION_WORDS:
        raise BadInput(
            "«{text}» es muy largo: hasta {words} palabras y {most} letras.",
            text=clean[:LONGEST_EXPRESSION],
            words=MOST_EXPRESSION_WORDS,
            most=LONGEST_EXPRESSION,
        )
    return clean
