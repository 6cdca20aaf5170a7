"""Addresses of static files that change with their content, so that they may be kept a year."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, current_app

from uniportal.languages import mount

HASH_LENGTH = 12


def init_assets(app: Flask) -> None:
    """Give templates `asset(name)`."""
    app.add_template_global(asset)


def asset(name: str) -> str:
    """The address of a static file with the hash of its content; the same in every language."""
    file = Path(current_app.static_folder or "") / name
    version = _content_hash(file, file.stat().st_mtime_ns)
    return f"{mount()}{current_app.static_url_path}/{name}?v={version}"


@lru_cache(maxsize=64)
def _content_hash(file: Path, changed: int) -> str:
    """Hash a file; `changed` makes an edited file count as another."""
    return sha256(file.read_bytes()).hexdigest()[:HASH_LENGTH]
