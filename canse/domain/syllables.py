"""Counts the syllables of a Spanish word as it is divided in writing; pure counting.

The rules are those of the Ortografía of the Academies (2010): two strong vowels (a, e, o) part, a
weak one (i, u) joins its neighbour unless it has an accent beside a strong one, two equal weak
vowels part, and an "h" between vowels changes nothing, save before a vowel that glides into the
next: "ca-ca-hua-te". The words of national languages are counted as Spanish speakers read them.
"""

import re

_STRONG, _WEAK, _ACCENTED_WEAK = "aeoáéó", "iuü", "íú"
_VOWELS = frozenset(_STRONG + _WEAK + _ACCENTED_WEAK)
_PLAIN = str.maketrans("àèìòùâêîôûäëïö", "aeiouaeiouaeio", "'’ʼꞌ´`‘")
_MUTE_U = re.compile(r"(?<=[gq])u(?=[eiéí])")
_GLIDE = re.compile(rf"h[iu](?=[{_STRONG}])|(?<=[{_STRONG}{_ACCENTED_WEAK}])[iu](?=[{_STRONG}])")
_VOWEL_Y = re.compile(rf"y(?![{''.join(sorted(_VOWELS))}])")
_CONSONANT = "w"

# Said otherwise than Spanish letters would have it, and common in what the State writes.
_FOREIGN = {
    "app": 1, "apps": 1, "facebook": 2, "google": 2, "hardware": 2, "iphone": 2, "mouse": 1,
    "online": 2, "outlook": 2, "router": 2, "skype": 1, "smartphone": 2, "software": 2,
    "streaming": 2, "tour": 1, "tours": 1, "youtube": 2, "zoom": 1,
}  # fmt: skip


def count_syllables(word: str) -> int:
    """The syllables of a word; at least 1, even where it has no vowel."""
    plain = word.lower().translate(_PLAIN)
    if plain in _FOREIGN:
        return _FOREIGN[plain]
    count, before = 0, ""
    for letter in _as_said(plain):
        vowel = letter if letter in _VOWELS else ""
        count += bool(vowel and (not before or _is_hiatus(before, vowel)))
        before = vowel
    return max(count, 1)


def _as_said(word: str) -> str:
    """The word without letters that are not heard; a gliding vowel stands as a consonant."""
    voiced = _VOWEL_Y.sub("i", _MUTE_U.sub("", word))
    return _GLIDE.sub(_CONSONANT, voiced).replace("h", "")


def _is_hiatus(one: str, other: str) -> bool:
    """Whether two vowels side by side stand in two syllables."""
    if one in _STRONG and other in _STRONG:
        return True
    if one == other:
        return True
    accented, plain = (one, other) if one in _ACCENTED_WEAK else (other, one)
    return accented in _ACCENTED_WEAK and plain in _STRONG
