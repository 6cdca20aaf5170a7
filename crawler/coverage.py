"""How much of a portal was seen, whether that is enough to judge it, and why not, in Spanish."""

from collections import Counter
from collections.abc import Sequence

from canse.domain.audit import Limit, PortalCoverage
from crawler.pagers import goes_on_behind_script
from crawler.robots import Robots
from crawler.traps import Skip
from crawler.visit import Outcome, Visit

ENOUGH_PAGES = 10
_HOME_WORDS = {
    Outcome.NOT_FOUND: "La portada respondió que no existe (404).",
    Outcome.GONE: "La portada respondió que ya no existe (410).",
    Outcome.FORBIDDEN: "La portada respondió que no permite el acceso (403).",
    Outcome.LOGIN_REQUIRED: "La portada pide usuario y contraseña.",
    Outcome.CLIENT_ERROR: "La portada respondió con un error a la consulta.",
    Outcome.SERVER_ERROR: "La portada respondió con un error del servidor.",
    Outcome.TOO_MANY_REQUESTS: "El portal pidió hacer menos consultas.",
    Outcome.BLOCKED_TO_ROBOTS: "El portal no deja pasar a los robots.",
    Outcome.DISALLOWED: "El archivo robots.txt pide no leer la portada.",
    Outcome.ADDRESS_REFUSED: "La dirección lleva a una red privada o reservada.",
    Outcome.BAD_ADDRESS: "La dirección del portal no es válida.",
    Outcome.DNS_FAILED: "El nombre del portal no existe o no se pudo resolver.",
    Outcome.CONNECTION_REFUSED: "El portal rechazó la conexión.",
    Outcome.CONNECTION_RESET: "El portal cortó la conexión.",
    Outcome.TLS_FAILED: "El certificado o el cifrado del portal no es válido.",
    Outcome.TIMED_OUT: "El portal no respondió a tiempo.",
    Outcome.TOO_MANY_REDIRECTS: "La portada remite de una dirección a otra sin fin.",
    Outcome.BAD_REDIRECT: "La portada remite a una dirección que no es válida.",
    Outcome.LEAVES_PORTAL: "La portada remite a otro portal; audite esa dirección.",
    Outcome.BAD_RESPONSE: "El portal respondió algo que no es una página completa.",
    Outcome.EMPTY: "La portada está vacía.",
    Outcome.NOT_HTML: "La portada no es una página web.",
    Outcome.PARSE_FAILED: "La portada no se pudo leer.",
    Outcome.NEEDS_SCRIPT: "La portada no dice nada sin ejecutar sus programas (JavaScript).",
    Outcome.TOO_LARGE: "La portada es demasiado grande; solo se leyó su principio.",
}
_LIMIT_WORDS = {
    Limit.PAGES: "Se alcanzó el máximo de páginas.",
    Limit.SECONDS: "Se acabó el tiempo de la auditoría.",
    Limit.BYTES: "Se alcanzó el máximo de contenido por portal.",
}


def measure(
    visits: Sequence[Visit],
    *,
    home: Visit,
    robots: Robots,
    known: int,
    skipped: Counter[Skip],
    limit: Limit | None,
    has_gone_silent: bool,
) -> PortalCoverage:
    """The coverage of one portal; too little of it is "not evaluable", never a low stage."""
    fetched = sum(1 for visit in visits if visit.page is not None)
    legible = sum(1 for visit in visits if _is_legible(visit))
    reasons = [*_home_reasons(home, robots), *_limit_reasons(limit, has_gone_silent)]
    reasons += _pager_reasons(visits)
    is_partial = limit is not None or has_gone_silent
    evaluable = legible > 0 and not (is_partial and legible < ENOUGH_PAGES)
    if home.outcome in (Outcome.TLS_FAILED, Outcome.DISALLOWED):
        evaluable = False
    if not legible and any(visit.outcome is Outcome.NEEDS_SCRIPT for visit in visits):
        reasons.append("Ninguna página dice algo sin ejecutar sus programas (JavaScript).")
    elif legible and not evaluable and is_partial:
        reasons.append(f"Se leyeron muy pocas páginas ({legible}) para juzgar el portal.")
    return PortalCoverage(
        pages_fetched=fetched,
        pages_known=max(known, fetched),
        skipped={reason.value: count for reason, count in sorted(skipped.items()) if count},
        limit=limit,
        evaluable=evaluable,
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _is_legible(visit: Visit) -> bool:
    return visit.page is not None and visit.outcome in (Outcome.OK, Outcome.TOO_LARGE)


def _home_reasons(home: Visit, robots: Robots) -> list[str]:
    if robots.is_closed and home.outcome is Outcome.DISALLOWED:
        return [robots.reason]
    if home.outcome is Outcome.OK:
        return []
    words = _HOME_WORDS.get(home.outcome, "La portada no se pudo leer.")
    if home.outcome is Outcome.LEAVES_PORTAL and home.detail:
        words = f"La portada remite a otro portal ({home.detail}); audite esa dirección."
    return [words]


def _pager_reasons(visits: Sequence[Visit]) -> list[str]:
    """A list that only a script continues was read in part; nobody may take it for the whole."""
    count = sum(1 for visit in visits if visit.page and goes_on_behind_script(visit.page))
    if not count:
        return []
    where = "1 página" if count == 1 else f"{count} páginas"
    return [
        f"Hay listas que continúan solo por medio de un programa (JavaScript), en {where};"
        " lo que sigue no se leyó."
    ]


def _limit_reasons(limit: Limit | None, has_gone_silent: bool) -> list[str]:
    reasons = [_LIMIT_WORDS[limit]] if limit is not None else []
    if has_gone_silent:
        reasons.append("El portal dejó de responder durante la auditoría.")
    return reasons
