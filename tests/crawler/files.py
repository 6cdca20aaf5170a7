"""Small files made within a test: PDFs, zips and old Office files, byte by byte."""

import io
import zipfile
import zlib

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf_of(*objects: bytes, packed: bytes = b"", more: bytes = b"") -> bytes:
    """A PDF with these objects, some of them in an object stream."""
    parts = [b"%PDF-1.5\n"]
    parts += [b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(objects, 1)]
    if packed:
        wire = zlib.compress(packed)
        head = b"9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>" % len(wire)
        parts.append(head + b"\nstream\n" + wire + b"\nendstream\nendobj\n")
    return b"".join([*parts, more, b"trailer\n<</Root 1 0 R>>\n%%EOF\n"])


def zip_of(**files: bytes) -> bytes:
    """A zip; "__" in a name stands for "/", "_dot_" for "."."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, body in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), body)
    return buffer.getvalue()


def ole_of(stream: str) -> bytes:
    """The beginning of an old Office file whose directory names this stream."""
    return OLE_MAGIC + b"\x00" * 600 + stream.encode("utf-16-le") + b"\x00" * 600


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT_FIELD = b"<</FT/Tx/T(nombre)/Subtype/Widget>>"
SCAN = b"<</Type/XObject/Subtype/Image/Width 100/Height 100>>"
TEXT_PDF = pdf_of(FONT)
FORM_PDF = pdf_of(FONT, TEXT_FIELD)
SCAN_PDF = pdf_of(SCAN)
WORKBOOK = zip_of(xl__workbook_dot_xml=b"<workbook/>", xl__worksheets__sheet1_dot_xml=b"x" * 3000)
CSV = b"codigo;nombre;monto\n1;Calle;100\n2;Parque;200\n3;Agua;300\n"
