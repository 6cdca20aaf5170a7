"""The rule by which a found service enters the catalogue."""

import pytest

from canse.domain.audit import Mention
from canse.domain.overview import Registration
from canse.domain.registration import (
    has_own_page,
    pages_of_one_service,
    registration_of,
    shared_actions,
)
from canse.domain.stages import Stage
from tests.builders import found_service

HOME = "http://muni.example/"


def mention(page: str) -> Mention:
    return Mention(page_url=page, stage_confirmed=Stage(1), stage_declared=Stage(1))


@pytest.mark.parametrize(
    ("confirmed", "declared", "own_page", "elsewhere", "expected"),
    [
        (3, 3, False, False, Registration.REGISTERED),
        (4, 4, False, False, Registration.REGISTERED),
        (3, 3, True, True, Registration.REVIEW),
        (2, 3, True, False, Registration.REGISTERED),
        (1, 1, True, False, Registration.REGISTERED),
        (2, 2, False, False, Registration.REVIEW),
        (0, 3, True, False, Registration.REVIEW),
        (0, 0, True, False, Registration.KEPT),
    ],
)
def test_rule(
    confirmed: int, declared: int, own_page: bool, elsewhere: bool, expected: Registration
) -> None:
    found = found_service(stage_confirmed=Stage(confirmed), stage_declared=Stage(declared))

    decided = registration_of(found, has_own_page=own_page, belongs_elsewhere=elsewhere)

    assert decided is expected


def test_what_the_auditor_says_does_not_qualify_is_kept() -> None:
    found = found_service(qualifies=False)

    decided = registration_of(found, has_own_page=True, belongs_elsewhere=False)

    assert decided is Registration.KEPT


def test_own_page_is_one_that_no_other_service_shares() -> None:
    alone = found_service(name="Uno", mentions=(mention(HOME + "uno"), mention(HOME + "lista")))
    other = found_service(name="Dos", mentions=(mention(HOME + "lista"),))
    pages = pages_of_one_service((alone, other))

    assert has_own_page(alone, HOME, pages)
    assert not has_own_page(other, HOME, pages)


@pytest.mark.parametrize("page", [HOME, "http://muni.example/index.php", "http://otra.example/x"])
def test_home_or_foreign_page_is_no_own_page(page: str) -> None:
    found = found_service(mentions=(mention(page),))

    assert not has_own_page(found, HOME, pages_of_one_service((found,)))


def test_action_of_several_services_is_shared() -> None:
    services = (
        found_service(action_url=HOME + "a/"),
        found_service(action_url=HOME + "a"),
        found_service(action_url=HOME + "b"),
        found_service(action_url=None),
        found_service(action_url=None),
    )

    assert shared_actions(services) == {"muni.example/a"}
