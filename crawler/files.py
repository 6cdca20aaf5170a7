"""Tells addresses of documents from addresses of pages."""

import re
from urllib.parse import unquote, urlsplit

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|odt|ods|rtf|zip)$", re.I)
_CAMEL = re.compile(r"([a-z])([A-Z])")
_JOINTS = re.compile(r"[_.\-+]+")
_DRIVE = re.compile(
    r"drive\.google\.com/(?:file/|uc\?|open\?)|docs\.google\.com/document|dropbox\.com/s"
)
_DOWNLOAD = re.compile(
    r"[?&](?:download|descargar)=|/download/|/descargas?/\w+|export=download", re.I
)


def is_file(url: str) -> bool:
    """Whether an address is that of a document to read or fill in."""
    if not url:
        return False
    path = unquote(urlsplit(url).path).strip()
    return bool(_DOCUMENT.search(path) or _DRIVE.search(url) or _DOWNLOAD.search(url))


def is_document(url: str) -> bool:
    """Whether an address ends as a document does, whatever it answers."""
    return bool(_DOCUMENT.search(unquote(urlsplit(url).path).strip()))


def file_words(url: str) -> str:
    """The words in the name of a document."""
    name = unquote(urlsplit(url).path).rsplit("/", 1)[-1]
    return _JOINTS.sub(" ", _CAMEL.sub(r"\1 \2", name))
