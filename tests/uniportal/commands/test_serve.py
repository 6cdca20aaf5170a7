"""The site is served on the address asked for, with one process or several."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.uniportal.commands.conftest import Run

SECONDS = 30


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder as `uniportal init` makes it."""
    folder = tmp_path_factory.mktemp("served")
    subprocess.run(
        [sys.executable, "-c", "from uniportal.commands import main; main()", "init"],
        env={"UNIPORTAL_INSTANCE": str(folder)},
        check=True,
        capture_output=True,
        timeout=SECONDS * 3,
    )
    return folder


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def served(instance: Path, *words: str) -> Iterator[str]:
    """Serve while the block runs; yields the address the command prints."""
    command = [sys.executable, "-c", "from uniportal.commands import main; main()", "serve", *words]
    with subprocess.Popen(
        command,
        env={"UNIPORTAL_INSTANCE": str(instance), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found, process.stderr.read()
            yield found.group()
        finally:
            process.terminate()
            _, said = process.communicate(timeout=SECONDS)
    assert process.returncode == 0
    assert "Traceback" not in said
    assert "pasaporte" not in said


@pytest.mark.parametrize("workers", [(), ("--workers", "2")], ids=["one", "several"])
def test_site_is_served_until_told_to_stop(instance: Path, workers: tuple[str, ...]) -> None:
    port = free_port()

    with served(instance, "--port", str(port), *workers) as address:
        bodies = {urlopen(f"{address}l/buscar?q=pasaporte", timeout=SECONDS).read() for _ in "abcd"}

    assert address == f"http://127.0.0.1:{port}/"
    assert len(bodies) == 1
    assert b"asaporte" in bodies.pop()


def test_busy_port_is_one_sentence(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", str(taken.getsockname()[1]))

    assert result.exit_code == 1
    assert "ese puerto ya está ocupado" in result.stderr
