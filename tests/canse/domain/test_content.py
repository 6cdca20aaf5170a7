"""Content is compared in plain values and merged field by field."""

from decimal import Decimal

from canse.domain.content import ServiceContent, as_plain, differences, merged
from canse.domain.service import Fee, Modality
from canse.domain.stages import Stage

FIRST = ServiceContent(name="Uno", summary="Antes", modality=Modality.ONLINE)


def test_plain_values_are_what_json_holds() -> None:
    content = ServiceContent(
        name="Uno",
        fees=(Fee(concept="C", amount=Decimal("1.50")),),
        stage_declared=Stage(2),
        estimated_fields=frozenset({"b", "a"}),
    )

    plain = as_plain(content)

    assert plain["fees"][0]["amount"] == "1.50"
    assert plain["stage_declared"] == 2
    assert plain["estimated_fields"] == ["a", "b"]


def test_difference_names_only_what_changed() -> None:
    after = ServiceContent(name="Uno", summary="Después", modality=Modality.ONLINE)

    assert differences(FIRST, after) == {"summary": {"before": "Antes", "after": "Después"}}


def test_merge_takes_what_nobody_edited() -> None:
    edited = ServiceContent(name="Uno", summary="De la gente", modality=Modality.ONLINE)
    incoming = ServiceContent(name="Dos", summary="Nuevo", modality=Modality.MIXED)

    result = merged(base=as_plain(FIRST), current=edited, incoming=incoming)

    assert (result.name, result.summary, result.modality) == ("Dos", "De la gente", Modality.MIXED)


def test_merge_takes_a_field_new_in_the_source_where_it_is_empty() -> None:
    base = {name: value for name, value in as_plain(FIRST).items() if name != "result"}
    incoming = ServiceContent(name="Uno", summary="Antes", result="Un papel")

    assert merged(base=base, current=FIRST, incoming=incoming).result == "Un papel"
