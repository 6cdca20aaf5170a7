"""How the site is, for machines that watch it: database, index and disk in one JSON answer."""

import shutil
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from canse.domain.errors import CatalogueError
from uniportal.requests import request_id
from uniportal.wiring import Rooms, rooms

LEAST_FREE_BYTES = 100_000_000
MOST_LAG = 1_000

blueprint = Blueprint("health", __name__)


@blueprint.get("/salud")
def show() -> ResponseReturnValue:
    """200 when citizens can be served in full, 503 with what is wrong otherwise."""
    state = health_of(rooms())
    status = HTTPStatus.OK if state["status"] == "ok" else HTTPStatus.SERVICE_UNAVAILABLE
    return jsonify({**state, "request_id": request_id()}), status


def health_of(rooms: Rooms) -> dict[str, Any]:
    """The state of each part, and of the whole; never raises for a part that is down."""
    database, change = _database(rooms)
    parts = {
        "database": database,
        "index": _index(rooms, change),
        "disk": _disk(rooms.settings.instance),
    }
    is_well = all(part["ok"] for part in parts.values())
    return {"status": "ok" if is_well else "fault", **parts}


def _database(rooms: Rooms) -> tuple[dict[str, Any], int | None]:
    try:
        change = rooms.catalogue.change_number()
    except CatalogueError as error:
        return {"ok": False, "problem": str(error)}, None
    return {"ok": True, "change": change}, change


def _index(rooms: Rooms, change: int | None) -> dict[str, Any]:
    status = rooms.index.status()
    lag = None if change is None else max(0, change - status.applied)
    return {
        "ok": status.is_healthy and (lag is None or lag <= MOST_LAG),
        "generation": status.generation,
        "documents": status.documents,
        "applied": status.applied,
        "lag": lag,
        "problem": status.problem,
    }


def _disk(instance: Path) -> dict[str, Any]:
    folder = next((one for one in (instance, *instance.parents) if one.exists()), Path("/"))
    free = shutil.disk_usage(folder).free
    return {"ok": free >= LEAST_FREE_BYTES, "free_bytes": free}
