"""Texts that fit a short message: only signs of its alphabet, and no longer than one may be.

The alphabet is the default one of GSM 03.38: with any other sign a message holds 70 letters
instead of 160. It has é, ñ and ü, but neither á, í, ó nor ú.
"""

from canse.domain.errors import BadInput

MESSAGE_LENGTH = 160
_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_DOUBLE = "^{}\\[~]|€"
"""These take the room of two."""
_INSTEAD = {
    **dict(zip("áíóúÁÍÓÚâêîôûëïãõçÂÊÎÔÛËÏ", "aiouAIOUaeioueiaocAEIOUEI", strict=True)),
    "Ç": "C", "«": '"', "»": '"', "“": '"', "”": '"', "‘": "'", "’": "'", "ʼ": "'", "ꞌ": "'",
    "´": "'", "`": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u202f": " ", "•": "-",
    "°": ".", "º": "o", "ª": "a",
}  # fmt: skip


def in_short_letters(text: str) -> str:
    """The text in the alphabet of short messages; what has no like there becomes a "?"."""
    plain = "".join(_INSTEAD.get(letter, letter) for letter in text)
    return "".join(letter if letter in _BASIC or letter in _DOUBLE else "?" for letter in plain)


def room_taken(text: str) -> int:
    """How many of the 160 places a text takes; BadInput where it has signs of no such alphabet."""
    strange = next((letter for letter in text if letter not in _BASIC + _DOUBLE), None)
    if strange is not None:
        raise BadInput("«{letter}» no cabe en un mensaje corto.", letter=strange)
    return sum(2 if letter in _DOUBLE else 1 for letter in text)


def cut_to(text: str, room: int) -> str:
    """The text where it fits, else its first whole words and three dots."""
    if room_taken(text) <= room:
        return text
    words = text.split(" ")
    while words and room_taken(" ".join(words)) > room - 3:
        words.pop()
    return " ".join(words).rstrip(" ,.;:-(") + "..." if words else ""
