"""The commands `refresh` and `demo`: audit, intake and index in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import gettext as _
from typing import Any

import click

from canse.commands import in_words, prepare, take_in_files
from canse.domain.errors import BadInput
from canse.domain.naming import host_of
from canse.editing import Author
from canse.institutions import NewInstitution, register_institution
from crawler.batch import AT_ONCE, Batch, Ended
from crawler.choice import Choice, chosen_targets, refuse_missing_browser, refuse_private
from crawler.commands import audit
from crawler.console import ConsoleProgress, result_line
from crawler.order import Options, Target, robot_name
from crawler.politeness import Politeness
from crawler.result import Result
from crawler.sample_portals import SAMPLE_PORTALS, SamplePortal, SampleResolver, serve_samples
from uniportal.commands.speaking import DONE_IN_PART, FAILED, sentence
from uniportal.wiring import Rooms

DEMONSTRATOR = "uniportal demo"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one portal: lines for whoever reads, and the exit code it asks for."""

    lines: tuple[str, ...] = ()
    complaint: str = ""
    code: int = 0


# The choices are those of `audit`, so they are taken from it and not written twice.
@click.command(
    params=[choice for choice in audit.params if choice.name != "as_json"],
    help=_("Audita portales, registra lo que califica y pone el índice al día."),
)
@click.pass_obj
def refresh(rooms: Rooms, /, **choices: Any) -> None:
    """Audit, take in and index; exit 0 done, 1 failed, 3 done in part."""
    options = Options(
        out=choices["out"] or rooms.audit_folder,
        max_pages=choices["max_pages"],
        max_seconds=choices["max_seconds"],
        allow_private=choices["allow_private"],
        politeness=Politeness(spares_loopback=choices["allow_private"]),
        fresh=choices["fresh"],
        browser=choices["browser"],
        user_agent=robot_name(rooms.robot_contact),
    )
    chosen = ("urls", "institution", "everything", "due", "replay")
    try:
        refuse_missing_browser(options)
        targets = chosen_targets(Choice(**{name: choices[name] for name in chosen}), rooms.portals)
        for target in targets:
            refuse_private(target, options)
    except BadInput as error:
        raise click.UsageError(error.said_in(_)) from error
    _finish(run(rooms, targets, options, choices["at_once"]))


@click.command(help=_("Audita los portales de muestra y deja sus servicios en el catálogo."))
@click.pass_obj
def demo(rooms: Rooms) -> None:
    """Prepare the catalogue, then audit the sample portals on this machine and take them in."""
    prepare(rooms.database, datetime.now(UTC))
    for portal in SAMPLE_PORTALS:
        _register(rooms, portal)
    targets = tuple(Target(url=one.address, institution=one.slug) for one in SAMPLE_PORTALS)
    spared = frozenset(host_of(portal.address) for portal in SAMPLE_PORTALS)
    with serve_samples() as served:
        options = Options(
            out=rooms.audit_folder,
            allow_private=True,
            resolver=SampleResolver(served),
            politeness=Politeness(spared=spared),
        )
        _finish(run(rooms, targets, options))


def _register(rooms: Rooms, portal: SamplePortal) -> None:
    """Give an invented institution its place in the catalogue, where it is not there yet."""
    new = NewInstitution(
        slug=portal.slug,
        name=portal.name,
        acronym=portal.acronym,
        kind=portal.kind,
        portal=portal.address,
    )
    author = Author(name=DEMONSTRATOR, at=datetime.now(UTC), reason=_("Portal de muestra"))
    register_institution(rooms.database, new, author)


def run(
    rooms: Rooms, targets: Sequence[Target], options: Options, at_once: int = AT_ONCE
) -> list[Outcome]:
    """Audit and take in each portal, a few at a time, then bring the index up to date once."""
    taken: dict[Target, Outcome] = {}

    def take_in(target: Target, result: Result) -> None:
        # Each report goes in as soon as it is there: what is done stays done.
        taken[target] = _take_in(rooms, result)

    with ConsoleProgress(portals=len(targets)) as progress:
        ended = Batch(
            targets=targets, options=options, progress=progress, at_once=at_once, after=take_in
        ).run()
        outcomes = [taken.get(one.target) or _untaken(rooms, one) for one in ended]
        rooms.keep_index_in_step()
    return outcomes


def _untaken(rooms: Rooms, ended: Ended) -> Outcome:
    """What to say of a portal that did not end now: done before, failed, or stopped."""
    if ended.result is not None:
        return _take_in(rooms, ended.result)
    if ended.fault is not None:
        return Outcome(complaint=sentence(ended.fault), code=FAILED)
    words = _("{url}: auditoría detenida; la misma orden la retoma.")
    return Outcome(complaint=words.format(url=ended.target.url), code=DONE_IN_PART)


def _take_in(rooms: Rooms, result: Result) -> Outcome:
    line = result_line(result)
    taken = take_in_files(rooms.database, [result.path], datetime.now(UTC))[0]
    if taken.refusal is not None or taken.result is None:
        complaint = taken.refusal.said_in(_) if taken.refusal else ""
        return Outcome(lines=(line,), complaint=complaint, code=FAILED)
    return Outcome(
        lines=(line, in_words(taken.result)),
        complaint="; ".join(result.reasons),
        code=DONE_IN_PART if result.is_partial else 0,
    )


def _finish(outcomes: Sequence[Outcome]) -> None:
    """Say what became of each portal, and end with the code for all of them."""
    for outcome in outcomes:
        for line in outcome.lines:
            click.echo(line)
        if outcome.complaint:
            click.echo(outcome.complaint, err=True)
    codes = {outcome.code for outcome in outcomes}
    if codes - {0}:
        raise click.exceptions.Exit(FAILED if codes == {FAILED} else DONE_IN_PART)
