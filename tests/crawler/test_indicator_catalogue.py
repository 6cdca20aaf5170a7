"""The catalogue is whole: every question has its check, its sentences and its place."""

import re
from itertools import pairwise

from canse.domain.audit import Verdict
from canse.domain.stages import Stage
from crawler.indicators.catalogue import CATALOGUE_VERSION, load_catalogue
from crawler.indicators.portal import PortalView, examples
from crawler.indicators.run import CHECKS, run_indicators
from tests.crawler.pages import PORTAL, dead_visit, visit_of

CATALOGUE = load_catalogue()
GROUPS = {
    "accesibilidad", "datos_abiertos", "identidad", "idiomas", "informacion", "integracion",
    "participacion", "presupuesto", "seguridad", "servicios", "transparencia", "usabilidad", "uso",
}  # fmt: skip
UNCHECKED = "por comprobar"
ABSENT = re.compile(r"\bno existen?\b", re.I)


def test_every_indicator_has_a_check_and_every_check_an_indicator() -> None:
    assert sorted(i.id for i in CATALOGUE.indicators) == sorted(CHECKS)


def test_every_indicator_says_each_verdict_in_a_sentence() -> None:
    for indicator in CATALOGUE.indicators:
        assert set(indicator.messages) == set(Verdict)
        assert all(text.endswith((".", "{detail}")) for text in indicator.messages.values())
        is_of_stage = indicator.stage is not None
        assert not is_of_stage or indicator.id.startswith(f"E{int(indicator.stage or 0)}-")
        assert indicator.strength in ("N", "S", "X")
        assert all((indicator.name, indicator.success, indicator.method, indicator.source))


def test_every_indicator_is_asked_once_and_stands_in_its_order_and_group() -> None:
    ids = [indicator.id for indicator in CATALOGUE.indicators]
    of_stages = [name for name in ids if name.startswith("E")]

    assert len(set(ids)) == len(ids)
    assert all(one < other for one, other in pairwise(of_stages))
    assert {indicator.group for indicator in CATALOGUE.indicators} <= GROUPS


def test_every_indicator_says_what_to_do_and_whether_its_source_was_read() -> None:
    for indicator in CATALOGUE.indicators:
        assert indicator.advice.endswith("."), indicator.id
        assert not ABSENT.search(indicator.messages[Verdict.NOT_FOUND]), indicator.id
        if indicator.stage is not None:
            assert indicator.is_source_checked is not (UNCHECKED in indicator.source), indicator.id


def test_each_stage_has_its_questions() -> None:
    counts = {stage: sum(i.stage is stage for i in CATALOGUE.indicators) for stage in Stage}

    assert counts[Stage.EMERGING] == 17
    assert counts[Stage.ENHANCED] == 20
    assert counts[Stage.TRANSACTIONAL] == 22
    assert counts[Stage.CONNECTED] == 14
    assert {i.id for i in CATALOGUE.indicators if i.strength == "X"} == {
        "E3-17",
        "E3-20",
        "E3-21",
        "E3-22",
    }


def test_version_is_that_of_the_data() -> None:
    assert CATALOGUE.version == CATALOGUE_VERSION


def test_reason_fills_in_what_was_found() -> None:
    indicator = CATALOGUE.named("E1-08")

    assert indicator.reason(Verdict.MET, "7") == "El portal nombra 7 servicios."
    assert "sin más detalle" in indicator.reason(Verdict.MET)


def test_nothing_is_evaluated_when_no_page_was_read() -> None:
    findings = run_indicators(PortalView.of(PORTAL, [dead_visit("")], []))

    assert {finding.verdict for finding in findings} == {Verdict.NOT_EVALUABLE}
    assert len(findings) == len(CHECKS)


def test_findings_stand_in_the_order_of_the_catalogue() -> None:
    findings = run_indicators(PortalView.of(PORTAL, [visit_of("<p>Hola</p>", "")], []))

    assert [f.id for f in findings] == [i.id for i in CATALOGUE.indicators]


def test_examples_are_few_and_each_once() -> None:
    assert examples(["a", "b", "a", "", "c", "d", "e"]) == "a, b, c y 2 más"
    assert examples(["a"]) == "a"
