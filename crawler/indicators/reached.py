"""The forms in which a text says how somebody is reached: telephone, mailbox, street, hours."""

import re

from crawler.lexicon import Lexicon, folded

TEXT_LENGTH = 1_000
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w")
EXTENSION = re.compile(r"\bext(?:ension)?\.? ?:? ?\d")
ADDRESS = Lexicon(
    "direccion",
    r"zona \d+  \d+[aª.]* (?:calle|avenida)  calle  avenida  barrio  via  carrera  km\.? ?\d+",
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
    r"\b(\d{4})[ -]?(\d{4})\b|\bpbx\b|\btel(?:efonos?|s|\.|:)"
    r"|\(?\b\d{3}\)?[ .-]\d{3}[ .-]?\d{2}[ .-]?\d{2}\b"
)
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
    return "@" in text and bool(MAIL.search(text[:TEXT_LENGTH]))


def is_reached_by(text: str) -> bool:
    """Whether a text holds a telephone, an extension or a mailbox."""
    return has_phone(text) or has_mailbox(text) or bool(EXTENSION.search(folded(text)))
