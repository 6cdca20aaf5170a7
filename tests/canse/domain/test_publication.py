"""No step skips the review, and what is archived begins again as a draft."""

from itertools import product

import pytest

from canse.domain.errors import NotAllowed
from canse.domain.publication import PublicationState, may_move, require_move

DRAFT, REVIEW, PUBLISHED, SUSPENDED, ARCHIVED = PublicationState
OPEN = {
    (DRAFT, REVIEW),
    (DRAFT, ARCHIVED),
    (REVIEW, DRAFT),
    (REVIEW, PUBLISHED),
    (REVIEW, ARCHIVED),
    (PUBLISHED, SUSPENDED),
    (PUBLISHED, REVIEW),
    (PUBLISHED, ARCHIVED),
    (SUSPENDED, PUBLISHED),
    (SUSPENDED, ARCHIVED),
    (ARCHIVED, DRAFT),
}


@pytest.mark.parametrize("step", list(product(PublicationState, repeat=2)))
def test_only_the_open_steps_may_be_taken(
    step: tuple[PublicationState, PublicationState],
) -> None:
    assert may_move(*step) is (step in OPEN)


def test_refusal_says_both_states() -> None:
    with pytest.raises(NotAllowed, match=r"draft.*published"):
        require_move(DRAFT, PUBLISHED)
