"""The checks of the open budget: the documents that say what is spent and how."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from canse.domain.institution import InstitutionKind
from crawler.indicators.disclosure import (
    FOREIGN,
    disclosure_check,
    disclosures,
    is_foreign,
    judge_disclosure,
)
from crawler.indicators.portal import (
    Answer,
    Check,
    PortalView,
    found,
    missing,
    not_applicable,
    on,
    partly,
)
from crawler.lexicon import Lexicon

COUNTRY_WIDE = tuple(f"B-{number:02}" for number in range(1, 9))
MAKERS = (InstitutionKind.MINISTRY, InstitutionKind.OVERSIGHT, InstitutionKind.LEGISLATIVE)
OWN = ("B-09", "B-10", "B-11")
_TREASURY = Lexicon("finanzas", r"finanzas(?: publicas)?  hacienda  minfin  fazenda  finanze")
NOT_THE_TREASURY = "solo se pide al ministerio de finanzas, a la contraloría y al congreso"
_SYSTEM = Lexicon(
    "transparencia-fiscal",
    r"""
    transparencia fiscal  sicoin(?: ?gl)?  portal (?:de )?gobiernos locales  portalgl
    transparencia presupuestaria  ecosistema fiscal
    """,
)
_SYSTEM_HOST = re.compile(r"sicoin|portalgl|transparencia-?fiscal|ecosistemafiscal|\bfiscal\.")
_ENTITY = re.compile(r"entidad|institucion|unidad|muni|codigo|ejecutora|depto|[?&]\w+=\d{3,}", re.I)
_OPEN = re.compile(r"\.(?:xlsx?|xlsm|csv|ods|json|xml)(?:$|[?#])", re.I)


def country_wide_check(identity: str) -> Check:
    """The check of a document of the whole country's budget, which few institutions make."""

    def check(portal: PortalView) -> Answer:
        is_ministry = portal.site.kind is InstitutionKind.MINISTRY
        if is_ministry and not _is_treasury(portal):
            return not_applicable(NOT_THE_TREASURY)
        return judge_disclosure(portal.once(disclosures)[identity])

    return check


def check_system_link(portal: PortalView) -> Answer:
    """B-12: a link to the State's own financial system, best already at this institution."""
    if is_foreign(portal):
        return not_applicable(FOREIGN)
    general = []
    for visit, page in portal.fresh_pages():
        for link in page.links:
            host = urlsplit(link.url).hostname or ""
            is_named = bool(_SYSTEM.find(link.text) or _SYSTEM.find(link.title))
            if not link.url or not (is_named or _SYSTEM_HOST.search(host)):
                continue
            piece = on(visit, link.selector, f"{link.text} → {link.url}", "sistema-financiero")
            if _ENTITY.search(urlsplit(link.url).query):
                return found([piece], host)
            general.append((piece, host))
    if general:
        return partly(
            (piece for piece, _ in general), f"lleva a {general[0][1]}, sin filtro propio"
        )
    return missing()


def check_open_format(portal: PortalView) -> Answer:
    """B-13: budget files that a program can read, not only pages to look at."""
    seen = portal.once(disclosures)
    keys = (*OWN, *COUNTRY_WIDE) if portal.site.kind in MAKERS else OWN
    every = {d.key: d for key in keys for d in seen[key].documents}
    documents = list(every.values())
    if not documents:
        return missing("no se encontraron archivos del presupuesto")
    is_open = [d for d in documents if _OPEN.search(d.link.url)]
    pieces = [
        on(d.visit, d.link.selector, f"{d.link.text} → {d.link.url}", "archivo-presupuesto")
        for d in (is_open or documents)[:3]
    ]
    detail = f"{len(is_open)} de {len(documents)} archivos"
    if not is_open:
        return missing(f"{detail} se pueden procesar", pieces)
    is_most = 2 * len(is_open) >= len(documents)
    return found(pieces, detail) if is_most else partly(pieces, detail)


def _is_treasury(portal: PortalView) -> bool:
    """Whether the portal is by its host or by the title of its home page that of finance."""
    home = next(portal.pages(), None)
    title = home[1].title if home else ""
    host = (urlsplit(portal.url).hostname or "").replace(".", " ").replace("-", " ")
    return bool(_TREASURY.find(f"{title} · {host}"))


CHECKS: Mapping[str, Check] = {
    **{identity: country_wide_check(identity) for identity in COUNTRY_WIDE},
    **{identity: disclosure_check(identity, is_of_law=False) for identity in OWN},
    "B-12": check_system_link,
    "B-13": check_open_format,
    "B-14": disclosure_check("B-14"),
}
