"""Every answer says what browsers may do with it and how long it may be kept."""

import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from uniportal.app import create_app
from uniportal.headers import DATA_POLICY, LITE_POLICY, PAGE_POLICY, YEAR
from uniportal.settings import settings_for

PAGES = ("/", "/buscar?q=dpi", "/instituciones", "/etapas", "/datos", "/operadores")
LITE = ("/l/", "/l/buscar?q=dpi", "/l/s/1", "/l/por/tema", "/l/nada")
DATA = ("/api/v1/servicios", "/api/v1/nada", "/salud", "/sitemap.xml", "/robots.txt")


def ask(app: Flask, address: str, method: str = "GET", **options: Any) -> TestResponse:
    """Ask for an address and let its file go."""
    response = app.test_client().open(address, method=method, **options)
    response.get_data()
    response.close()
    return response


@pytest.mark.parametrize("address", [*PAGES, *LITE, *DATA, "/nada", "/static/site.css"])
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
def test_every_answer_is_protected(app: Flask, address: str, method: str) -> None:
    headers = ask(app, address, method).headers

    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"]
    assert headers["Cache-Control"]
    assert "Set-Cookie" not in headers
    assert "Cookie" not in headers.get("Vary", "")


@pytest.mark.parametrize("status", [400, 404, 405, 413, 500])
def test_error_is_protected_and_never_kept(tmp_path: Path, status: int) -> None:
    app = create_app(settings_for(tmp_path, trusted_hosts=("sitio.example",)))
    app.add_url_rule("/romper", "break", view_func=lambda: str(1 // 0))
    app.add_url_rule("/recibir", "take", view_func=lambda: "", methods=["POST"])
    calls: dict[int, dict[str, Any]] = {
        400: {"path": "/", "base_url": "http://otro.example"},
        404: {"path": "/nada"},
        405: {"path": "/l/", "method": "DELETE"},
        413: {"path": "/recibir", "method": "POST", "data": b"x" * 1_000_001},
        500: {"path": "/romper"},
    }
    if status == 413:
        app.before_request(read_form)
    response = app.test_client().open(**{"base_url": "http://sitio.example", **calls[status]})

    assert response.status_code == status
    assert response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"


def read_form() -> None:
    """Read what was sent, as a page that takes a form does."""
    from flask import request

    request.get_data()


@pytest.mark.parametrize(
    ("addresses", "policy"), [(PAGES, PAGE_POLICY), (LITE, LITE_POLICY), (DATA, DATA_POLICY)]
)
def test_policy_is_the_narrowest_of_its_part(
    app: Flask, addresses: tuple[str, ...], policy: str
) -> None:
    for address in addresses:
        assert ask(app, address).headers["Content-Security-Policy"] == policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", [*PAGES, "/l/", "/l/s/1", "/api/v1/categorias", "/sitemap.xml"])
def test_page_that_has_not_changed_is_not_sent_again(app: Flask, address: str) -> None:
    first = ask(app, address)
    second = ask(app, address, headers={"If-None-Match": first.headers["ETag"]})

    assert not first.headers["ETag"].startswith("W/")
    assert second.status_code == 304
    assert second.data == b""
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_page_is_sent_again_when_it_is_another(app: Flask) -> None:
    tag = ask(app, "/l/").headers["ETag"]

    assert ask(app, "/en/l/", headers={"If-None-Match": tag}).status_code == 200


def test_lite_pages_are_the_same_for_every_browser(app: Flask) -> None:
    browsers = ("Opera Mini", "KAIOS/2.5", "Android 2.3", "InternetOrgApp", "curl", "")

    bodies = {
        ask(app, "/l/s/1", headers={"User-Agent": browser, "Save-Data": "on"}).data
        for browser in browsers
    }

    assert len(bodies) == 1


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("/", "public, max-age=60"),
        ("/l/", "public, max-age=3600, stale-while-revalidate=86400"),
        ("/salud", "no-store"),
        ("/static/site.css", "public, max-age=3600"),
        ("/static/site.css?v=1", f"max-age={YEAR}, immutable"),
    ],
)
def test_each_part_is_kept_its_own_time(app: Flask, address: str, rule: str) -> None:
    assert rule in ask(app, address).headers["Cache-Control"]


def test_plain_http_promises_nothing_of_https(app: Flask) -> None:
    assert "Strict-Transport-Security" not in ask(app, "/").headers


@pytest.mark.parametrize(
    ("lite_host", "host", "rule"),
    [
        ("", "servicios.example", f"max-age={YEAR}; includeSubDomains"),
        ("ligero.servicios.example", "servicios.example", f"max-age={YEAR}"),
        ("ligero.example", "servicios.example", f"max-age={YEAR}; includeSubDomains"),
        ("ligero.example", "ligero.example", None),
        ("", "127.0.0.1", f"max-age={YEAR}"),
    ],
)
def test_https_is_promised_without_locking_the_lite_host(
    tmp_path: Path, lite_host: str, host: str, rule: str | None
) -> None:
    app = create_app(settings_for(tmp_path, lite_host=lite_host))

    headers = ask(app, "/robots.txt", base_url=f"https://{host}").headers

    assert headers.get("Strict-Transport-Security") == rule


def test_what_a_client_says_of_itself_changes_nothing(app: Flask) -> None:
    claims = {
        "X-Forwarded-Host": "malo.example",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Prefix": "/malo",
        "X-Original-URL": "/malo",
        "X-Request-Id": "malo",
    }

    plain, claimed = ask(app, "/sitemap.xml"), ask(app, "/sitemap.xml", headers=claims)

    assert claimed.data == plain.data
    assert "malo" not in str(claimed.headers)


def test_trusted_proxy_names_the_scheme(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, proxies=1))

    told = ask(app, "/robots.txt", headers={"X-Forwarded-Proto": "https"})

    assert re.search(rb"Sitemap: https://localhost/", told.data)


def test_host_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, trusted_hosts=("servicios.example",)))

    assert ask(app, "/robots.txt", base_url="http://malo.example").status_code == 400
    assert ask(app, "/robots.txt", base_url="http://servicios.example").status_code == 200


def test_api_is_open_to_every_site_and_pages_are_not(app: Flask) -> None:
    assert ask(app, "/api/v1/categorias").headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in ask(app, "/").headers
