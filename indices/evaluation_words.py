"""How the console says an evaluation: as data, or as text to read."""

from gettext import gettext as _

from indices.evaluation import Answer, Evaluation

SHOWN = 4  # results of a search that missed
DECIMALS = 3


def evaluation_values(evaluation: Evaluation, *, with_misses: bool) -> dict[str, object]:
    """An evaluation as data, in the shape other programs rely on; only ever added to."""
    values: dict[str, object] = {
        "queries": len(evaluation.answerable),
        **figures(evaluation),
        "nothing_found": evaluation.nothing_found,
        "queries_without_answer": len(evaluation.unanswerable),
        "answered_without_answer": evaluation.answered_without_answer,
        "unconfident_with_results": evaluation.unconfident_with_results,
        "kinds": {
            kind: {"ndcg@10": round(ndcg, DECIMALS), "queries": count}
            for kind, (ndcg, count) in evaluation.ndcg_by_kind.items()
        },
        "degraded": evaluation.is_degraded,
    }
    if with_misses:
        values["misses"] = [_miss_values(one) for one in evaluation.misses]
    return values


def figures(evaluation: Evaluation) -> dict[str, float]:
    """The four figures, from 0 to 1, by the names by which studies of search know them."""
    exact = {
        "ndcg@10": evaluation.ndcg,
        "mrr@10": evaluation.mrr,
        "success@1": evaluation.success(1),
        "success@3": evaluation.success(3),
    }
    return {name: round(figure, DECIMALS) for name, figure in exact.items()}


def evaluation_text(evaluation: Evaluation, *, with_misses: bool) -> str:
    """An evaluation for a person at a terminal."""
    misses = [_miss_text(one) for one in evaluation.misses] if with_misses else []
    lines = [f"{name} {figure:.3f}" for name, figure in figures(evaluation).items()]
    counts = [
        _("Sin ningún resultado: {count} de {total} consultas con respuesta.").format(
            count=evaluation.nothing_found, total=len(evaluation.answerable)
        ),
        _("Con resultados que no vienen al caso: {count} de {total} sin respuesta.").format(
            count=evaluation.answered_without_answer, total=len(evaluation.unanswerable)
        ),
        _("Con resultados y el aviso de que nada encaja bien: {count} de {total}.").format(
            count=evaluation.unconfident_with_results, total=len(evaluation.answers)
        ),
    ]
    kinds = [
        f"ndcg@10[{kind}] {ndcg:.3f} ({count})"
        for kind, (ndcg, count) in evaluation.ndcg_by_kind.items()
    ]
    return "\n".join((*misses, *lines, *counts, *kinds))


def _miss_values(answer: Answer) -> dict[str, object]:
    return {
        "query": answer.judged.text,
        "kind": answer.judged.kind,
        "wanted": dict(answer.judged.grades),
        "found": list(answer.found),
    }


def _miss_text(answer: Answer) -> str:
    wanted = ", ".join(f"{slug}:{grade}" for slug, grade in answer.judged.grades.items())
    found = ", ".join(answer.found[:SHOWN]) or _("nada")
    return _("«{text}» espera {wanted}; salió {found}.").format(
        text=answer.judged.text, wanted=wanted, found=found
    )
