"""Says under which theme of the catalogue a service belongs, from the words of its name."""

from crawler.lexicon import folded
from crawler.words_of_categories import CATEGORY_WORDS, WEAK_WORDS


def category_of(name: str) -> str | None:
    """The slug of the category whose words the name holds; None when none does, or all late.

    Of several, the one named first wins: in these languages a name begins with what it is about
    ("permiso de trabajo para extranjeros"). Two that begin with one word decide nothing.
    """
    plain = folded(name)
    matches = [(words.regex.search(plain), words.name) for words in CATEGORY_WORDS]
    found = sorted((match.start(), -match.end(), slug) for match, slug in matches if match)
    if not found:
        return WEAK_WORDS.name if WEAK_WORDS.find(name) else None
    if len(found) > 1 and found[0][:2] == found[1][:2]:
        return None
    return found[0][2]
