"""Health says what is wrong, part by part, and never falls with what it watches."""

from flask import Flask

from tests.uniportal.doubles import SickIndex
from uniportal.app import create_app
from uniportal.wiring import Rooms


def test_health_is_well_when_every_part_is(app: Flask) -> None:
    response = app.test_client().get("/salud")
    state = response.get_json()

    assert response.status_code == 200
    assert state["status"] == "ok"
    assert state["database"]["ok"]
    assert state["index"]["documents"] > 0
    assert state["index"]["lag"] == 0
    assert state["disk"]["free_bytes"] > 0
    assert response.headers["Cache-Control"] == "no-store"


def test_health_is_a_fault_when_there_is_no_catalogue(broken_app: Flask) -> None:
    response = broken_app.test_client().get("/salud")
    state = response.get_json()

    assert response.status_code == 503
    assert state["status"] == "fault"
    assert not state["database"]["ok"]
    assert state["index"]["lag"] is None


def test_health_tells_the_problem_of_the_index(rooms: Rooms) -> None:
    app = create_app(rooms=Rooms(rooms.settings, database=rooms.database, index=SickIndex("roto")))

    state = app.test_client().get("/salud").get_json()

    assert state["database"]["ok"]
    assert state["index"]["problem"] == "roto"
    assert state["status"] == "fault"
