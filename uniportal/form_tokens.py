"""Signs the forms of the site, so that only a form of ours, for its own page, is taken in.

No cookie and no session: a token says which page its form stands on and when it was made.
"""

import hmac
from datetime import datetime
from hashlib import sha256
from secrets import token_hex

from flask import request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from canse.domain.errors import NotAllowed

SALT = "uniportal.reply-form"
KEY_BYTES = 16
LONGEST_TOKEN = 600
OPEN_SECONDS = 24 * 60 * 60


def new_token(secret: str, page: str) -> str:
    """A token for one form on one page; it carries a key that no other form has."""
    return str(_serializer(secret).dumps([page, token_hex(KEY_BYTES)]))


def form_key(secret: str, page: str, token: str) -> str | None:
    """The key of the form; None for a token that is not ours, of another page, or a day old."""
    if len(token) > LONGEST_TOKEN:
        return None
    try:
        said = _serializer(secret).loads(token, max_age=OPEN_SECONDS)
    except BadSignature:
        return None
    return str(said[1]) if said[0] == page else None


def refuse_other_sites() -> None:
    """NotAllowed for a form that a page of another site sends in a visitor's name."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise NotAllowed("Este formulario solo se envía desde su propia página.")


def sender_mark(secret: str, address: str, at: datetime) -> str:
    """A mark that is the same for one sender on one day, and tells nobody who it was."""
    said = f"{at.date().isoformat()}|{address}".encode()
    return hmac.new(secret.encode(), said, sha256).hexdigest()


def _serializer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt=SALT)
