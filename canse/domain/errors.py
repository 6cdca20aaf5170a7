"""The named errors of the catalogue, each able to say in plain words what is wrong."""


class CatalogueError(Exception):
    """Any refusal of the catalogue; its text is one Spanish sentence a person can act on."""


class NotFound(CatalogueError):
    """What was asked for is not in the catalogue."""


class Conflict(CatalogueError):
    """The change collides with what is stored, such as a name already in use."""


class NotAllowed(CatalogueError):
    """The rules of publication do not permit the step."""


class BadInput(CatalogueError):
    """A file or value from outside cannot be read; nothing was stored."""


class CatalogueUnavailable(CatalogueError):
    """The database does not answer: locked, full, missing or stopped."""
