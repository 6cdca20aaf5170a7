"""The console command `audit`: which portals, with what limits, and what to print of each."""

import asyncio
import errno
import json
from collections.abc import Iterable
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import Protocol

import click

from canse.domain.errors import BadInput, CatalogueError
from canse.domain.institution import InstitutionKind
from crawler.audit import run_audit
from crawler.console import ConsoleProgress, result_line, result_values
from crawler.guard import AddressGuard
from crawler.order import (
    MAX_PAGES,
    MAX_SECONDS,
    Audited,
    Options,
    Progress,
    Target,
    is_done_in_part,
    portal_address,
)
from crawler.politeness import Politeness
from crawler.urls import normalise

AT_ONCE = 2
DEFAULT_OUT = Path("instance") / "audits"
FAILED, WRONG_USAGE, IN_PART = 1, 2, 3


class PortalDirectory(Protocol):
    """What the catalogue knows of portals: pairs of address and institution's slug."""

    def of(self, slug: str) -> Iterable[tuple[str, str]]:
        """The portals of one institution."""
        ...

    def all(self) -> Iterable[tuple[str, str]]:
        """Every portal of the catalogue."""
        ...

    def due(self) -> Iterable[tuple[str, str]]:
        """The portals whose last audit is too old."""
        ...

    def kind_of(self, slug: str) -> InstitutionKind | None:
        """The kind of an institution, None when the catalogue does not have it."""
        ...


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Which portals somebody chose on the command line."""

    urls: tuple[str, ...]
    institution: str | None
    everything: bool
    due: bool
    replay: Path | None


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
    )
    try:
        targets = chosen_targets(choice, getattr(context.obj, "portals", None))
        for target in targets:
            refuse_private(target, options)
    except BadInput as error:
        click.echo(error.said_in(_), err=True)
        context.exit(WRONG_USAGE)
    except CatalogueError as error:
        click.echo(error.said_in(_), err=True)
        context.exit(FAILED)
    context.exit(_run(targets, options, as_json))


def chosen_targets(choice: Choice, portals: PortalDirectory | None) -> tuple[Target, ...]:
    """The portals chosen, each address checked before anything is asked of any of them."""
    if choice.replay is not None:
        if len(choice.urls) > 1 or choice.everything or choice.due:
            raise BadInput("Un archivo se repite para un solo portal.")
        url = portal_address(choice.urls[0]) if choice.urls else ""
        return (Target(url=url, institution=choice.institution, replay=choice.replay),)
    if choice.urls:
        addresses = dict.fromkeys(portal_address(url) for url in choice.urls)
        return tuple(Target(url=url, institution=choice.institution) for url in addresses)
    if not (choice.institution or choice.everything or choice.due):
        raise BadInput("Diga qué portales auditar: una dirección, --institution, --all o --due.")
    if portals is None:
        raise BadInput("No hay un catálogo del cual tomar los portales; dé sus direcciones.")
    return _from_catalogue(choice, portals)


def refuse_private(target: Target, options: Options) -> None:
    """Refuse at once an address whose writing shows that it must not be asked."""
    guard = AddressGuard(allow_private=options.allow_private)
    url = None if target.replay else normalise(target.url)
    objection = guard.objection(url) if url else ""
    if objection:
        raise BadInput(
            "No se audita «{url}»: {objection}. Si es suya, use --allow-private.",
            url=target.url,
            objection=objection,
        )


def _from_catalogue(choice: Choice, portals: PortalDirectory) -> tuple[Target, ...]:
    if choice.institution:
        pairs = portals.of(choice.institution)
    else:
        pairs = portals.all() if choice.everything else portals.due()
    # A wrong address in the catalogue is told when its turn comes: the other portals go on.
    targets = tuple(
        Target(url=url, institution=slug, kind=portals.kind_of(slug)) for url, slug in pairs
    )
    if not targets and choice.institution:
        raise BadInput("La institución «{slug}» no tiene portales.", slug=choice.institution)
    return targets


def _run(targets: tuple[Target, ...], options: Options, as_json: bool) -> int:
    with ConsoleProgress() as progress:
        codes = asyncio.run(_audit_all(targets, options, progress, as_json))
    if not any(codes):
        return 0
    return FAILED if all(code == FAILED for code in codes) else IN_PART


async def _audit_all(
    targets: tuple[Target, ...], options: Options, progress: Progress, as_json: bool
) -> list[int]:
    """Two portals at a time, told in order; what goes wrong with one does not stop the others."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(target: Target) -> Audited | Exception:
        async with turn:
            try:
                return await run_audit(target, options, progress)
            except (CatalogueError, OSError) as error:
                return error

    tasks = [asyncio.create_task(one(target)) for target in targets]
    pairs = zip(targets, tasks, strict=True)
    return [_tell(await task, target, as_json) for target, task in pairs]


def _tell(result: Audited | Exception, target: Target, as_json: bool) -> int:
    if isinstance(result, CatalogueError):
        click.echo(result.said_in(_), err=True)
        return FAILED
    if isinstance(result, Exception):
        words = _("No se pudo escribir el informe de «{url}»: {reason}.")
        click.echo(
            words.format(url=target.url or target.replay, reason=_disk_words(result)), err=True
        )
        return FAILED
    if as_json:
        click.echo(json.dumps(result_values(result), ensure_ascii=False))
    else:
        click.echo(result_line(result))
    for reason in result.report.coverage.reasons:
        click.echo(f"{result.report.portal.host}: {reason}", err=True)
    return IN_PART if is_done_in_part(result.report) else 0


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
