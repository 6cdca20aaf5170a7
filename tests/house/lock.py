"""Writes a lock file from setup.cfg, or tells whether it is still what setup.cfg asks for.

Only names and versions are compared: the list of hashes grows by itself when a project publishes
one more wheel of the same version. Run by `make lock` and `make check`.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+==[^\s;\\]+(?:\s*;[^\\]+)?)", re.M)


def pins(text: str) -> set[str]:
    """The lines `name==version ; marker` of a lock file, without hashes and comments."""
    return {pin.strip() for pin in PIN.findall(text)}


def compile_lock(target: Path, extra: str | None) -> None:
    """Resolve setup.cfg into `target`, keeping the versions that `target` already holds."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
    command += ["--generate-hashes", "--no-header", "--python-version", "3.11"]
    command += ["--extra", extra] if extra else []
    subprocess.run([*command, "-o", str(target), "setup.cfg"], cwd=ROOT, check=True)


def difference(lock: Path, extra: str | None) -> set[str]:
    """The pins that only one of the lock file and a fresh resolution has."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / lock.name
        shutil.copy(lock, fresh)
        compile_lock(fresh, extra)
        return pins(lock.read_text("utf-8")) ^ pins(fresh.read_text("utf-8"))


def main() -> int:
    """Write or compare, as asked; 1 when the lock is out of step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lock", type=Path)
    parser.add_argument("--extra")
    parser.add_argument("--write", action="store_true")
    choices = parser.parse_args()
    lock = ROOT / choices.lock
    if choices.write:
        compile_lock(lock, choices.extra)
        return 0
    differing = sorted(difference(lock, choices.extra))
    if differing:
        sys.stderr.write(f"{lock.name} is not what setup.cfg asks for; run make lock.\n")
        sys.stderr.writelines(f"  {pin}\n" for pin in differing)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
