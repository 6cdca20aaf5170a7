"""A linked file is what its bytes say, and what cannot be told is left untold."""

import pytest

from crawler.document import Document
from crawler.documents import read_document
from tests.crawler import files
from tests.crawler.files import CSV, FONT, TEXT_FIELD, ole_of, pdf_of, zip_of

URL = "https://portal.ejemplo.example/archivo"
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b"<d>&b;&b;</d>"
)
OUTSIDE = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>'
ODS = b"PK\x03\x04" + b"\x00" * 22 + b"\x08\x00\x00\x00mimetype"
ODS += b"application/vnd.oasis.opendocument.spreadsheet"


def look(body: bytes, *, declared: str = "", ending: str = "", is_cut: bool = False) -> Document:
    return read_document(body, declared=declared, url=URL + ending, is_cut=is_cut)


@pytest.mark.parametrize(
    ("body", "ending", "kind"),
    [
        (files.TEXT_PDF, ".doc", "pdf"),
        (b"\xef\xbb\xbf\r\n" + files.TEXT_PDF, "", "pdf"),
        (zip_of(word__document_dot_xml=b"<w/>"), ".pdf", "docx"),
        (files.WORKBOOK, "", "xlsx"),
        (zip_of(ppt__presentation_dot_xml=b"<p/>"), "", "pptx"),
        (zip_of(uno_dot_pdf=b"%PDF-"), ".xlsx", "zip"),
        (ODS, "", "ods"),
        (ole_of("WordDocument"), "", "doc"),
        (ole_of("Workbook"), ".doc", "xls"),
        (ole_of("Otra cosa"), ".xls", "xls"),
        (ole_of("Otra cosa"), "", "unknown"),
        (b"{\\rtf1 hola}", ".doc", "rtf"),
        (b"\x89PNG\r\n\x1a\n", ".pdf", "image"),
        (b"RIFF\x00\x00\x00\x00WEBP", "", "image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "", "image"),
        (b"<!doctype html><title>No encontrado</title>", ".pdf", "html"),
        (b"<table><tr><td>1</td></tr></table>", ".xls", "html"),
        (b"<rss><channel/></rss>", ".xml", "feed"),
        (b"<datos><fila/></datos>", "", "xml"),
        (b'{"filas": [1]}', "", "json"),
        (CSV, ".csv", "csv"),
        (b"hola a todos", ".txt", "text"),
        (b"{esto no es json}", "", "text"),
        (b"", ".pdf", "unknown"),
        (b"\x00\x01\x02\x03", ".pdf", "unknown"),
    ],
)
def test_kind_comes_from_the_bytes(body: bytes, ending: str, kind: str) -> None:
    assert look(body, ending=ending).kind == kind


@pytest.mark.parametrize(
    ("body", "is_cut", "has_text", "is_fillable"),
    [
        (files.TEXT_PDF, False, True, False),
        (files.FORM_PDF, False, True, True),
        (files.SCAN_PDF, False, False, False),
        (files.SCAN_PDF, True, None, None),
        (files.TEXT_PDF, True, True, None),
        (pdf_of(packed=FONT + TEXT_FIELD), False, True, True),
        (pdf_of(packed=FONT), False, True, False),
        (pdf_of(b"<</Type/ObjStm>>"), False, None, None),
        (pdf_of(b"<</Type/ObjStm>>\nstream\nno es zlib\nendstream"), False, None, None),
        (pdf_of(packed=b" " * (3 * 2**20)), False, None, None),
        (pdf_of(b"<</Encrypt 5 0 R>>"), False, None, None),
        (pdf_of(b"<</FT/Sig/T(firma)>>", FONT), False, True, False),
    ],
)
def test_pdf_tells_text_and_fields(
    body: bytes, is_cut: bool, has_text: bool | None, is_fillable: bool | None
) -> None:
    document = look(body, is_cut=is_cut)

    assert (document.has_text, document.is_fillable) == (has_text, is_fillable)


def test_pdf_of_many_bombs_is_read_only_as_far_as_the_cap() -> None:
    bomb = pdf_of(packed=b" " * (2**20))[9:]

    assert look(b"%PDF-1.5\n" + bomb * 3 + FONT).has_text is True
    assert look(b"%PDF-1.5\n" + bomb * 3).has_text is None


@pytest.mark.parametrize(
    ("body", "ending", "is_cut", "is_parsed"),
    [
        (CSV, ".csv", False, True),
        (CSV[:-5], ".csv", True, True),
        ("año,señal\n1,ñ\n2,é\n".encode("cp1252"), ".csv", False, True),
        ("año\tvalor\n1\t2\n".encode("utf-16"), ".csv", False, True),
        (b"una frase sola\ny otra mas\n", ".csv", False, False),
        (b"a,b\n", ".csv", False, False),
        (b'a,b\n"' + b"x" * 300_000, ".csv", False, False),
        (b'[{"a": 1}, {"b": 2}]', ".json", False, True),
        (b'[{"a": 1}, {"b', ".json", True, True),
        (b'[{"a": 1}, {"b', ".json", False, False),
        (b"[" * 100_000, ".json", True, False),
        (b"[]", ".json", False, False),
        (b"[" + b"9" * 5000 + b"]", ".json", False, False),
        (b"<d><f>1</f></d>", ".xml", False, True),
        (b"<d><f>1</f>", ".xml", False, False),
        (b"<d><f>1</f>", ".xml", True, True),
        (b"\n\n<?xml version='1.0'?><d/>", ".xml", False, True),
        (b"<d>" * 500, ".xml", True, False),
        (b"<?xml version='1.0' encoding='inventado'?><d/>", ".xml", False, False),
        (BOMB, ".xml", False, False),
        (OUTSIDE, ".xml", False, False),
        (files.WORKBOOK, ".xlsx", False, True),
        (files.WORKBOOK[:-30], ".xlsx", False, False),
        (files.WORKBOOK[:-30], ".xlsx", True, None),
    ],
)
def test_data_is_parsed_or_not(
    body: bytes, ending: str, is_cut: bool, is_parsed: bool | None
) -> None:
    assert look(body, ending=ending, is_cut=is_cut).is_parsed is is_parsed


def test_workbook_without_text_is_a_picture_on_an_empty_sheet() -> None:
    picture = zip_of(xl__media__image1_dot_png=b"\x89PNG", xl__worksheets__sheet1_dot_xml=b"<s/>")

    assert look(picture).has_text is False
    assert look(files.WORKBOOK).has_text is True


def test_zip_names_what_it_holds() -> None:
    bundle = zip_of(datos__uno_dot_CSV=b"a", leame=b"x", dos_dot_pdf=b"%PDF-")

    assert look(bundle).holds == ("csv", "pdf")
    assert look(bundle[:60], is_cut=True).holds == ("csv",)


def test_declared_type_tells_data_when_the_address_does_not() -> None:
    assert look(CSV, declared="text/csv; charset=utf-8").kind == "csv"
    assert look(ole_of("x"), declared="application/msword").kind == "doc"
