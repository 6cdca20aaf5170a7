"""Texts go out compressed to whoever asks for it, the same bytes each time."""

import gzip

import pytest
from flask import Flask, Response

from tests.uniportal.test_headers import ask

TEXTS = ("/", "/l/", "/l/s/1", "/api/v1/categorias", "/sitemap.xml", "/static/site.css", "/nada")
GZIP = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("address", TEXTS)
def test_text_is_compressed_for_whoever_can_read_it(app: Flask, address: str) -> None:
    plain, packed = ask(app, address), ask(app, address, headers=GZIP)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert int(packed.headers["Content-Length"]) < int(plain.headers["Content-Length"])
    assert "Content-Encoding" not in plain.headers
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"


def test_compressed_text_is_the_same_text_and_the_same_bytes(app: Flask) -> None:
    first, second = ask(app, "/l/s/1", headers=GZIP), ask(app, "/l/s/1", headers=GZIP)

    assert first.data == second.data
    assert gzip.decompress(first.data) == ask(app, "/l/s/1").data


@pytest.mark.parametrize("accepted", ["identity", "gzip;q=0", "br", ""])
def test_text_is_plain_for_whoever_cannot_read_it(app: Flask, accepted: str) -> None:
    assert "Content-Encoding" not in ask(app, "/l/", headers={"Accept-Encoding": accepted}).headers


def test_each_form_has_a_tag_of_its_own_and_both_are_known_again(app: Flask) -> None:
    plain, packed = ask(app, "/l/"), ask(app, "/l/", headers=GZIP)

    again = ask(app, "/l/", headers={**GZIP, "If-None-Match": packed.headers["ETag"]})

    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert again.status_code == 304
    assert "Content-Encoding" not in again.headers
    assert ask(app, "/l/", headers={"If-None-Match": packed.headers["ETag"]}).status_code == 200


def test_small_answer_is_left_alone(app: Flask) -> None:
    assert "Content-Encoding" not in ask(app, "/robots.txt", headers=GZIP).headers


def test_answer_made_while_it_is_sent_is_left_alone(broken_app: Flask) -> None:
    def lines() -> Response:
        return Response((f"{number}\n" for number in range(1000)), mimetype="text/csv")

    broken_app.add_url_rule("/lineas", "lines", view_func=lines)

    response = ask(broken_app, "/lineas", headers=GZIP)

    assert "Content-Encoding" not in response.headers
    assert response.data.startswith(b"0\n1\n")


def test_head_tells_the_same_as_get(app: Flask) -> None:
    got, asked = ask(app, "/l/", headers=GZIP), ask(app, "/l/", "HEAD", headers=GZIP)

    assert asked.headers["ETag"] == got.headers["ETag"]
    assert asked.data == b""
