"""Security in the pages: where forms send people's data, and what pages load in the open."""

from collections.abc import Iterator

from canse.domain.audit import Evidence
from crawler.forms import FormClass, classify_form, identity_fields
from crawler.hosts import is_secure
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    not_applicable,
    not_evaluable,
    on,
    partly,
)
from crawler.indicators.travel import local_words
from crawler.page import Form
from crawler.visit import Visit

_ACTIVE = frozenset({"script", "style", "frame"})
_KINDS = {
    "script": "programa",
    "style": "estilo",
    "frame": "marco",
    "image": "imagen",
    "media": "audio o video",
}
_IMPERSONAL = frozenset({FormClass.SEARCH, FormClass.OTHER})
_PERSONAL_FIELDS = frozenset({"password", "email", "tel", "file"})


def check_forms(portal: PortalView) -> Answer:
    """S-06: a form that asks for personal data stands on https and sends to https."""
    safe: list[Evidence] = []
    open_: list[Evidence] = []
    for visit, form in _personal_forms(portal):
        target = form.action or visit.final_url
        is_safe = is_secure(visit.final_url) and is_secure(target)
        names = examples(field.label or field.name for field in form.fields)
        said = f"Pide {names}; está en {visit.final_url} y envía a {target}"
        (safe if is_safe else open_).append(on(visit, form.selector, said, "formulario"))
    if not safe and not open_:
        return not_applicable("no se encontró ningún formulario que pida datos personales")
    if open_:
        count = f"{len(open_)} de {len(safe) + len(open_)} formularios viajan sin cifrar"
        return partly([*open_, *safe], count) if safe else missing(count, open_)
    if portal.site.transport.is_local:
        return not_evaluable(local_words(portal.site.transport))
    return found(safe, f"{len(safe)} formularios")


def _personal_forms(portal: PortalView) -> Iterator[tuple[Visit, Form]]:
    """Each form that asks who somebody is, once however many pages it stands on."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for visit, page in portal.pages():
        for form in page.forms:
            key = (form.action, tuple(field.name for field in form.fields))
            if key not in seen and _is_personal(form):
                seen.add(key)
                yield visit, form


def _is_personal(form: Form) -> bool:
    if any(field.kind in _PERSONAL_FIELDS for field in form.fields):
        return True
    return classify_form(form) not in _IMPERSONAL and bool(identity_fields(form))


def check_mixed(portal: PortalView) -> Answer:
    """S-07: pages read over https load no script, style or frame over http."""
    secure = [(v, p) for v, p in portal.pages() if v.final_url.startswith("https:")]
    transport = portal.site.transport
    if not secure:
        if transport.is_local:
            return not_evaluable(local_words(transport))
        return not_applicable("ninguna página se leyó con https")
    active: dict[str, Evidence] = {}
    passive: dict[str, Evidence] = {}
    for visit, page in secure:
        for resource in page.markup.resources:
            if resource.url.startswith("http:"):
                kept = active if resource.kind in _ACTIVE else passive
                said = f"Carga sin cifrar ({_KINDS.get(resource.kind, 'otro')}): {resource.url}"
                kept.setdefault(resource.url, on(visit, "", said, "contenido-mixto"))
    if active:
        return missing(examples(active), active.values())
    if passive:
        return partly(passive.values(), examples(passive))
    visit, page = secure[0]
    loads = len(page.markup.resources)
    said = f"{len(secure)} páginas con https revisadas; la portada carga {loads}, ninguno por http"
    return found([on(visit, "", said, "contenido-mixto")], f"{len(secure)} páginas")
