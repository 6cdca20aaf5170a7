"""The named errors of the catalogue, each able to say in plain words what is wrong."""

from collections.abc import Callable


class CatalogueError(Exception):
    """Any refusal of the catalogue: one Spanish sentence with named values in braces.

    The sentence is kept apart from its values so that whoever shows it can translate it first:
    `BadInput("«{text}» no es un monto.", text=text)`.
    """

    def __init__(self, message: str, **values: object) -> None:
        self.message = message
        self.values = values
        super().__init__(message.format(**values))

    def said_in(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language; `translate` maps the Spanish sentence to it."""
        return translate(self.message).format(**self.values)


class NotFound(CatalogueError):
    """What was asked for is not in the catalogue."""


class Gone(NotFound):
    """What was asked for was in the catalogue and is offered no more."""


class Conflict(CatalogueError):
    """The change collides with what is stored, such as a name already in use."""


class NotAllowed(CatalogueError):
    """The rules of publication do not permit the step."""


class TooMany(CatalogueError):
    """So much was sent in so little time that no more is taken in for now."""


class BadInput(CatalogueError):
    """A file or value from outside cannot be read; nothing was stored."""


class CatalogueUnavailable(CatalogueError):
    """The database does not answer: locked, full, missing or stopped."""
