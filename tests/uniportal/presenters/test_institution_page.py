"""The page of an institution."""

from canse.domain.overview import InstitutionSheet
from tests.builders import institution, sheet
from uniportal.presenters.institution_page import present


def test_page_links_only_portals_that_are_web_addresses() -> None:
    owner = InstitutionSheet(
        institution=institution(),
        parent=None,
        dependencies=(),
        portals=("https://www.renap.gob.gt", "ftp://renap.gob.gt"),
        telephone="1516",
        source="https://fuente.example/",
        is_doubtful=False,
        service_count=1,
    )

    view = present(owner, [sheet()], [])

    assert [link.host for link in view.portals] == ["renap.gob.gt"]
    assert [row.slug for row in view.services] == ["reposicion-dpi"]
    assert view.source is not None
    assert view.standings == ()
