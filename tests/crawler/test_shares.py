"""The share of a group counts what applies and was looked at, and nothing else."""

from dataclasses import replace

from canse.domain.audit import Finding, GroupShare, Verdict
from crawler.indicators.catalogue import Catalogue, load_catalogue
from crawler.shares import shares_of

KNOWN = load_catalogue()


def catalogue_of(*strengths: str) -> Catalogue:
    """A catalogue of one group with as many indicators (X-0, X-1 …) as strengths."""
    like = KNOWN.indicators[0]
    return Catalogue(
        version="1",
        indicators=tuple(
            replace(like, id=f"X-{number}", strength=strength)
            for number, strength in enumerate(strengths)
        ),
    )


def findings(*verdicts: Verdict, group: str = "transparencia") -> list[Finding]:
    """A finding for each verdict."""
    return [
        Finding(id=f"X-{number}", group=group, verdict=verdict, reason="Porque sí.")
        for number, verdict in enumerate(verdicts)
    ]


def test_partly_met_counts_a_half_and_what_does_not_apply_counts_nothing() -> None:
    seen = findings(
        Verdict.MET,
        Verdict.PARTIAL,
        Verdict.NOT_FOUND,
        Verdict.NOT_APPLICABLE,
        Verdict.NOT_EVALUABLE,
    )

    assert shares_of(seen, catalogue_of(*"NNNNN")) == {
        "transparencia": GroupShare(points=1.5, applicable=3, percent=50.0)
    }


def test_gate_gives_no_points() -> None:
    seen = findings(Verdict.MET, Verdict.NOT_FOUND)

    assert shares_of(seen, catalogue_of("X", "N"))["transparencia"].percent == 0.0


def test_group_that_could_not_be_judged_has_no_share() -> None:
    seen = [
        *findings(Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUABLE),
        *findings(Verdict.MET, group="seguridad"),
    ]

    assert list(shares_of(seen, catalogue_of("N", "N"))) == ["seguridad"]
