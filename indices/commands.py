"""The console commands of the index: `index rebuild / follow / status / evaluate` and `search`."""

import sys
from collections.abc import Callable, Iterable, Iterator
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import Any, NoReturn, Protocol

import click

from canse.domain.service import ServiceSheet
from indices.answers import as_json, as_text, batch_values, page_values
from indices.evaluation import evaluate
from indices.evaluation_words import evaluation_text, evaluation_values
from indices.follow import follow
from indices.judged_queries import read_judged_queries
from indices.port import MAX_PAGE_SIZE, Facet, Page, Query, SearchIndex
from indices.rebuild import rebuild
from indices.source import Source

FAILED = 1
DONE_IN_PART = 3


class Rooms(Protocol):
    """What the commands need of the house."""

    @property
    def index(self) -> SearchIndex:
        """The index in use."""
        ...

    @property
    def catalogue(self) -> Source:
        """The catalogue it is built from."""
        ...


@click.group(name="index", help=_("Construye y cuida el índice de búsqueda."))
def index() -> None:
    """Hold the commands of the index."""


@index.command(name="rebuild", help=_("Construye el índice de nuevo y cambia al nuevo de una vez."))
@click.pass_obj
def rebuild_command(rooms: Rooms) -> None:
    """Build the index anew."""
    generation = rebuild(rooms.index, rooms.catalogue, with_progress)
    documents = rooms.index.status().documents
    click.echo(
        ngettext(
            "Índice {generation} con {count} servicio.",
            "Índice {generation} con {count} servicios.",
            documents,
        ).format(generation=generation, count=documents)
    )


@index.command(name="follow", help=_("Pone el índice al día con los cambios del catálogo."))
@click.pass_obj
def follow_command(rooms: Rooms) -> None:
    """Apply the change log."""
    done = follow(rooms.index, rooms.catalogue)
    if done.was_rebuilt:
        click.echo(_("El índice no servía y se construyó de nuevo."), err=True)
    click.echo(
        _("Cambio {applied}: {upserted} servicios puestos, {deleted} quitados.").format(
            applied=done.applied, upserted=done.upserted, deleted=done.deleted
        )
    )


@index.command(name="status", help=_("Dice cómo está el índice; termina en 1 si no sirve."))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.pass_obj
def status_command(rooms: Rooms, is_json: bool) -> None:
    """Tell generation, documents and lag."""
    status = rooms.index.status()
    lag = rooms.catalogue.change_number() - status.applied
    if is_json:
        values = {
            "generation": status.generation,
            "documents": status.documents,
            "applied": status.applied,
            "lag": lag,
            "healthy": status.is_healthy,
            "problem": _(status.problem) if status.problem else "",
        }
        click.echo(as_json(values))
    elif status.is_healthy:
        click.echo(
            _("Índice {generation}: {documents} servicios, {lag} cambios por aplicar.").format(
                generation=status.generation, documents=status.documents, lag=lag
            )
        )
    else:
        click.echo(_(status.problem), err=True)
    if not status.is_healthy:
        raise click.exceptions.Exit(FAILED)


@index.command(
    name="evaluate",
    help=_("Mide qué tan bien se hallan los servicios con consultas ya calificadas (CSV)."),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.option(
    "--misses", is_flag=True, help=_("Muestra las consultas cuya mejor respuesta no sale primero.")
)
@click.pass_obj
def evaluate_command(rooms: Rooms, file: Path, is_json: bool, misses: bool) -> None:
    """Search each query of a file and say how good the answers are."""
    done = evaluate(rooms.index, read_judged_queries(file))
    if is_json:
        click.echo(as_json(evaluation_values(done, with_misses=misses)))
    else:
        click.echo(evaluation_text(done, with_misses=misses))
    if done.is_degraded:
        _end_degraded()


_WAYS = {
    "tema": Facet.TOPIC,
    "institucion": Facet.INSTITUTION,
    "categoria": Facet.CATEGORY,
    "ministerio": Facet.MINISTRY,
    "secretaria": Facet.SECRETARIAT,
}


def _ways(command: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each of the five ways of searching."""
    for name in reversed(_WAYS):
        option = click.option(
            f"--{name}", multiple=True, metavar="SLUG", help=_("Solo los de aquí.")
        )
        command = option(command)
    return command


@click.command(name="search", help=_("Busca servicios como lo haría un ciudadano."))
@click.argument("text", nargs=-1)
@_ways
@click.option("--limit", type=click.IntRange(1, MAX_PAGE_SIZE), default=10, show_default=True)
@click.option("--json", "is_json", is_flag=True, help=_("Como datos."))
@click.option("--explain", is_flag=True, help=_("Dice por qué se halló cada servicio."))
@click.option(
    "--batch",
    type=click.File("r", encoding="utf-8-sig", errors="replace"),
    help=_("Una búsqueda por línea; una respuesta en JSON por línea."),
)
@click.pass_obj
def search_command(
    rooms: Rooms,
    /,
    text: tuple[str, ...],
    limit: int,
    is_json: bool,
    explain: bool,
    batch: Iterable[str] | None,
    **ways: tuple[str, ...],
) -> None:
    """Search once, or once for each line of a file."""
    filters = {_WAYS[name]: slugs for name, slugs in ways.items() if slugs}
    if batch is None and not text and not filters:
        raise click.UsageError(_("Escriba qué busca o elija una de las cinco formas."))
    texts = [" ".join(text)] if batch is None else [line.rstrip("\r\n") for line in batch]
    facets = () if batch else tuple(Facet)
    is_degraded = False
    for one in texts:
        query = Query(text=one, filters=filters, page_size=limit, facets=facets, explain=explain)
        page = rooms.index.search(query)
        is_degraded |= page.is_degraded
        click.echo(_answer(page, is_batch=batch is not None, is_json=is_json))
    if is_degraded:
        _end_degraded()


def _end_degraded() -> NoReturn:
    click.echo(_("El índice no sirve ahora: se buscó en el catálogo."), err=True)
    raise click.exceptions.Exit(DONE_IN_PART)


def _answer(page: Page, *, is_batch: bool, is_json: bool) -> str:
    if is_batch:
        return as_json(batch_values(page))
    return as_json(page_values(page)) if is_json else as_text(page)


def with_progress(sheets: Iterable[ServiceSheet]) -> Iterator[ServiceSheet]:
    """Show how many sheets have passed, to a person only."""
    if not sys.stderr.isatty():
        yield from sheets
        return
    bar: Any = click.progressbar(sheets, label=_("Indexando"), show_pos=True, file=sys.stderr)
    with bar as passing:
        yield from passing
