"""Each kind of fault is found where it is, and not where it only looks like it."""

from typing import Any

import pytest

from canse.domain.quality import CHECKS, Described, FaultKind, faults

PAGE = "https://renap.gob.gt/reposicion"
LAW = "Artículos 4 y 5 de la Ley de Tránsito, Decreto del Congreso 132-"


def service(key: int, name: str = "", **texts: Any) -> Described:
    """A service with nothing wrong but what is given."""
    plain = {"institution": "renap", "address": f"{PAGE}/{key}a"}
    return Described(key=str(key), name=name or f"Servicio {chr(64 + key)}", **(plain | texts))


def found(kind: FaultKind, *services: Described) -> list[str]:
    """The services at fault of a kind, by their keys."""
    return [fault.key for fault in faults(services) if fault.kind is kind]


def test_every_kind_is_looked_for() -> None:
    assert set(CHECKS) == set(FaultKind)


def test_good_services_have_no_fault() -> None:
    good = [
        service(n, description="Pida aquí su documento. Lleve una copia del que tenía.")
        for n in (1,)
    ]

    assert list(faults([*good, service(2), service(3)])) == []


@pytest.mark.parametrize(
    ("address", "is_fault"),
    [
        ("Pendiente", True), ("....", True), ("", True), ("www.sitio.gob.gt", True),
        ("correo@sitio.gob.gt", True), ("http://sitio.gob.gt/x", False), (PAGE, False),
    ],
)  # fmt: skip
def test_text_is_no_address(address: str, is_fault: bool) -> None:
    assert bool(found(FaultKind.NO_ADDRESS, service(1, address=address))) is is_fault


@pytest.mark.parametrize(
    ("address", "is_fault"),
    [
        (LAW + "96", True),
        ("Artículo 28 CPRG", True),
        ("Pendiente", False),
        ("https://sitio.gob.gt/ley/decreto-1", False),
    ],
)
def test_law_stands_where_the_address_should(address: str, is_fault: bool) -> None:
    assert bool(found(FaultKind.LAW_AS_ADDRESS, service(1, address=address))) is is_fault


def test_address_shared_by_five_is_told_of_each_with_how_many() -> None:
    five = [service(n, address=PAGE) for n in range(1, 6)]
    four = [service(n, address=PAGE + "/otra") for n in range(6, 10)]

    shared = [f for f in faults([*five, *four]) if f.kind is FaultKind.SHARED_ADDRESS]

    assert [(fault.key, fault.clash) for fault in shared] == [(str(n), "5") for n in range(1, 6)]


def test_texts_that_are_no_address_are_shared_by_nobody() -> None:
    same = [service(n, address="Pendiente") for n in range(1, 8)]

    assert found(FaultKind.SHARED_ADDRESS, *same) == []


@pytest.mark.parametrize(
    ("address", "is_fault"),
    [
        ("https://sitio.gob.gt", True), ("https://sitio.gob.gt/", True),
        ("https://sitio.gob.gt/?p=3", False), (PAGE, False), ("sitio.gob.gt", False),
        ("http://[roto", False),
    ],
)  # fmt: skip
def test_front_page_is_no_page_of_a_service(address: str, is_fault: bool) -> None:
    assert bool(found(FaultKind.FRONT_PAGE, service(1, address=address))) is is_fault


def test_address_without_a_lock_is_told() -> None:
    assert found(FaultKind.INSECURE_ADDRESS, service(1, address="http://a.gob.gt/x")) == ["1"]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("1. Constancia zoosanitaria", {FaultKind.NUMBERED_TITLE}),
        (" 2 Licencia", {FaultKind.NUMBERED_TITLE}),
        ("LICENCIA SANITARIA", {FaultKind.SHOUTED_TITLE}),
        ("3) LICENCIA", {FaultKind.NUMBERED_TITLE, FaultKind.SHOUTED_TITLE}),
        ("Licencia " * 10, {FaultKind.LONG_TITLE}),
        ("DPI nuevo", set()),
        ("Licencia tipo 3", set()),
    ],
)
def test_title_is_written_as_a_name(name: str, kinds: set[FaultKind]) -> None:
    assert {fault.kind for fault in faults([service(1, name)])} == kinds


def test_series_that_a_spreadsheet_filled_down_is_told_but_for_its_first() -> None:
    laws = [service(n, address=LAW + last) for n, last in enumerate(("96", "96", "97", "98"), 1)]

    told = [fault for fault in faults(laws) if fault.kind is FaultKind.FILLED_DOWN]

    assert [(fault.key, fault.value[-6:]) for fault in told] == [("3", "132-97"), ("4", "132-98")]
    assert told[0].clash == LAW + "96"


@pytest.mark.parametrize(
    "texts",
    [
        [LAW + "96", LAW + "97"],
        [LAW + "96", LAW + "98", LAW + "100"],
        ["Decreto 1-96", "Acuerdo 1-97", "Decreto 1-98"],
        [f"https://sitio.gob.gt/servicio/{n}" for n in (575, 576, 577)],
        ["sin número", "sin número", "sin número"],
    ],
)
def test_numbers_that_only_follow_by_chance_are_no_series(texts: list[str]) -> None:
    services = [service(n, address=text) for n, text in enumerate(texts, 1)]

    assert found(FaultKind.FILLED_DOWN, *services) == []


def test_series_ends_where_another_institution_begins() -> None:
    owners = ("a", "a", "b", "b")
    services = [
        service(n, law=f"Decreto {n}", institution=owner) for n, owner in enumerate(owners, 1)
    ]

    assert found(FaultKind.FILLED_DOWN, *services) == []


def test_description_of_another_service_is_told_with_whose_it_is() -> None:
    text = "Pague aquí las multas de tránsito que le pusieron en la capital."
    services = [
        service(1, "Pago de multas", description=text),
        service(2, "Oponerse a una multa", description=text.upper()),
        service(3, "Pago de multas", description=text),
        service(4, description="Texto corto."),
        service(5, description="Texto corto."),
    ]

    copied = [fault for fault in faults(services) if fault.kind is FaultKind.COPIED_DESCRIPTION]

    assert [(fault.key, fault.clash) for fault in copied] == [("2", "Pago de multas")]


def test_text_that_is_hard_to_read_is_told_with_its_words() -> None:
    text = (
        "El administrado deberá apersonarse ante la institución correspondiente a efecto de"
        " gestionar la expedición de la certificación mediante la documentación fehaciente."
    )

    told = {fault.kind: fault.clash for fault in faults([service(1, description=text)])}

    assert float(told[FaultKind.HARD_TO_READ]) < 55
    assert "apersonarse" in told[FaultKind.HEAVY_WORDS]


def test_service_told_twice_by_one_institution_is_repeated() -> None:
    services = [
        service(1, "Licencia sanitaria"),
        service(2, "LICENCIA SANITARIA"),
        service(3, "Licencia sanitaria", institution="mspas"),
    ]

    assert found(FaultKind.REPEATED_SERVICE, *services) == ["2"]


def test_institutions_that_tell_another_cost_or_time_contradict_each_other() -> None:
    services = [
        service(1, "Constancia", institution="a", cost="Q10", time="10 días"),
        service(2, "Constancia", institution="b", cost="Q25", time="10 DÍAS"),
        service(3, "Constancia", institution="c", time="1 mes"),
        service(4, "Constancia", institution="d"),
    ]

    told = [fault for fault in faults(services) if fault.kind is FaultKind.CONTRADICTION]

    assert [(fault.key, fault.field, fault.clash) for fault in told] == [
        ("2", "cost", "a: Q10"),
        ("3", "time", "a: 10 días"),
    ]
