"""What the repository holds, as the guards of this folder see it."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("canse", "crawler", "indices", "uniportal")
PACKAGED = (*ROOMS, "templates")
NOT_OURS = {".git", ".venv", "instance", "build", "dist", "node_modules", "__pycache__", "htmlcov"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository, relative to its root: what git knows or would take in.

    A downloaded archive without git is walked instead.
    """
    if (ROOT / ".git").exists() and shutil.which("git"):
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        found = (Path(name) for name in listed.decode().split("\0") if name)
    else:
        found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if _is_ours(path))
    return tuple(sorted(path for path in found if (ROOT / path).is_file()))


def _is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    hidden = any(part.startswith(".") and part.endswith("_cache") for part in parts)
    return not hidden and not NOT_OURS.intersection(parts) and path.suffix != ".pyc"


def python_files(*folders: str) -> Iterator[Path]:
    """The Python files, of some top-level folders or of all; migrations are history, not code."""
    for path in files():
        is_code = path.suffix == ".py" and "versions" not in path.parts
        if is_code and (not folders or path.parts[0] in folders):
            yield path


def source(path: Path) -> str:
    """The text of a file of the repository; sample portals are not all in UTF-8, on purpose."""
    return (ROOT / path).read_text("utf-8", "strict" if path.suffix == ".py" else "replace")


def imports(path: Path) -> set[str]:
    """The full names of all modules a file imports, also those hidden inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source(path))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add("." * node.level + node.module)
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level)
    return names
