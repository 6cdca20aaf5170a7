"""The rows of our list of real crawl failures, and the mark of the tests that hold them."""

from collections.abc import Callable
from typing import TypeVar

Test = TypeVar("Test", bound=Callable[..., object])

ROWS = {
    1: "header and meta name different charsets",
    2: "Spanish in cp1252, nothing declared",
    4: "a data file in cp1252",
    5: "a word or two of UTF-8",
    7: "Latin-1 bytes, nothing declared",
    8: "a meta with its hyphens missing",
    10: "Latin-1 declared, cp1252 meant",
    11: "raw bytes of another charset in a header",
    13: "a certificate without its intermediate",
    14: "a small Diffie-Hellman key",
    16: "an obsolete cipher",
    17: "a handshake refused without detail",
    19: "raw Latin-1 bytes in a redirect",
    20: "a redirect to an address that is none",
    22: "a redirect without an address",
    23: "a refresh to itself, or after half an hour",
    25: "a redirect to itself after setting a cookie",
    26: "a redirected address asked again",
    28: "robots.txt with a byte order mark",
    29: "robots.txt answered with 503 and a page",
    31: "robots.txt on another host",
    32: "a blank line inside a group of robots.txt",
    34: "robots.txt answered with a page of HTML",
    35: "a sitemap sent as text/html",
    37: "a sitemap with a blank first line, or empty",
    38: "CDATA in a sitemap; .gz that is not packed",
    40: "NUL within an href",
    41: "more than 256 nested elements",
    43: "an empty page, or only a comment",
    44: "a quote forgotten in an href",
    46: "a form after the end of the page",
    47: "a form within a form",
    49: "the search form comes first",
    50: "a list that goes on behind a script",
    52: "a line break within an href",
    53: "an href that is no address",
    55: "a percent sign encoded twice",
    56: "the first base counts",
    58: "texts in scripts that look like addresses",
    59: "a percent sign without two digits",
    61: "plain HTML labelled gzip",
    62: "gzip, then junk",
    64: "silence in the middle of a page",
    65: "more than a hundred sheets",
    67: "the same portal, slow now and then",
    68: "429, with or without Retry-After",
    70: "a home page like the answer to anything",
    71: "a query that grows from page to page",
    73: "every way of not answering has its word",
    74: "a wall against robots",
    76: "an expiry date inside a script",
    77: "telephones and decrees like dates",
    79: "words like a date",
    80: "an address in .html that leads to a PDF",
    82: "a PDF behind a session",
    83: "a page that only a script fills",
    85: "little text in Spanish",
    86: "a language told by a menu alone",
    88: "JSON as the value of a cookie",
    89: "cookies with impossible dates",
    91: "another version of the rules",
    92: "a sheet known by its words alone",
}


def row(*numbers: int) -> Callable[[Test], Test]:
    """Say which rows a test holds; `test_rows` sees that each row has one."""

    def mark(test: Test) -> Test:
        test.rows = numbers  # type: ignore[attr-defined]
        return test

    return mark
