"""Enters the institutions of the sample portals into the catalogue, so that the demo has owners."""

import csv
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from canse.database.session import Database
from canse.seed_files import KINDS
from canse.seeding import seed
from crawler.sample_portals import SAMPLE_PORTALS

INSTITUTIONS = "instituciones.csv"
SOURCE = "portal de muestra, inventado"
_WORDS = {kind: word for word, kind in KINDS.items()}


def register_samples(database: Database, at: datetime) -> None:
    """Load the sample institutions as seed lists of their own; safe to repeat."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write_lists(folder)
        seed(database, at, folder)


def _write_lists(folder: Path) -> None:
    """Our own lists with their columns and no rows, but for the institutions of the samples."""
    for ours in (files("canse") / "seed").iterdir():
        if ours.name.endswith(".csv"):
            header = ours.read_text(encoding="utf-8-sig").splitlines()[0]
            (folder / ours.name).write_text(header + "\n", encoding="utf-8")
    columns = (folder / INSTITUTIONS).read_text(encoding="utf-8").strip().split(",")
    with (folder / INSTITUTIONS).open("a", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        for portal in SAMPLE_PORTALS:
            rows.writerow(
                {
                    "slug": portal.slug,
                    "siglas": portal.acronym,
                    "nombre": portal.name,
                    "tipo": _WORDS[portal.kind],
                    "portal_url": portal.address,
                    "fuente": SOURCE,
                    "confianza": "baja",
                }
            )
