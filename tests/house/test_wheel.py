"""Guard: the wheel holds all that the checkout holds of the rooms, and nothing of the tests."""

import shutil
import subprocess
import sys
from zipfile import ZipFile

import pytest

from tests.house.tree import PACKAGED, ROOT, files

NEEDED = {"setup.cfg", "pyproject.toml", "README.md", "LICENSE", "wsgi.py"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names inside a wheel built from a clean copy of what git knows."""
    copy = tmp_path_factory.mktemp("checkout")
    for path in files():
        if path.parts[0] in PACKAGED or path.as_posix() in NEEDED:
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, copy / path)
    command = [sys.executable, "-W", "ignore", "-m", "build", "--wheel", "--no-isolation"]
    built = subprocess.run(command, cwd=copy, capture_output=True, text=True, timeout=110)
    assert built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:]
    (made,) = (copy / "dist").glob("*.whl")
    with ZipFile(made) as archive:
        return set(archive.namelist())


def test_wheel_holds_every_file_of_the_rooms(wheel: set[str]) -> None:
    rooms = {path.as_posix() for path in files() if path.parts[0] in PACKAGED} | {"wsgi.py"}

    assert rooms - wheel == set(), "list the extension in [options.package_data] of setup.cfg"


@pytest.mark.parametrize(
    "kind",
    [
        "templates/layouts/",
        "uniportal/static/",
        "uniportal/translations/",
        "canse/seed/",
        "canse/database/migrations/versions/",
        "crawler/samples/",
    ],
)
def test_wheel_holds_each_kind_of_data(wheel: set[str], kind: str) -> None:
    assert [name for name in wheel if name.startswith(kind)] != []


def test_wheel_holds_each_translation_compiled(wheel: set[str]) -> None:
    written = [path.as_posix() for path in files() if path.suffix == ".po"]

    assert [name for name in written if f"{name.removesuffix('.po')}.mo" not in wheel] == []


def test_wheel_holds_only_the_rooms(wheel: set[str]) -> None:
    strangers = {
        name
        for name in wheel
        if name.split("/")[0] not in (*PACKAGED, "wsgi.py") and ".dist-info/" not in name
    }

    assert strangers == set()


def test_wheel_carries_the_licence(wheel: set[str]) -> None:
    assert [name for name in wheel if name.endswith("licenses/LICENSE")] != []
