"""Mentions on many pages become services, each judged on all of them."""

from canse.domain.stages import Level, Stage
from crawler.services import JudgedService, find_services, name_words
from crawler.sightings import see
from crawler.visit import Outcome, Visit
from tests.crawler.pages import PORTAL, dead_visit, sheet, visit_of

LIST = (
    '<main><h1>Servicios</h1><ul><li><a href="/s/residencia/">Constancia de residencia</a></li>'
    '<li><a href="/s/obra/">Licencia de obra</a></li>'
    '<li><a href="/s/agua/">Conexión de agua</a></li></ul></main>'
)
APPLY = (
    '<form action="/enviar"><input name=dpi><input type=file name=a><button>Enviar</button></form>'
)


def services(*visits: Visit) -> dict[str, JudgedService]:
    read = [visit for visit in visits if visit.page is not None]
    sightings = see(read, portal_url=PORTAL, furniture=frozenset())
    return {found.service.name: found for found in find_services(sightings, visits)}


def test_mentions_are_one_service_when_they_have_one_name() -> None:
    found = services(
        visit_of(LIST, "servicios/"),
        visit_of(sheet("Constancias de Residencia", APPLY), "s/residencia/"),
    )

    service = found["Constancias de Residencia"].service
    assert [m.page_url for m in service.mentions] == [
        PORTAL + "s/residencia/",
        PORTAL + "servicios/",
    ]
    assert [int(m.stage_confirmed) for m in service.mentions] == [3, 1]
    assert service.stage_confirmed is Stage.TRANSACTIONAL
    assert len(found) == 3


def test_mentions_are_one_service_when_they_lead_to_one_place_under_like_names() -> None:
    link = '<p><a href="/iniciar/?s=1">Iniciar trámite</a></p>'

    found = services(
        visit_of(sheet("Licencia de obra menor", link), "a/"),
        visit_of(sheet("Licencia de obra menor nueva", link), "b/"),
        visit_of(sheet("Permiso de rotura", link), "c/"),
    )

    assert sorted(len(s.service.mentions) for s in found.values()) == [1, 2]


def test_services_stay_apart_when_the_page_names_another_provider() -> None:
    provided = "<p>Información proporcionada por: Ministerio {} -{}-</p>"

    found = find_services(
        see(
            [
                visit_of(sheet("Registro de marca", provided.format("de Uno", "MUNO")), "a/"),
                visit_of(sheet("Registro de marca", provided.format("de Dos", "MDOS")), "b/"),
            ],
            portal_url=PORTAL,
            furniture=frozenset(),
        ),
        (),
    )

    assert [s.service.owner for s in found] == ["mdos", "muno"]


def test_form_is_not_confirmed_when_its_file_is_not_there() -> None:
    page = visit_of(sheet("Permiso", '<a href="/f.pdf">Descargar formulario</a>'), "p/")

    alive, dead = services(page), services(page, dead_visit("f.pdf"))

    assert alive["Permiso"].service.level is Level.S2A
    assert dead["Permiso"].service.level is Level.S1
    assert dead["Permiso"].declared_level is Level.S2A
    assert "no responde" in dead["Permiso"].service.evidence[-1].snippet
    assert dead["Permiso"].service.gates == ()


def test_form_is_not_confirmed_when_a_web_page_answers_in_its_place() -> None:
    page = visit_of(sheet("Permiso", '<a href="/f.pdf">Descargar formulario</a>'), "p/")

    found = services(page, visit_of("<p>No encontrado</p>", "f.pdf"))

    assert found["Permiso"].service.level is Level.S1


def test_service_is_declared_only_when_its_target_is_down() -> None:
    page = visit_of(sheet("Permiso", '<a href="/iniciar/">Iniciar trámite</a>' + APPLY), "p/")

    found = services(page, dead_visit("iniciar/", Outcome.SERVER_ERROR))["Permiso"]

    assert found.service.gates == ("E3-21",)
    assert found.service.stage_confirmed is Stage.EMERGING
    assert found.service.stage_declared is Stage.TRANSACTIONAL
    assert "no está disponible" in found.service.reason


def test_service_of_another_institution_is_only_a_link_here() -> None:
    link = '<p><a href="https://otra.gob.gt/tramite">Iniciar trámite</a></p>'

    found = services(visit_of(sheet("Antecedentes", link), "p/"))["Antecedentes"]

    assert not found.is_own
    assert found.service.gates == ("E3-22",)
    assert found.service.stage_confirmed is Stage.EMERGING


def test_reason_is_a_sentence_that_tells_seen_from_claimed() -> None:
    page = visit_of(sheet("Permiso", "<p>Se hace en línea.</p>"), "p/")

    reason = services(page)["Permiso"].service.reason

    assert reason == (
        "Comprobado: la página dice qué es el servicio y qué se necesita (E1-09); para el nivel "
        "siguiente falta un formulario para descargar, una consulta o una forma de escribir en "
        "línea. Según el portal, sin comprobar: el trámite se empieza en línea (E3-01)."
    )


def test_action_is_an_address_that_may_be_stored() -> None:
    page = visit_of(sheet("Permiso", '<a href="/mi formulario.pdf">Descargar formulario</a>'), "p/")

    assert services(page)["Permiso"].service.action_url == PORTAL + "mi%20formulario.pdf"


def test_spelling_does_not_tell_names_apart_but_words_do() -> None:
    assert name_words("Solicitudes de construcciones") == name_words("Solicitud de construcion")
    assert name_words("Licencia de apertura") != name_words("Licencia de renovación")
    assert name_words("Permiso tipo A") != name_words("Permiso tipo B")


def test_law_of_another_host_does_not_make_the_service_anothers() -> None:
    law = '<h2>Base legal</h2><p><a href="https://otra.gob.gt/ley/35">Código, artículo 35</a></p>'

    found = services(visit_of(sheet("Permiso de obra", law), "p/"))["Permiso de obra"]

    assert found.is_own
    assert found.service.gates == ()


def test_small_words_and_plurals_do_not_tell_names_apart() -> None:
    assert name_words("12. Constancias de la Residencia") == name_words("Constancia de residencia")
    assert name_words("Clase A") != name_words("Clase B")
