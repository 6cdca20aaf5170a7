"""Filters are said by the names people know."""

from canse.domain.institution import InstitutionKind
from canse.domain.overview import InstitutionCount, TermCount
from canse.domain.place import Municipality
from canse.domain.service import Term
from indices.port import Facet
from tests.builders import institution
from uniportal.presenters.vocabulary import Vocabulary, vocabulary

ECONOMY = institution(
    slug="mineco", name="Ministerio de Economía", acronym="MINECO", kind=InstitutionKind.MINISTRY
)
SOCIAL = institution(
    slug="sosep", name="Secretaría de Obras Sociales", kind=InstitutionKind.SECRETARIAT
)


def named() -> Vocabulary:
    return vocabulary(
        institutions=[
            InstitutionCount(institution=owner, count=1)
            for owner in (institution(), ECONOMY, SOCIAL)
        ],
        categories=[TermCount(term=Term(slug="salud", name="Salud"), count=1)],
        topics=[TermCount(term=Term(slug="robo-de-dpi", name="robo de dpi"), count=1)],
        life_events=[TermCount(term=Term(slug="viaje", name="Viajar"), count=1)],
        places=[
            Municipality(code="0108", name="Mixco", department_code="01", department="Guatemala")
        ],
    )


def test_institution_is_said_short_and_ministry_in_full() -> None:
    names = named()

    assert names.name_of(Facet.INSTITUTION, "renap") == "RENAP"
    assert names.name_of(Facet.MINISTRY, "mineco") == "Ministerio de Economía"
    assert names.name_of(Facet.SECRETARIAT, "sosep") == "Secretaría de Obras Sociales"


def test_terms_begin_with_a_capital() -> None:
    names = named()

    assert names.name_of(Facet.TOPIC, "robo-de-dpi") == "Robo de dpi"
    assert names.name_of(Facet.CATEGORY, "salud") == "Salud"
    assert names.name_of(Facet.LIFE_EVENT, "viaje") == "Viajar"


def test_places_are_said_by_name() -> None:
    names = named()

    assert names.name_of(Facet.DEPARTMENT, "01") == "Guatemala"
    assert names.name_of(Facet.MUNICIPALITY, "0108") == "Mixco"


def test_unknown_slug_is_said_as_its_own_words() -> None:
    assert Vocabulary().name_of(Facet.TOPIC, "agua-potable") == "Agua potable"
    assert named().name_of(Facet.MINISTRY, "renap") == "Renap"
