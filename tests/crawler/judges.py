"""Judges that misbehave, for the child to suffer."""

import os
import re

from canse.domain.audit import AuditReport
from crawler.assemble import Examined


def search_for_ever(examined: Examined) -> AuditReport:
    """A search that cannot be interrupted, as a careless rule over a hostile page would be."""
    re.match(r"(a+)+b", "a" * 60)
    raise AssertionError("never reached")


def use_all_memory(examined: Examined) -> AuditReport:
    """More than anybody may have."""
    raise RuntimeError(len("x" * 2**31))


def die(examined: Examined) -> AuditReport:
    """End without a word."""
    os._exit(9)


def fail(examined: Examined) -> AuditReport:
    """A fault of our own."""
    raise RuntimeError("regla imposible")


class Endless:
    """A report that is too long for anybody."""

    def as_json(self) -> dict[str, str]:
        return {"schema": "x" * 2**26}


def talk_too_much(examined: Examined) -> Endless:
    """Hand over what nobody asked for."""
    return Endless()
