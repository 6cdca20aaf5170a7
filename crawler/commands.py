"""The console command `audit`: which portals, with what limits, and what to print of each."""

import errno
import json
from gettext import gettext as _
from pathlib import Path

import click

from canse.domain.errors import BadInput, CatalogueError
from crawler.batch import AT_ONCE, MOST_AT_ONCE, Batch, Ended
from crawler.choice import Choice, chosen_targets, refuse_missing_browser, refuse_private
from crawler.console import ConsoleProgress, result_line
from crawler.order import MAX_PAGES, MAX_SECONDS, Options, Target, robot_name
from crawler.politeness import Politeness
from crawler.result import result_values
from crawler.table import table_of

DEFAULT_OUT = Path("instance") / "audits"
FAILED, WRONG_USAGE, IN_PART = 1, 2, 3


@click.command(
    "audit",
    help=_("Audita portales y escribe un informe de cada uno."),
    short_help=_("Audita portales."),
)
@click.argument("urls", nargs=-1, metavar="URL…")
@click.option("--institution", metavar="SLUG", help=_("La institución dueña de los portales."))
@click.option("--all", "everything", is_flag=True, help=_("Todos los portales del catálogo."))
@click.option("--due", is_flag=True, help=_("Los portales cuya auditoría ya venció."))
@click.option(
    "--replay",
    type=click.Path(path_type=Path),
    metavar="FILE.warc.gz",
    help=_("Repite una auditoría desde su archivo, sin conexión."),
)
@click.option("--out", type=click.Path(path_type=Path), help=_("Carpeta de los informes."))
@click.option("--max-pages", type=click.IntRange(1, 10_000), default=MAX_PAGES, show_default=True)
@click.option(
    "--max-seconds", type=click.FloatRange(1, 86_400), default=MAX_SECONDS, show_default=True
)
@click.option(
    "--allow-private", is_flag=True, help=_("Permite direcciones locales y cualquier puerto.")
)
@click.option(
    "--at-once",
    type=click.IntRange(1, MOST_AT_ONCE),
    default=AT_ONCE,
    show_default=True,
    help=_("Cuántos portales a la vez; cada uno con una sola conexión."),
)
@click.option(
    "--fresh", is_flag=True, help=_("Empieza de nuevo lo que quedó interrumpido, sin retomarlo.")
)
@click.option(
    "--browser",
    is_flag=True,
    help=_("Lee con un navegador las páginas que no dicen nada sin sus programas."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Un objeto JSON por portal."))
@click.pass_context
def audit(
    context: click.Context,
    /,
    urls: tuple[str, ...],
    institution: str | None,
    everything: bool,
    due: bool,
    replay: Path | None,
    out: Path | None,
    max_pages: int,
    max_seconds: float,
    allow_private: bool,
    at_once: int,
    fresh: bool,
    browser: bool,
    as_json: bool,
) -> None:
    """Audit portals; exit 0 done, 1 failed, 2 wrong usage, 3 done in part."""
    choice = Choice(
        urls=urls, institution=institution, everything=everything, due=due, replay=replay
    )
    options = Options(
        out=out or getattr(context.obj, "audit_folder", None) or DEFAULT_OUT,
        max_pages=max_pages,
        max_seconds=max_seconds,
        allow_private=allow_private,
        politeness=Politeness(spares_loopback=allow_private),
        fresh=fresh,
        browser=browser,
        user_agent=robot_name(getattr(context.obj, "robot_contact", "")),
    )
    try:
        refuse_missing_browser(options)
        targets = chosen_targets(choice, getattr(context.obj, "portals", None))
        for target in targets:
            refuse_private(target, options)
    except BadInput as error:
        click.echo(error.said_in(_), err=True)
        context.exit(WRONG_USAGE)
    except CatalogueError as error:
        click.echo(error.said_in(_), err=True)
        context.exit(FAILED)
    context.exit(_run(targets, options, at_once, as_json))


def _run(targets: tuple[Target, ...], options: Options, at_once: int, as_json: bool) -> int:
    with ConsoleProgress(portals=len(targets)) as progress:
        ended = Batch(
            targets=targets,
            options=options,
            progress=progress,
            at_once=at_once,
            tell=lambda one: _tell(one, as_json, is_alone=len(targets) == 1),
        ).run()
    if not as_json and len(targets) > 1:
        click.echo(table_of(ended))
    if any(one.is_stopped for one in ended):
        click.echo(_("Auditoría detenida; la misma orden la retoma."), err=True)
        return IN_PART
    if all(one.fault is not None for one in ended) and ended:
        return FAILED
    is_whole = all(one.result is not None and not one.result.is_partial for one in ended)
    return 0 if is_whole else IN_PART


def _tell(ended: Ended, as_json: bool, *, is_alone: bool) -> None:
    """Say at once what somebody may wait for; the table of many portals comes in the end."""
    if ended.fault is not None:
        click.echo(_fault_words(ended), err=True)
    if ended.result is None:
        return
    if as_json:
        click.echo(json.dumps(result_values(ended.result), ensure_ascii=False))
    elif is_alone:
        click.echo(result_line(ended.result))
    for reason in ended.result.reasons:
        click.echo(f"{ended.result.host}: {reason}", err=True)


def _fault_words(ended: Ended) -> str:
    if isinstance(ended.fault, CatalogueError):
        return ended.fault.said_in(_)
    words = _("No se pudo escribir el informe de «{url}»: {reason}.")
    reason = _disk_words(ended.fault) if ended.fault else ""
    return words.format(url=ended.target.url or ended.target.replay, reason=reason)


def _disk_words(error: Exception) -> str:
    known = {
        errno.ENOSPC: _("el disco está lleno"),
        errno.EDQUOT: _("el disco está lleno"),
        errno.EFBIG: _("el archivo es demasiado grande"),
        errno.EACCES: _("no hay permiso"),
        errno.EROFS: _("el disco es de solo lectura"),
        errno.ENOTDIR: _("la carpeta no es una carpeta"),
        errno.EEXIST: _("la carpeta no es una carpeta"),
    }
    number = error.errno if isinstance(error, OSError) else None
    return known.get(number or 0) or str(error)
