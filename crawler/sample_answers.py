"""What a sample portal answers to one address, as the old hosts it imitates would.

A portal is a folder of `crawler/samples`. A file answers to its own path; besides that:
`index.html` (or `index.xml`) answers to its folder; `X.aspx.html` to `X.aspx`, in any case of
letters as on IIS; `X.aspx~id=1.html` to `X.aspx?id=1`; `X.docx.xml` is the text of `X.docx`.
`redirects.csv` lists the 301s, `404.html` is sent for what is missing and, where the portal is one
of those that hide it, `soft-404.html` is sent with status 200. docs/samples.md explains it all.
"""

import csv
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qs, unquote, urlsplit

TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".html": "text/html",
        ".xml": "application/xml",
        ".txt": "text/plain",
        ".css": "text/css",
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".pdf": "application/pdf",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
NO_HANDLER = "<title>405</title><h1>Este portal de muestra no recibe formularios</h1>"

_FIRST_MONTH = (2026, 12)
_LAST_YEAR = 9998
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_COOKIELESS_SESSION = re.compile(r"^/\(S\([a-z0-9]+\)\)")
_WITH_PLACES = (".html", ".xml", ".txt")
_NOT_SERVED = ("/redirects.csv", "/404.html", "/soft-404.html")
_WORD_PARTS = (
    (
        "[Content_Types].xml",
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    (
        "_rels/.rels",
        '<?xml version="1.0" encoding="UTF-8"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer of a portal; `location` is set on redirects only."""

    status: int
    content_type: str
    body: bytes
    location: str = ""


@dataclass(frozen=True, kw_only=True)
class SampleSite:
    """A portal's folder in memory: bytes by address path, and where the old addresses lead."""

    files: Mapping[str, bytes]
    redirects: Mapping[str, str]
    missing: bytes
    missing_status: int

    def answer(self, target: str, root: str) -> Answer:
        """Answer to the address `target` (path and query); `root` is this portal's own address."""
        parts = urlsplit(target)
        path = _COOKIELESS_SESSION.sub("", unquote(parts.path)) or "/"
        if location := self._moved_to(path):
            return Answer(status=301, content_type="text/html", body=b"", location=location)
        name = self._name_for(path, unquote(parts.query))
        if name is None:
            body = _filled(self.missing, target, root)
            return Answer(status=self.missing_status, content_type="text/html", body=body)
        body = self.files[name]
        suffix = Path(name).suffix
        if suffix in _WITH_PLACES:
            body = _filled(body, target, root)
        return Answer(status=200, content_type=TYPES[suffix], body=body)

    def _moved_to(self, path: str) -> str:
        if path in self.redirects:
            return self.redirects[path]
        if f"{path}/index.html" in self.files:
            return f"{path}/"
        return ""

    def _name_for(self, path: str, query: str) -> str | None:
        for name in (f"{path}~{query}.html", path, f"{path}index.html", f"{path}index.xml"):
            if name in self.files:
                return name
        if path.lower().endswith(".aspx"):
            wanted = (f"{path}~{query}.html".lower(), f"{path}.html".lower())
            found = {name.lower(): name for name in self.files}
            return next((found[name] for name in wanted if name in found), None)
        return None


def load_site(folder: Path) -> SampleSite:
    """Read a portal's folder; only what is in it can ever be answered."""
    found = {f"/{p.relative_to(folder).as_posix()}": p for p in folder.rglob("*") if p.is_file()}
    files = {name: path.read_bytes() for name, path in found.items() if name not in _NOT_SERVED}
    for name in [name for name in files if name.endswith(".docx.xml")]:
        files[name.removesuffix(".xml")] = _word_document(files.pop(name))
    is_soft = "/soft-404.html" in found
    return SampleSite(
        files=files,
        redirects=_redirects(found["/redirects.csv"]),
        missing=found["/soft-404.html" if is_soft else "/404.html"].read_bytes(),
        missing_status=200 if is_soft else 404,
    )


def _redirects(table: Path) -> dict[str, str]:
    with table.open(encoding="utf-8", newline="") as lines:
        return {row["path"]: row["target"] for row in csv.DictReader(lines)}


def _word_document(text: bytes) -> bytes:
    """Wrap the main part of a Word document in its package, the same bytes each time."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (*_WORD_PARTS, ("word/document.xml", text)):
            archive.writestr(zipfile.ZipInfo(name, (2025, 3, 1, 0, 0, 0)), part)
    return package.getvalue()


def _filled(body: bytes, target: str, root: str) -> bytes:
    """Put the root, a fresh session number and the month asked for where the file says so.

    The session number depends on the address alone, so that two runs see the same portal.
    """
    if b"@@" not in body:
        return body
    year, month = _month(target)
    places = {
        "@@RAIZ@@": root.rstrip("/"),
        "@@SESION@@": sha256(target.encode()).hexdigest()[:24],
        "@@MES@@": f"{year:04}-{month:02}",
        "@@MES_ANTERIOR@@": _moved(year, month, -1),
        "@@MES_SIGUIENTE@@": _moved(year, month, 1),
    }
    for place, text in places.items():
        body = body.replace(place.encode(), text.encode())
    return body


def _month(target: str) -> tuple[int, int]:
    asked = parse_qs(urlsplit(target).query).get("mes", [""])[0]
    found = _MONTH.fullmatch(asked)
    if found is None or not 1 < int(found[1]) < _LAST_YEAR:
        return _FIRST_MONTH
    return int(found[1]), int(found[2])


def _moved(year: int, month: int, by: int) -> str:
    months = year * 12 + (month - 1) + by
    return f"{months // 12:04}-{months % 12 + 1:02}"
