"""One line a request, that no visitor can forge and that holds nothing personal."""

import io
import json
import logging

import pytest
from flask import Flask

from uniportal.observability import JsonLine, PlainLine, configure_logging
from uniportal.settings import LogFormat, Settings, settings_for

PERSONAL = "1234567890101"


def record(message: str = "event", **fields: object) -> logging.LogRecord:
    """A log record as the site makes them."""
    return logging.makeLogRecord({"msg": message, "name": "uniportal", **fields})


def lines_of(app: Flask, caplog: pytest.LogCaptureFixture, address: str) -> list[dict[str, object]]:
    """The lines of one request, as data."""
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="uniportal"):
        app.test_client().get(address, headers={"User-Agent": "falso"})
    return [
        json.loads(JsonLine().format(one))
        for one in caplog.records
        if one.name == "uniportal.requests"
    ]


@pytest.mark.parametrize("address", ["/", "/nada", "/l/buscar?q=dpi", "/api/v1/servicios?x=1"])
def test_each_request_is_one_line(
    app: Flask, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    lines = lines_of(app, caplog, address)

    assert len(lines) == 1
    assert lines[0]["event"] == "request"
    assert set(lines[0]) >= {"request_id", "method", "rule", "status", "milliseconds", "language"}


@pytest.mark.parametrize(
    "address", [f"/buscar?q={PERSONAL}", f"/nada/{PERSONAL}", f"/servicio/ana-{PERSONAL}"]
)
def test_line_holds_nothing_a_visitor_typed(
    app: Flask, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    assert PERSONAL not in json.dumps(lines_of(app, caplog, address))


@pytest.mark.parametrize("formatter", [JsonLine(), PlainLine()])
def test_no_value_can_begin_a_line_of_its_own(formatter: logging.Formatter) -> None:
    written = formatter.format(record("e\nvento", reason="a\r\nINFO falso \x1b[31m", ratio=1.5))

    assert "\n" not in written
    assert "\x1b" not in written


@pytest.mark.parametrize("formatter", [JsonLine(), PlainLine()])
def test_no_value_is_endless(formatter: logging.Formatter) -> None:
    assert len(formatter.format(record(reason="x" * 1_000_000))) < 1_000


@pytest.mark.parametrize("formatter", [JsonLine(), PlainLine()])
def test_trace_is_kept_with_an_unexpected_error(formatter: logging.Formatter) -> None:
    try:
        raise ZeroDivisionError("aquí")
    except ZeroDivisionError as error:
        written = formatter.format(record(exc_info=(type(error), error, error.__traceback__)))

    assert "ZeroDivisionError" in written


@pytest.mark.parametrize(("chosen", "start"), [(LogFormat.JSON, "{"), (LogFormat.PLAIN, "2")])
def test_process_writes_the_lines_it_was_asked_for(
    kept_logging: None, settings: Settings, chosen: LogFormat, start: str
) -> None:
    stream = io.StringIO()

    configure_logging(settings_for(settings.instance, log_format=chosen), stream)
    logging.getLogger("uniportal.requests").info("request", extra={"status": 200})
    logging.getLogger("werkzeug").info("GET /buscar?q=nombre")

    assert stream.getvalue().startswith(start)
    assert "nombre" not in stream.getvalue()
