"""Why a search found what it found, in words for those who tend the catalogue."""

from collections.abc import Callable, Mapping, Sequence
from gettext import gettext as _
from typing import Protocol

from indices.query import AllOf, AnyOf, Node, Plan, Word
from indices.ranking import Ranking


class Explained(Protocol):
    """What is needed of a generation to explain a search in it."""

    documents: int

    @property
    def postings(self) -> Callable[[str], Mapping[int, float]]:
        """The living documents that hold a term, with its weight in each."""
        ...


def explanation(
    corpus: Explained, plan: Plan, shown: Sequence[tuple[int, float]]
) -> tuple[str, ...]:
    """One line a clause of the plan, then one line a document shown, in the order shown."""
    if plan.is_all:
        return (_("No se escribió nada: se muestran todos los servicios."),)
    ranking = Ranking(corpus.postings, corpus.documents)
    found = [ranking.of(clause) for clause in plan.clauses]
    lines = [
        _("Parte {number}: {terms}; la tienen {count} servicios.").format(
            number=number, terms=_said(clause), count=len(scores)
        )
        for number, (clause, scores) in enumerate(zip(plan.clauses, found, strict=True), start=1)
    ]
    for place, (key, score) in enumerate(shown, start=1):
        parts = [scores.get(key, 0.0) for scores in found]
        factor = score / sum(parts) if sum(parts) else 0.0
        lines.append(
            _("Resultado {place}: ({parts}) × {factor} = {score}.").format(
                place=place,
                parts=" + ".join(f"{part:.2f}" for part in parts),
                factor=f"{factor:.2f}",
                score=f"{score:.2f}",
            )
        )
    return tuple(lines)


def _said(node: Node) -> str:
    match node:
        case Word(variants):
            return "/".join(term for term, _weight in variants)
        case AllOf(parts, _weight):
            return " ".join(_said(part) for part in parts)
        case AnyOf(options):
            return " | ".join(_said(option) for option in options)
