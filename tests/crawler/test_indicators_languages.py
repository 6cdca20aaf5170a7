"""Languages: what the words say counts, not what a menu, a flag or a declaration says."""

import pytest

from canse.domain.audit import Verdict
from tests.crawler.cases import Cases, answer_of_case, verdict_of
from tests.crawler.pages import answer_of, visit_of
from tests.crawler.test_language_detection import ENGLISH, ITALIAN, KICHE, SPANISH

MET, PARTIAL, NOT_FOUND = Verdict.MET, Verdict.PARTIAL, Verdict.NOT_FOUND
NOT_EVALUABLE = Verdict.NOT_EVALUABLE
# Words of no language at all: what a detector sees of a language it does not know.
UNKNOWN = " ".join(f"{a}{b}uri{a}a {b}ogi{a}un" for a in "lmnrw" for b in "bdgl")


def page(text: str, lang: str = "", more: str = "") -> str:
    """A page whose own body is one text."""
    return f'<html lang="{lang}"><body>{more}<main><p>{text}</p></main></body></html>'


HOME = visit_of(page(SPANISH, "es"), "")
SWITCH = visit_of(page(SPANISH, "es", '<nav><a href="/en/">English</a></nav>'), "")
NAMES = '<nav><a href="/mayas/1/">{}</a></nav>'


def linked(name: str, *others: object) -> tuple[object, ...]:
    """A Spanish home page whose menu names a language, and other pages."""
    return (visit_of(page(SPANISH, "es", NAMES.format(name)), ""), *others)


CASES: Cases = [
    ("L-01", page(SPANISH), MET),
    ("L-01", page(SPANISH, "en"), MET),
    ("L-01", (HOME, visit_of(page(ENGLISH, "en"), "en/inicio/")), MET),
    ("L-01", (HOME, visit_of(page(ENGLISH, "es"), "licencias/")), NOT_FOUND),
    ("L-01", page(ITALIAN, "it"), NOT_FOUND),
    ("L-01", page("Inicio", "es"), NOT_EVALUABLE),
    ("L-01", "<nav><a href='/a'>Trámites y servicios de la alcaldía</a></nav>", NOT_EVALUABLE),
    ("L-02", (SWITCH, visit_of(page(ENGLISH, "en"), "en/")), MET),
    ("L-02", (HOME, HOME, visit_of(page(ENGLISH, "en"), "permits/")), MET),
    ("L-02", (SWITCH, visit_of(page(SPANISH, "en"), "en/")), PARTIAL),
    ("L-02", SWITCH, PARTIAL),
    ("L-02", (HOME, visit_of(page(ENGLISH, "es"), "acta/")), NOT_FOUND),
    ("L-02", visit_of(page(SPANISH, "es", '<a href="#">English</a>'), ""), NOT_FOUND),
    ("L-02", HOME, NOT_FOUND),
    ("L-02", page("Bienvenidos", "es"), NOT_EVALUABLE),
    ("L-03", (HOME, visit_of(page(KICHE, "quc"), "quc/")), MET),
    ("L-03", (HOME, visit_of(page(KICHE), "inicio/")), MET),
    ("L-03", (HOME, visit_of(page(UNKNOWN, "cab"), "cab/")), MET),
    ("L-03", linked("Q'anjob'al", visit_of(page(UNKNOWN), "mayas/1/")), MET),
    ("L-03", linked("Idioma Kaqchikel", visit_of(page(KICHE), "mayas/1/")), MET),
    ("L-03", linked("Mam", visit_of(page(SPANISH), "mayas/1/")), NOT_FOUND),
    ("L-03", linked("Festival del pueblo Mam"), NOT_FOUND),
    ("L-03", linked("Mam"), PARTIAL),
    ("L-03", page(SPANISH, "es", '<a href="/laip.pdf">Ley en idioma Q’eqchi’</a>'), PARTIAL),
    ("L-03", page(SPANISH, "es", '<a href="/aviso.mp3">Escuchar en Ixil</a>'), PARTIAL),
    ("L-03", page(SPANISH, "es", '<a href="#"><img src="/b.png" alt="K\'iche\'"></a>'), NOT_FOUND),
    ("L-03", page(SPANISH, "quc"), NOT_FOUND),
    ("L-03", page(f"Utz wachil. {SPANISH}", "es"), NOT_FOUND),
    ("L-03", page(UNKNOWN, "es"), NOT_FOUND),
    (
        "L-04",
        page(SPANISH, "es", '<script src="https://cdn.gtranslate.net/widgets/x.js"></script>'),
        MET,
    ),
    (
        "L-04",
        page(SPANISH, "es", '<a href="https://translate.google.com/translate?u=x">Traducir</a>'),
        MET,
    ),
    ("L-04", page("El traductor jurado traduce documentos.", "es"), NOT_FOUND),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[2]}")
def test_check_says_what_the_words_say(case: tuple[object, ...]) -> None:
    assert answer_of_case(case).verdict is verdict_of(case)


def test_language_of_the_content_is_named() -> None:
    answer = answer_of("L-03", HOME, visit_of(page(KICHE), "inicio/"))

    assert answer.detail == "k'iche'"
    assert answer.evidence[0].snippet.startswith("texto en k'iche'")


def test_template_left_in_english_offers_no_english() -> None:
    pages = [visit_of(page(SPANISH, "en"), f"p{n}/") for n in range(3)]

    assert answer_of("L-02", *pages, visit_of(page(ENGLISH, "en"), "x/")).verdict is NOT_FOUND


def test_link_in_every_menu_is_one_piece_of_evidence() -> None:
    pages = [visit_of(page(SPANISH, "es", NAMES.format("Mam")), f"p{n}/") for n in range(4)]

    assert len(answer_of("L-03", *pages).evidence) == 1
