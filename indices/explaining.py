"""Why a search found what it found, in words for those who tend the catalogue."""

from collections.abc import Sequence
from gettext import gettext as _

from indices.query import AllOf, AnyOf, Node, Plan, Word
from indices.ranking import Ranking


def explanation(plan: Plan, ranking: Ranking, shown: Sequence[int]) -> tuple[str, ...]:
    """One line a clause of the plan, then one line a document shown, in the order shown."""
    if plan.is_all:
        return (_("No se escribió nada: se muestran todos los servicios."),)
    found = [ranking.of(clause) for clause in plan.clauses]
    lines = [
        _("Parte {number}: {terms}; la tienen {count} servicios.").format(
            number=number, terms=_said(clause), count=len(scores)
        )
        for number, (clause, scores) in enumerate(zip(plan.clauses, found, strict=True), start=1)
    ]
    for place, key in enumerate(shown, start=1):
        parts = " + ".join(f"{scores.get(key, 0.0):.2f}" for scores in found)
        lines.append(_("Resultado {place}: {parts}.").format(place=place, parts=parts))
    return tuple(lines)


def _said(node: Node) -> str:
    match node:
        case Word(variants):
            return "/".join(term for term, _weight in variants)
        case AllOf(parts, _weight):
            return " ".join(_said(part) for part in parts)
        case AnyOf(options):
            return " | ".join(_said(option) for option in options)
