"""Telephones come from the catalogue and from nowhere else."""

from dataclasses import replace

from canse.domain.overview import InstitutionSheet
from tests.builders import institution
from uniportal.presenters.help_lines import HelpLine, help_lines

RENAP = InstitutionSheet(
    institution=institution(),
    parent=None,
    dependencies=(),
    portals=(),
    telephone="1516",
    source="",
    is_doubtful=False,
    service_count=0,
)


def test_only_institutions_with_a_telephone_are_offered() -> None:
    lines = help_lines([RENAP, replace(RENAP, telephone="")])

    assert lines == (HelpLine(name="Registro Nacional de las Personas", telephone="1516"),)
