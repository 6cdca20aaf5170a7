"""The forms in which a text says how somebody is reached: telephone, mailbox, street, hours."""

import re

from crawler.lexicon import Lexicon, folded

TEXT_LENGTH = 1_000
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.]{0,60}")
EXTENSION = re.compile(r"\bext(?:ension)?\.? ?:? ?\d")
ADDRESS = Lexicon(
    "direccion",
    r"""
    zona \d+  \d+[aª.]* (?:calle|avenida)  km\.? ?\d+  direccion ?:  domicilio ?:
    (?:calle|avenida|av\.|carrera|barrio|colonia|via|rua|jiron|jr\.|plaza|paseo) [\w .,ª°#]{0,40}\d+
    """,
)
# Who made the site signs it; that is no contact of the institution.
CREDIT = Lexicon(
    "autor-del-sitio",
    r"""
    desarrollad[oa] por  disenad[oa] por  diseno (?:web|y desarrollo)  hosting  powered by
    sitio web por  creado por  realizzato da  desenvolvido por  web design
    """,
)
_PHONE = re.compile(
    r"(?<![\w-])(\d{4})[ -]{0,3}(\d{4})(?![\w-])|\b(?:pbx|tel(?:efonos?|s)?)\b[ .:()+]{0,6}\d"
    r"|(?<![\w-])\(?\d{2,3}\)?[ .-]\d{3,4}[ .-]?\d{2}[ .-]?\d{2}(?![\w-])"
)
# The mailbox that a template comes with.
_FILLER = re.compile(r"@(?:yourname|yourdomain|tudominio|domain|example|email)\.", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")


def has_phone(text: str) -> bool:
    """Whether a text holds a telephone; "2020-2024" is a term of office."""
    for match in _PHONE.finditer(folded(text[:TEXT_LENGTH])):
        first, second = match[1], match[2]
        if first is None or not (_YEAR.fullmatch(first) and _YEAR.fullmatch(second)):
            return True
    return False


def has_mailbox(text: str) -> bool:
    """Whether a text holds an address of electronic mail."""
    if "@" not in text:
        return False
    shown = text[:TEXT_LENGTH]
    return any(not _FILLER.search(match.group()) for match in MAIL.finditer(shown))


def is_reached_by(text: str) -> bool:
    """Whether a text holds a telephone, an extension or a mailbox."""
    return has_phone(text) or has_mailbox(text) or bool(EXTENSION.search(folded(text)))
