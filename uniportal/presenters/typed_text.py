"""What a person typed into a form, without what nobody can see."""

import re

_UNSEEN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def typed_line(text: str) -> str:
    """One line, its words set apart by one blank each."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def typed_text(text: str) -> str:
    """Lines as typed, with one blank line between paragraphs at most."""
    lines = _UNSEEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()
