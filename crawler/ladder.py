"""The ladder of one service: what was proven of it → its level, with the reason in words.

Source: docs/stages.md (after the UN DESA stages). Two laws hold and are property-tested: more
positive evidence never lowers a level, one gate more never raises it.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from canse.domain.stages import LEVELS, Level

RUNGS_REMEMBERED = 5000


class Capability(StrEnum):
    """What a service can be proven to offer; the value is the indicator that proves it."""

    ACTION = "accion"
    SHEET = "E1-09"
    FORM_FILE = "E2-01"
    QUERY = "E2-03"
    MESSAGE = "E2-05"
    COMPLAINT = "E2-06"
    INFORMATION_REQUEST = "E2-07"
    BY_MAIL = "E2-13"
    THIRD_PARTY_FORM = "E2-14"
    APPLICATION = "E3-01"
    ACCOUNT = "E3-03"
    LOGIN = "E3-04"
    PAYMENT = "E3-06"
    APPOINTMENT = "E3-08"
    TRACKING = "E3-09"
    DELIVERY = "E3-10"
    SIGNATURE = "E3-12"
    ONE_WINDOW = "E4-01"
    SINGLE_SIGN_ON = "E4-02"
    SHARED_DATA = "E4-03"
    PERSONAL_AREA = "E4-05"
    LIFE_EVENTS = "E4-06"
    REMINDERS = "E4-07"
    CO_CREATION = "E4-08"
    RATING = "E4-10"
    REUSE = "E4-14"


class Gate(StrEnum):
    """What caps a level; a gate is printed as a reason and never deletes evidence."""

    INSECURE_FORM = "E3-17"
    IN_PERSON = "E3-20"
    NOT_AVAILABLE = "E3-21"
    OTHER_OWNER = "E3-22"


_IDENTIFIED = frozenset(
    {
        Capability.ACCOUNT,
        Capability.LOGIN,
        Capability.PAYMENT,
        Capability.TRACKING,
        Capability.SIGNATURE,
    }
)
_TWO_WAY = frozenset(
    {
        Capability.QUERY,
        Capability.MESSAGE,
        Capability.COMPLAINT,
        Capability.INFORMATION_REQUEST,
        Capability.THIRD_PARTY_FORM,
    }
)
_JOINED = frozenset({Capability.ONE_WINDOW, Capability.SINGLE_SIGN_ON, Capability.SHARED_DATA})
_CENTRED = frozenset(
    {
        Capability.PERSONAL_AREA,
        Capability.LIFE_EVENTS,
        Capability.REMINDERS,
        Capability.CO_CREATION,
        Capability.RATING,
        Capability.REUSE,
    }
)
_BEGUN = frozenset({Capability.APPLICATION, Capability.APPOINTMENT})
_SATISFIED = {
    Level.S0: "el servicio solo se menciona",
    Level.S1: "la página dice qué es el servicio y qué se necesita",
    Level.S2A: "hay un formulario para descargar o se pide por correo",
    Level.S2B: "se puede consultar o escribir a la institución desde la página",
    Level.S3A: "el trámite se empieza en línea",
    Level.S3B: "el trámite en línea identifica a la persona, cobra o da seguimiento",
    Level.S3C: "el trámite se termina en línea y el resultado llega por medios electrónicos",
    Level.S4: "el servicio une a varias instituciones y parte de lo que ya saben de la persona",
}
_MISSING = {
    Level.S0: "falta una ficha con requisitos, pasos, costo o lugar",
    Level.S1: "falta un formulario para descargar, una consulta o una forma de escribir en línea",
    Level.S2A: "falta una consulta o un formulario de contacto propio del servicio",
    Level.S2B: "falta un formulario para empezar el trámite en línea",
    Level.S3A: "falta cuenta, pago, firma o seguimiento en línea, con conexión segura",
    Level.S3B: "falta entregar el resultado por medios electrónicos sin pasos presenciales",
    Level.S3C: "falta unir a otras instituciones y no pedir datos que el Estado ya tiene",
    Level.S4: "",
}
_GATED = {
    Gate.INSECURE_FORM: "el formulario no viaja por una conexión segura (https)",
    Gate.IN_PERSON: "algún paso obliga a presentarse en persona",
    Gate.NOT_AVAILABLE: "la página anuncia el servicio, pero no está disponible",
    Gate.OTHER_OWNER: "el trámite es de otra institución: aquí solo se enlaza",
}


# What can meet the clause of each level, for the indicators that a verdict names.
_PROVES: dict[Level, frozenset[Capability]] = {
    Level.S0: frozenset(),
    Level.S1: frozenset({Capability.SHEET}),
    Level.S2A: frozenset({Capability.FORM_FILE, Capability.BY_MAIL}),
    Level.S2B: _TWO_WAY,
    Level.S3A: _BEGUN,
    Level.S3B: _BEGUN | _IDENTIFIED,
    Level.S3C: _BEGUN | _IDENTIFIED | {Capability.DELIVERY},
    Level.S4: _IDENTIFIED | _JOINED | _CENTRED,
}


@dataclass(frozen=True, kw_only=True)
class Rung:
    """Where a service stands: the clause it meets, the clause of the next level it lacks.

    `proven_by` holds what meets the clause, in the order of the catalogue.
    """

    level: Level
    satisfied: str
    missing: str
    capped_by: tuple[Gate, ...]
    proven_by: tuple[Capability, ...] = ()

    @property
    def clause(self) -> str:
        """The clause met, with the indicators that prove it: "… en línea (E3-01, E3-04)"."""
        proofs = ", ".join(capability.value for capability in self.proven_by)
        return f"{self.satisfied} ({proofs})" if proofs else self.satisfied

    @property
    def sentence(self) -> str:
        """The rung in one Spanish sentence."""
        parts = [f"{self.clause[0].upper()}{self.clause[1:]}"]
        if self.missing:
            parts.append(f"para el nivel siguiente {self.missing}")
        parts += [_GATED[gate] for gate in self.capped_by]
        return "; ".join(parts) + "."


def climb_confirmed(capabilities: Iterable[Capability], gates: Iterable[Gate] = ()) -> Rung:
    """The level that what was seen at work proves."""
    return _climb(frozenset(capabilities), frozenset(gates))


def climb_declared(capabilities: Iterable[Capability], gates: Iterable[Gate] = ()) -> Rung:
    """The level the portal claims; that a service fails today or is another's only takes away
    confirmation."""
    unconfirming = {Gate.NOT_AVAILABLE, Gate.OTHER_OWNER}
    return _climb(frozenset(capabilities), frozenset(gates) - unconfirming)


@lru_cache(maxsize=RUNGS_REMEMBERED)
def _climb(found: frozenset[Capability], gates: frozenset[Gate]) -> Rung:
    uncapped = _highest(found, frozenset())
    level = _highest(found, gates)
    capped_by = tuple(
        gate for gate in Gate if gate in gates and _highest(found, gates - {gate}) is not level
    )
    if level is not uncapped and not capped_by:
        capped_by = tuple(gate for gate in Gate if gate in gates)
    return Rung(
        level=level,
        satisfied=_SATISFIED[level],
        missing=_MISSING[level],
        capped_by=capped_by,
        proven_by=tuple(one for one in Capability if one in found & _PROVES[level]),
    )


def _highest(found: Set[Capability], gates: Set[Gate]) -> Level:
    holds = _clauses(found, gates)
    return next(level for level in reversed(LEVELS) if holds[level])


def _clauses(found: Set[Capability], gates: Set[Gate]) -> dict[Level, bool]:
    """The clauses of each level; lower levels are implied, not required one by one."""
    is_unconfirmed = bool({Gate.NOT_AVAILABLE, Gate.OTHER_OWNER} & gates)
    is_begun = (
        Capability.APPLICATION in found or {Capability.APPOINTMENT, Capability.SHEET} <= found
    )
    s3a = is_begun and not is_unconfirmed
    s3b = s3a and bool(_IDENTIFIED & found) and Gate.INSECURE_FORM not in gates
    return {
        Level.S0: True,
        Level.S1: Capability.SHEET in found,
        Level.S2A: bool({Capability.SHEET, Capability.ACTION} & found)
        and bool({Capability.FORM_FILE, Capability.BY_MAIL} & found),
        Level.S2B: bool(_TWO_WAY & found),
        Level.S3A: s3a,
        Level.S3B: s3b,
        Level.S3C: s3b and Capability.DELIVERY in found and Gate.IN_PERSON not in gates,
        Level.S4: s3b and bool(_JOINED & found) and bool(_CENTRED & found),
    }
