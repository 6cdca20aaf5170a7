"""An office where an institution attends people, and what each part of it may hold."""

from dataclasses import dataclass, field

from canse.domain.errors import BadInput
from canse.domain.opening_hours import OpeningHours, parse_opening_hours

NAME_LENGTH = 200
TEXT_LENGTH = 500
MOST_LATITUDE, MOST_LONGITUDE = 90.0, 180.0


@dataclass(frozen=True, kw_only=True)
class Office:
    """An office as people find it; `hours` are the words staff wrote, `place` its municipality.

    `municipality` is an INE code or "", coordinates are in degrees.
    """

    name: str
    address: str = ""
    municipality: str = ""
    place: str = field(default="", compare=False)
    latitude: float | None = None
    longitude: float | None = None
    telephone: str = ""
    hours: str = ""
    note: str = ""

    @property
    def opening_hours(self) -> OpeningHours | None:
        """The hours where they can be understood."""
        return parse_opening_hours(self.hours)


def checked_office(office: Office) -> Office:
    """The same office; BadInput says what of it cannot be kept."""
    if not office.name:
        raise BadInput("Falta el nombre de la oficina.")
    if len(office.name) > NAME_LENGTH:
        raise BadInput("El nombre «{text}» es demasiado largo.", text=office.name[:60])
    for text in (office.address, office.telephone, office.hours, office.note):
        if len(text) > TEXT_LENGTH:
            raise BadInput("El texto «{text}…» es demasiado largo.", text=text[:60])
    if (office.latitude is None) != (office.longitude is None):
        raise BadInput("Escriba la latitud y la longitud, o ninguna de las dos.")
    # So written that what is no number is refused too.
    is_on_earth = abs(office.latitude or 0) <= MOST_LATITUDE
    if not (is_on_earth and abs(office.longitude or 0) <= MOST_LONGITUDE):
        raise BadInput("Las coordenadas de «{name}» no existen.", name=office.name)
    return office
