"""Reports on the disk: a folder a run, each file whole or not there at all."""

import json
import os
import shutil
from pathlib import Path

from canse.domain.audit import AuditReport
from crawler.urls import host_of, port_of

REPORT_NAME = "report.json"
ARCHIVE_NAME = "pages.warc.gz"


def make_run_folder(out: Path, url: str, run_id: str) -> Path:
    """The new folder of one run on the portal at an address."""
    folder = portal_folder(out, url) / run_id
    folder.mkdir(parents=True)
    return folder


def portal_folder(out: Path, url: str) -> Path:
    """Where the runs on the portal at an address stand."""
    host = host_of(url).replace(":", "-")
    return out / f"{host}_{port_of(url)}"


def write_report(report: AuditReport, folder: Path) -> Path:
    """Write report.json so that a crash leaves either the whole file or none."""
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
    temporary = folder / f".{REPORT_NAME}.tmp"
    target = folder / REPORT_NAME
    with temporary.open("wb") as file:
        file.write(text.encode("utf-8", "replace") + b"\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
    _sync_folder(folder)
    return target


def copy_archive(source: Path, folder: Path) -> None:
    """Put the archive that was replayed beside its report."""
    shutil.copyfile(source, folder / ARCHIVE_NAME)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
