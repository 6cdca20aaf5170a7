"""A static file's address changes with its content, and with nothing else."""

from pathlib import Path

import pytest
from flask import Flask

from uniportal.app import create_app
from uniportal.assets import asset
from uniportal.settings import settings_for


@pytest.fixture
def small(tmp_path: Path) -> Flask:
    """A site whose static folder the test may write in."""
    app = create_app(settings_for(tmp_path))
    app.static_folder = str(tmp_path)
    (tmp_path / "a.css").write_text("a{}")
    return app


def test_address_changes_when_the_content_does(small: Flask, tmp_path: Path) -> None:
    with small.test_request_context("/"):
        before = asset("a.css")
        (tmp_path / "a.css").write_text("b{}")
        assert asset("a.css") != before
        (tmp_path / "a.css").write_text("a{}")
        assert asset("a.css") == before


def test_address_is_the_same_in_every_language(app: Flask) -> None:
    with app.test_client() as client:
        client.get("/en/l/")
        english = asset("site.css")
        client.get("/l/")

        assert asset("site.css") == english
        assert english.startswith("/static/site.css?v=")


def test_file_that_does_not_exist_is_a_fault_of_ours(app: Flask) -> None:
    with app.test_request_context("/"), pytest.raises(FileNotFoundError):
        asset("nada.css")
