"""The states a service passes through before and after citizens see it, and the steps allowed."""

from enum import StrEnum

from canse.domain.errors import NotAllowed


class PublicationState(StrEnum):
    """draft → review → published → suspended → archived; only published is seen by citizens."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    SUSPENDED = "suspended"
    ARCHIVED = "archived"


_ALLOWED: dict[PublicationState, frozenset[PublicationState]] = {
    PublicationState.DRAFT: frozenset({PublicationState.REVIEW, PublicationState.ARCHIVED}),
    PublicationState.REVIEW: frozenset(
        {PublicationState.DRAFT, PublicationState.PUBLISHED, PublicationState.ARCHIVED}
    ),
    PublicationState.PUBLISHED: frozenset(
        {PublicationState.SUSPENDED, PublicationState.REVIEW, PublicationState.ARCHIVED}
    ),
    PublicationState.SUSPENDED: frozenset({PublicationState.PUBLISHED, PublicationState.ARCHIVED}),
    PublicationState.ARCHIVED: frozenset({PublicationState.DRAFT}),
}


def may_move(current: PublicationState, target: PublicationState) -> bool:
    """Tell whether a service in one state may be moved to another."""
    return target in _ALLOWED[current]


def require_move(current: PublicationState, target: PublicationState) -> None:
    """Raise NotAllowed when the step would skip the review or revive what is closed."""
    if not may_move(current, target):
        raise NotAllowed(
            "Un servicio en estado «{current}» no puede pasar a «{target}».",
            current=current.value,
            target=target.value,
        )
