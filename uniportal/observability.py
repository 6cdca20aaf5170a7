"""What the site tells its keepers: one line a request, with nothing personal in it."""

import json
import logging
import sys
from datetime import UTC, datetime
from time import perf_counter
from typing import Any, TextIO

from flask import Flask, Response, g, request

from uniportal.languages import interface_language
from uniportal.requests import request_id, surface
from uniportal.settings import LogFormat, Settings

LOGGER = logging.getLogger("uniportal.requests")
LONGEST_VALUE = 300
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def init_observability(app: Flask) -> None:
    """Log one line for every request an application answers."""
    app.before_request(_start_clock)
    app.after_request(_log_request)


def configure_logging(settings: Settings, stream: TextIO = sys.stderr) -> None:
    """Send the log lines of a whole process to a stream; for whatever starts the process."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLine() if settings.log_format is LogFormat.JSON else PlainLine())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    # Its own line for each request would hold what people searched for.
    logging.getLogger("werkzeug").setLevel(logging.WARNING)


class JsonLine(logging.Formatter):
    """One JSON object a line: time, level, event and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; JSON escapes whatever could begin a line of its own."""
        line = {"time": _moment(record), "level": record.levelname, **_fields(record)}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)[-4_000:]
        return json.dumps(line, ensure_ascii=True, default=str)


class PlainLine(logging.Formatter):
    """The same for a person at a terminal: event and fields, one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record; texts are quoted so that none can pretend to be another line."""
        fields = _fields(record)
        event = fields.pop("event")
        told = " ".join(f"{name}={_quoted(value)}" for name, value in fields.items())
        line = f"{_moment(record)} {record.levelname} {_quoted(event)} {told}".rstrip()
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def _start_clock() -> None:
    g.started = perf_counter()


def _log_request(response: Response) -> Response:
    started = g.get("started")
    LOGGER.info(
        "request",
        extra={
            "request_id": request_id(),
            "surface": str(surface()),
            "method": request.method,
            # The rule and not the address: an address may hold what somebody typed.
            "rule": request.url_rule.rule if request.url_rule else "-",
            "language": interface_language(),
            "status": response.status_code,
            "bytes": response.content_length,
            "milliseconds": round((perf_counter() - started) * 1000, 1) if started else None,
        },
    )
    return response


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def _fields(record: logging.LogRecord) -> dict[str, Any]:
    extra = {name: value for name, value in vars(record).items() if name not in _STANDARD}
    return {
        "event": record.getMessage()[:LONGEST_VALUE],
        "logger": record.name,
        **{name: _short(value) for name, value in extra.items()},
    }


def _short(value: Any) -> Any:
    return value if isinstance(value, int | float | None) else str(value)[:LONGEST_VALUE]


def _quoted(value: Any) -> str:
    text = str(value)
    return text if text.isprintable() and " " not in text else json.dumps(text)
