"""The verdict follows the words of a page and the version of the rules, and both are told."""

from pathlib import Path

import pytest

from crawler.audit import Target, audit_portal
from crawler.indicators.catalogue import CATALOGUE_VERSION
from tests.crawler.auditing import options, read_json
from tests.crawler.hostile.looking import Seen, linked, look
from tests.crawler.hostile.raw_server import Answer, answer, page
from tests.crawler.hostile.rows import row

PLAIN = (
    "<div>Sirve para construir.</div><div><b>Requisitos</b></div><div>Documento de identidad y"
    " plano de la obra.</div><div><b>Costo</b></div><div>Q 50.00</div>"
)
APPLY = (
    '<form action="/enviar" method="post"><label>DPI <input name="dpi"></label><label>Expediente'
    ' <input name="expediente"></label><input type="file" name="foto"><button>Enviar</button>'
    "</form>"
)
DRESSED = (
    '<div itemscope itemtype="https://schema.org/GovernmentService" data-element="service-sheet">'
    '<span itemprop="name">Saludo del alcalde</span><p data-element="service-description">Reciban'
    " un saludo cordial en estas fiestas, con mis mejores deseos para todas las familias.</p></div>"
)
# The stage that people gave to pages of our own making: the rules may change, these may not.
LABELLED: dict[str, tuple[str, bytes, int]] = {
    "/baile": ("Licencia de baile", page("Licencia de baile", text=PLAIN), 1),
    "/obra": (
        "Licencia de obra",
        page("Licencia de obra", text=PLAIN + '<a href="/f.docx">Descargar formulario</a>'),
        2,
    ),
    "/residencia": (
        "Constancia de residencia",
        page("Constancia de residencia", text=PLAIN + APPLY),
        3,
    ),
}
DOCX = answer(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99, "Content-Type: application/msword")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    pages: dict[str, Answer] = {path: body for path, (_, body, _) in LABELLED.items()}
    pages["/saludo"] = page("Saludo del alcalde", text=DRESSED)
    folder: Path = tmp_path_factory.mktemp("judging")
    return look({**linked(pages.items()), "/f.docx": DOCX}, folder)


@row(91)
def test_verdict_names_the_version_of_its_rules_and_repeats_itself(
    seen: Seen, tmp_path: Path
) -> None:
    again = audit_portal(Target(replay=seen.archive), options(tmp_path))
    first, second = read_json(seen.audited), read_json(again)

    assert first["run"]["catalogue_version"] == CATALOGUE_VERSION
    assert {key: value for key, value in first.items() if key != "run"} == {
        key: value for key, value in second.items() if key != "run"
    }


@row(91)
@pytest.mark.parametrize("path", list(LABELLED))
def test_labelled_page_keeps_its_stage(seen: Seen, path: str) -> None:
    name, _, stage = LABELLED[path]
    stages = {one.name: int(one.stage_confirmed) for one in seen.report.services}

    assert stages[name] == stage


@row(92)
def test_sheet_is_known_by_its_words_and_not_by_its_attributes(seen: Seen) -> None:
    names = {service.name for service in seen.report.services}

    assert "Licencia de baile" in names
    assert "Saludo del alcalde" not in names
