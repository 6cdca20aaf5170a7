"""The contrast between two colours as WCAG 2.2 defines it, for colours that a style names."""

import re

NORMAL_TEXT = 4.5
LARGE_TEXT = 3.0
Rgb = tuple[int, int, int]
_LINEAR_BELOW = 0.04045
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_HEX = re.compile(r"#([0-9a-f]{3,8})\Z")
_FUNCTION = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]{1,6})\s*)?\)\Z"
)
_NAMED: dict[str, Rgb] = {
    "black": (0, 0, 0), "silver": (192, 192, 192), "gray": (128, 128, 128),
    "grey": (128, 128, 128), "white": (255, 255, 255), "maroon": (128, 0, 0),
    "red": (255, 0, 0), "purple": (128, 0, 128), "fuchsia": (255, 0, 255),
    "magenta": (255, 0, 255), "green": (0, 128, 0), "lime": (0, 255, 0), "olive": (128, 128, 0),
    "yellow": (255, 255, 0), "navy": (0, 0, 128), "blue": (0, 0, 255), "teal": (0, 128, 128),
    "aqua": (0, 255, 255), "cyan": (0, 255, 255), "orange": (255, 165, 0),
    "darkblue": (0, 0, 139), "darkgreen": (0, 100, 0), "darkred": (139, 0, 0),
    "darkgray": (169, 169, 169), "darkgrey": (169, 169, 169), "lightgray": (211, 211, 211),
    "lightgrey": (211, 211, 211), "dimgray": (105, 105, 105), "whitesmoke": (245, 245, 245),
    "gold": (255, 215, 0), "brown": (165, 42, 42), "pink": (255, 192, 203),
}  # fmt: skip


def contrast(one: Rgb, other: Rgb) -> float:
    """The ratio from 1 (the same) to 21 (black on white); the order does not count.

    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Rgb) -> float:
    """The relative luminance of a colour of sRGB, from 0 to 1."""
    return sum(weight * _linear(part / 255) for weight, part in zip(_WEIGHTS, colour, strict=True))


def colour_of(text: str) -> Rgb | None:
    """The colour that a style writes; None for one that is see-through, an image or unknown."""
    plain = text.strip().lower()
    if plain in _NAMED:
        return _NAMED[plain]
    written = _HEX.match(plain)
    if written:
        return _from_digits(written[1])
    called = _FUNCTION.match(plain)
    if called is None or (called[4] is not None and called[4] not in ("1", "1.0")):
        return None
    red, green, blue = (min(int(part), 255) for part in called.group(1, 2, 3))
    return red, green, blue


def _from_digits(digits: str) -> Rgb | None:
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in (6, 8) or digits[6:] not in ("", "ff"):
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)
