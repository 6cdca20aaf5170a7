"""Addresses in one form: what to ask for, and when two of them are the same page.

Rules: w3lib's canonical form, plus default port, trailing dot of the host, session identifiers,
campaign parameters, fragments, blanks and bad percent signs. Userinfo is refused, never stripped.
"""

import ipaddress
import re
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from w3lib.url import canonicalize_url, safe_url_string

ADDRESS_LENGTH = 2083
_STEADY_TRIES = 5
_DEFAULT_PORTS = {"http": 80, "https": 443}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\Z")
_NUMBER_LABEL = re.compile(r"(?:\d+|0x[0-9a-f]*)\Z")
_SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?#]*", re.I)
_SESSION_SEGMENT = re.compile(r"/\((?:[XASF]\([a-z0-9_-]{1,200}\)){1,4}\)(?=/|\Z)", re.I)
_SESSION_NAME = re.compile(
    r"(?:php|j|asp|cf)?sess(?:ion)?_?id[a-z]{0,8}\Z|cfid\Z|cftoken\Z|osCsid\Z|zenid\Z", re.I
)
# Names that mean a session only where the value is one.
_SESSION_WORDS = frozenset({"sid", "s_id", "s", "sess", "session", "sesskey", "token", "ticket"})
_LONG_TOKEN = re.compile(r"[0-9a-zA-Z]{16,}\Z")
_CAMPAIGN = re.compile(r"utm_\w*\Z|fbclid\Z|gclid\Z|mc_[ce]id\Z|_ga\Z|_gl\Z", re.I)
# The page to print is the page; so is the one below which somebody answers or shares.
_PRINT_WORDS = frozenset({"print", "printable", "printer", "imprimir", "stampa", "tmpl"})
_YES = frozenset({"", "1", "true", "yes", "si", "component"})
_REACTION = re.compile(r"replytocom\Z|share\Z", re.I)


def resolve(url: str, base: str = "") -> str | None:
    """The absolute address to ask for, safe to send; None when there is no such http address."""
    cleaned = _CONTROLS.sub("", url).strip()
    if len(cleaned) > ADDRESS_LENGTH:
        return None
    before, mark, query = cleaned.partition("?")
    cleaned = before.replace("\\", "/") + mark + query
    try:
        parts = urlsplit(urljoin(base, cleaned) if base else cleaned)
        netloc = _netloc(parts)
        if netloc is None:
            return None
        path = _BAD_PERCENT.sub("%25", parts.path) or "/"
        asked = _BAD_PERCENT.sub("%25", parts.query)
        safe = safe_url_string(urlunsplit((parts.scheme, netloc, path, asked, "")))
    except (ValueError, UnicodeError):
        return None
    return safe if len(safe) <= ADDRESS_LENGTH and safe.isascii() else None


def normalise(url: str, base: str = "") -> str | None:
    """The canonical address of a page, the same for every way of writing it; None when none."""
    current = resolve(url, base)
    for _ in range(_STEADY_TRIES):
        if current is None:
            return None
        following = _canonical(current)
        if following == current:
            return current
        current = following
    return None


def page_key(url: str) -> str:
    """What two addresses of one page share: the canonical form without scheme and `www.`."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = "" if parts.port is None else f":{parts.port}"
    return f"{host}{port}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def host_of(url: str) -> str:
    """The host of a normalised address, without port and brackets."""
    return urlsplit(url).hostname or ""


def port_of(url: str) -> int:
    """The port of a normalised address, the scheme's own where none is written."""
    parts = urlsplit(url)
    return parts.port or _DEFAULT_PORTS[parts.scheme]


def percent_encode(raw: str) -> str:
    """A header's address with its Latin-1 bytes percent-encoded, as old servers send them raw."""
    return re.sub(
        r"[^\x21-\x7e]", lambda found: "".join(f"%{b:02X}" for b in _bytes(found.group())), raw
    )


def _bytes(character: str) -> bytes:
    return character.encode("latin-1") if ord(character) < 256 else character.encode("utf-8")


def _netloc(parts: SplitResult) -> str | None:
    """Host and port in normal form; None for another scheme, userinfo or a host that is none."""
    scheme, port = parts.scheme, parts.port
    if scheme not in _DEFAULT_PORTS or "@" in parts.netloc or port == 0:
        return None
    host = _host(parts.hostname or "")
    if host is None:
        return None
    return host if port in (None, _DEFAULT_PORTS[scheme]) else f"{host}:{port}"


def _host(host: str) -> str | None:
    if ":" in host:
        try:
            return f"[{ipaddress.IPv6Address(host).compressed}]"
        except ValueError:
            return None
    ascii_host = host.encode("idna").decode("ascii").lower().rstrip(".") if host else ""
    if not _HOST.match(ascii_host):
        return None
    if _NUMBER_LABEL.match(ascii_host.rpartition(".")[2]):
        # 127.1 and 0x7f.1 are loopback to some resolvers: only four plain numbers are an address.
        try:
            return str(ipaddress.IPv4Address(ascii_host))
        except ValueError:
            return None
    return ascii_host


def _canonical(url: str) -> str | None:
    parts = urlsplit(url)
    path = _SESSION_SEGMENT.sub("", _SESSION_PATH.sub("", parts.path))
    # Said twice is said once: pages that add "&q=" to their own address would never end.
    pairs = dict.fromkeys(parts.query.split("&"))
    kept = [pair for pair in pairs if pair and not _is_noise(pair)]
    try:
        bare = urlunsplit((parts.scheme, parts.netloc, path or "/", "&".join(kept), ""))
        return resolve(canonicalize_url(bare))
    except (ValueError, UnicodeError):
        return None


def _is_noise(pair: str) -> bool:
    """Whether a query parameter names a session, a campaign or a way of showing, not a page."""
    name, _, value = pair.partition("=")
    if name.lower() in _SESSION_WORDS:
        return bool(_LONG_TOKEN.match(value))
    if name.lower() in _PRINT_WORDS:
        return value.lower() in _YES
    return bool(_SESSION_NAME.match(name) or _CAMPAIGN.match(name) or _REACTION.match(name))
