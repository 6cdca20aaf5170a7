"""Tokens of forms: ours, for their own page, for a day; and marks that name nobody."""

from datetime import timedelta

import pytest
from itsdangerous import TimestampSigner, URLSafeTimedSerializer

from tests.builders import NOON
from uniportal.form_tokens import OPEN_SECONDS, SALT, form_key, new_token, sender_mark

SECRET = "un secreto de prueba"


def test_token_opens_its_own_page_with_a_key_of_its_own() -> None:
    one, other = (form_key(SECRET, "renap", new_token(SECRET, "renap")) for _ in range(2))

    assert one
    assert other
    assert one != other


@pytest.mark.parametrize("token", ["", "falsa", "x" * 10_000])
def test_token_that_is_not_ours_opens_nothing(token: str) -> None:
    assert form_key(SECRET, "renap", token) is None


def test_token_of_another_page_or_secret_opens_nothing() -> None:
    token = new_token(SECRET, "renap")

    assert form_key(SECRET, "sat", token) is None
    assert form_key("otro secreto", "renap", token) is None


class SlowClock(TimestampSigner):
    """Signs with a clock that is more than a day slow."""

    def get_timestamp(self) -> int:
        """The moment, a day and a minute late."""
        return int(super().get_timestamp()) - OPEN_SECONDS - 60


def test_token_of_yesterday_opens_nothing() -> None:
    slow = URLSafeTimedSerializer(SECRET, salt=SALT, signer=SlowClock)
    token = str(slow.dumps(["renap", "clave"]))

    assert form_key(SECRET, "renap", token) is None


def test_mark_is_one_for_a_sender_and_a_day_and_tells_no_address() -> None:
    mark = sender_mark(SECRET, "192.0.2.7", NOON)

    assert mark == sender_mark(SECRET, "192.0.2.7", NOON + timedelta(hours=3))
    assert mark != sender_mark(SECRET, "192.0.2.7", NOON + timedelta(days=1))
    assert mark != sender_mark(SECRET, "192.0.2.8", NOON)
    assert len(mark) == 64
