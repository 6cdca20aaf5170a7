"""What was read of a file that a portal links: its true kind and what can be done with it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file by its first bytes: `kind` is pdf, docx, doc, xlsx, xls, pptx, ppt, ods, odt, odp,
    rtf, csv, text, json, xml, feed, zip, image, html or unknown.

    `has_text` and `is_fillable` are None where the part that was read does not tell; `is_parsed`
    says that a file of data was read as what it claims to be. `holds` are the endings of the names
    inside a zip, in small letters.
    """

    kind: str
    has_text: bool | None = None
    is_fillable: bool | None = None
    is_parsed: bool | None = None
    holds: tuple[str, ...] = ()
