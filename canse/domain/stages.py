"""The UN DESA e-government stages and the finer levels the audit distinguishes.

Source of the four stages: United Nations E-Government Survey 2012. The sub-levels are ours
(docs/stages.md): the survey never gives a stage to one service or one site.
"""

from enum import IntEnum, StrEnum


class Stage(IntEnum):
    """A UN DESA stage; NONE says that no stage was evidenced, not that the service is bad."""

    NONE = 0
    EMERGING = 1
    ENHANCED = 2
    TRANSACTIONAL = 3
    CONNECTED = 4


class Level(StrEnum):
    """Where a service stands on the ladder, from mentioned only (S0) to connected (S4)."""

    S0 = "S0"
    S1 = "S1"
    S2A = "S2a"
    S2B = "S2b"
    S3A = "S3a"
    S3B = "S3b"
    S3C = "S3c"
    S4 = "S4"

    @property
    def stage(self) -> Stage:
        """The stage this level belongs to: the digit in its name."""
        return Stage(int(self.value[1]))


LEVELS: tuple[Level, ...] = tuple(Level)
"""All levels, lowest first."""
