"""Pages that ruin the judge cost their portal its verdict, never the run or another portal."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from canse.domain.audit import AuditReport, FoundFee, FoundSheet
from canse.domain.stages import Stage
from crawler.audit import Audited, Target, audit_portal, run_audit
from crawler.judging import FAILED, TOO_LONG
from crawler.values_json import MalformedValue, build
from tests.builders import found_service, report
from tests.crawler.auditing import MUNI, audit, options, outcomes, read_json, without_run
from tests.crawler.small_site import serve

JUDGES = {
    "search_for_ever": TOO_LONG,
    "use_all_memory": FAILED,
    "die": FAILED,
    "fail": FAILED,
    "talk_too_much": FAILED,
}


def judge(name: str) -> str:
    return f"tests.crawler.judges:{name}"


@pytest.mark.parametrize(("name", "words"), JUDGES.items())
def test_portal_is_not_evaluable_when_its_judge_is_ruined(
    tmp_path: Path, name: str, words: str
) -> None:
    seconds = 1.0 if words is TOO_LONG else 60.0
    first, _ = audit(MUNI, tmp_path, judge=judge(name), judge_seconds=seconds)
    archive = first.path.parent / "pages.warc.gz"
    second = audit_portal(Target(replay=archive), options(tmp_path))

    assert not first.report.coverage.evaluable
    assert first.report.coverage.reasons == (words,)
    assert first.report.stage.confirmed is Stage.NONE
    assert outcomes(first)["/tramites"] == "ok"
    assert without_run(read_json(second)) == without_run(read_json(first))


def test_other_portals_go_on_while_one_cannot_be_judged(tmp_path: Path) -> None:
    ended: list[str] = []

    async def one(name: str, target: Target, **changes: Any) -> Audited:
        audited = await run_audit(target, options(tmp_path / name, **changes))
        ended.append(name)
        return audited

    async def both(bad: Target, good: Target) -> list[Audited]:
        ruined = one("bad", bad, judge=judge("search_for_ever"), judge_seconds=20.0)
        task = asyncio.create_task(ruined)
        found = [await one("good", good)]
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return found

    with serve(MUNI) as first, serve(MUNI) as second:
        (good,) = asyncio.run(both(Target(url=first.url()), Target(url=second.url())))

    assert ended == ["good"]
    assert good.report.coverage.evaluable


def test_report_is_the_same_after_its_way_between_processes() -> None:
    fee = FoundFee(text="Q 25.50", amount=Decimal("25.50"))
    made = report(replace(found_service(), sheet=FoundSheet(fees=(fee,))))
    plain = made.as_json()
    del plain["schema"]

    assert build(AuditReport, plain) == made


@pytest.mark.parametrize("plain", [None, [], {}, {"run": {}}, "informe"])
def test_answer_is_refused_when_it_is_no_report(plain: object) -> None:
    with pytest.raises(MalformedValue):
        build(AuditReport, plain)
