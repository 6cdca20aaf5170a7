"""How names and addresses are brought to one form, so that the same thing is known as the same."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

SLUG_LENGTH = 80
KNOWN_ADDRESSES = 8_192
_DROPPED = re.compile("['’ʼꞌ´`‘\u0300-\u036f]")
# Where other marks that stand over letters may be: beyond Greek, but not among punctuation.
_FAR = re.compile(r"[\u0483-\u1fff\u20d0-\U0010ffff]")
_TRACKING = re.compile(r"^(utm_.+|fbclid|gclid|phpsessid|jsessionid|sid|aspsessionid\w*)$", re.I)
_INDEX_PAGE = re.compile(r"/index\.(?:html?|php|aspx?)$", re.I)


def fold(text: str) -> str:
    """Lower case without accents or saltillos: "Acción" → "accion", "K'iche'" → "kiche"."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered.replace("'", "").replace("`", "")
    bare = _DROPPED.sub("", unicodedata.normalize("NFD", lowered))
    if _FAR.search(bare) is None:
        return bare
    return "".join(c for c in bare if unicodedata.category(c) != "Mn")


def slugify(text: str) -> str:
    """Make the part of an address that names something: words joined by hyphens, a-z and 0-9.

    At most SLUG_LENGTH characters, cut at a word. "sin-nombre" when nothing is left.
    """
    words = re.findall(r"[a-z0-9]+", fold(text))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > SLUG_LENGTH:
            break
        slug = longer
    return slug or (words[0][:SLUG_LENGTH] if words else "sin-nombre")


def same_name_key(name: str) -> str:
    """The form in which two names of one service are equal: folded words, no leading number."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    while words and words[0].isdigit() and len(words) > 1:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=KNOWN_ADDRESSES)  # menus name the same few addresses on every page
def same_address_key(url: str) -> str:
    """The form in which two addresses of one action are equal; empty for what is no address.

    Scheme, "www.", default port, fragment, index page, final slash, session and campaign
    parameters do not count.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    host = parts.hostname.rstrip(".").removeprefix("www.")
    if port not in (None, 80, 443):
        host = f"{host}:{port}"
    path = _INDEX_PAGE.sub("/", parts.path).rstrip("/")
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(p for p in pairs if not _TRACKING.match(p[0])))
    return urlunsplit(("", host, path, query, "")).removeprefix("//")


def host_of(url: str) -> str:
    """The host of an address as institutions register it: no "www.", with a port if unusual."""
    return same_address_key(url).split("/", 1)[0].split("?", 1)[0]


def is_web_address(url: str) -> bool:
    """Whether a text is an http or https address that may be stored and linked.

    Control characters, spaces and user information are refused: they serve only to deceive.
    """
    if re.search(r"[\x00-\x20\x7f<>\"\\]", url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(same_address_key(url)) and parts.username is None
