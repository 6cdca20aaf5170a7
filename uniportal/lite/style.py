"""The few rules of style inside every lite page, named to browsers by the hash of their bytes.

A stylesheet of its own would cost a second request; a hash lets exactly these rules run inline.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

STYLE_FILE = Path(__file__).parents[2] / "templates" / "lite" / "style.css"


def style_hash(style: str) -> str:
    """The hash of a style element as a content security policy writes it."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


# Jinja drops the one newline that ends a template, so the page holds the file without it.
STYLE_HASH = style_hash(STYLE_FILE.read_text(encoding="utf-8").removesuffix("\n"))
