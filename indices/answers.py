"""How the console says a page of results: as data, one line of a batch, or text to read."""

import json
from collections.abc import Mapping
from gettext import gettext as _
from gettext import ngettext

from indices.port import Hit, Page

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


def page_values(page: Page) -> dict[str, object]:
    """A page as data, in the shape other programs rely on; only ever added to."""
    values: dict[str, object] = {
        "query": page.query.text,
        "total": page.total,
        "generation": page.generation,
        "hits": [_hit_values(hit) for hit in page.hits],
        "facets": {
            facet.value: [{"value": one.value, "count": one.count} for one in counts]
            for facet, counts in page.facets.items()
        },
        "corrections": list(page.corrections),
        "degraded": page.is_degraded,
    }
    if page.query.explain:
        values["explanation"] = list(page.explanation)
    return values


def batch_values(page: Page) -> dict[str, object]:
    """A page as one line of a batch says it."""
    return {
        "query": page.query.text,
        "total": page.total,
        "hits": [hit.slug for hit in page.hits],
    }


def as_json(values: Mapping[str, object]) -> str:
    """Data on one line for every reader: what some take for a line's end is escaped.

    So is what cannot be written at all, such as half a surrogate pair.
    """
    text = json.dumps(values, ensure_ascii=False).translate(_LINE_ENDS)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def as_text(page: Page) -> str:
    """A page for a person at a terminal."""
    total = ngettext("{count} servicio", "{count} servicios", page.total).format(count=page.total)
    lines = [total]
    for text in page.corrections:
        lines.append(_("¿Quiso decir «{text}»?").format(text=text))
    for place, hit in enumerate(page.hits, start=1):
        fields = hit.fields
        owner = fields["institution_acronym"] or fields["institution_name"]
        owner = owner or _("sin institución asignada")
        lines.append(f"{place:>3}. {fields['name']} — {owner} [{hit.slug}]")
    return "\n".join((*lines, *page.explanation))


def _hit_values(hit: Hit) -> dict[str, object]:
    return {
        "slug": hit.slug,
        "name": hit.fields["name"],
        "institution": hit.fields["institution_slug"] or None,
        "category": hit.fields["category_slug"] or None,
        "stage": int(hit.fields["stage"]),
        "score": hit.score,
    }
