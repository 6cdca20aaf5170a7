"""Sends texts gzipped to whoever can read them so: most visitors pay for every byte."""

import gzip
from http import HTTPStatus

from flask import Response, request

LEVEL = 6
LEAST_BYTES = 400
MOST_BYTES = 5_000_000
TAG_MARK = "-gz"
_TEXTS = ("text/", "application/json", "application/problem+json", "application/xml")
_MORE_TEXTS = ("application/opensearchdescription+xml", "image/svg+xml", "application/ld+json")


def mark_compressible(response: Response) -> None:
    """Give the compressed form of an answer an entity tag of its own, before tags are compared."""
    tag, is_weak = response.get_etag()
    if tag and not is_weak and _is_wanted(response) and not tag.endswith(TAG_MARK):
        response.set_etag(tag + TAG_MARK)


def compress(response: Response) -> None:
    """Compress an answer where it is worth it; a file that is still on the disk is read first."""
    if _is_text(response):
        response.vary.add("Accept-Encoding")
    if response.status_code == HTTPStatus.NOT_MODIFIED or not _is_wanted(response):
        return
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) >= LEAST_BYTES:
        # Without a date, so that the same page is the same bytes.
        response.set_data(gzip.compress(body, LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"


def _is_text(response: Response) -> bool:
    kind = response.mimetype or ""
    return kind.startswith(_TEXTS) or kind in _MORE_TEXTS


def _is_wanted(response: Response) -> bool:
    is_plain = "Content-Encoding" not in response.headers and not _is_endless(response)
    is_whole = response.status_code != HTTPStatus.PARTIAL_CONTENT
    return is_plain and is_whole and _is_text(response) and _accepts_gzip()


def _accepts_gzip() -> bool:
    return request.accept_encodings.quality("gzip") > 0


def _is_endless(response: Response) -> bool:
    """Whether an answer is made while it is sent, or too large to hold."""
    is_file = response.direct_passthrough and response.content_length is not None
    if response.is_streamed and not is_file:
        return True
    return (response.content_length or 0) > MOST_BYTES
