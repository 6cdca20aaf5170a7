"""Participation in decisions: consultations, accounts, councils, results, social audit."""

import re
from datetime import date

from canse.domain.audit import Evidence
from crawler.files import is_file
from crawler.forms import FormClass, classify_form
from crawler.indicators.bands import read_pages
from crawler.indicators.portal import Answer, PortalView, found, missing, on, partly
from crawler.indicators.topics import Topic, link_evidence, topic_links, topics
from crawler.lexicon import folded
from crawler.page import Page, Region
from crawler.words_of_participation import (
    ACCOUNT,
    CONSULTATION,
    COUNCIL,
    RESULTS,
    SOCIAL_AUDIT,
)

RESULT_WORDS = 20
CONTACT_REACH = 8
COUNCIL_WORDS = 40
_VIDEO = re.compile(r"youtu\.?be|vimeo\.com|facebook\.com/[^?#]*video|fb\.watch", re.I)
_REACHABLE = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,40}|\b(?:pbx|tel(?:efonos?)?|cel)\b[.: ]"
    r"|\b(?!(?:19|20)\d\d[ -]?(?:19|20)\d\d)\d{4}[ -]?\d{4}\b"
)


def check_consultations(portal: PortalView) -> Answer:
    """P-03: a consultation that is open on the day of the visit, by its dates.

    One that has ended, or that gives no date, counts in part; looking up a file is none.
    """
    open_now: list[Evidence] = []
    rest: list[Evidence] = []
    for topic in topics(portal, CONSULTATION):
        if any(classify_form(form) is FormClass.QUERY for form in topic.forms):
            continue
        last = max(topic.dates(), default=None)
        is_open = last is not None and last >= topic.visit.fetched_at.date()
        note = f"última fecha {_day(last)}" if last else "sin fechas"
        (open_now if is_open else rest).append(topic.evidence("consulta-publica", note))
    if open_now:
        return found(open_now)
    if rest:
        return partly(rest, "no se vio una fecha que siga abierta")
    links = [
        link_evidence(v, link, "consulta-publica") for v, link in topic_links(portal, CONSULTATION)
    ]
    return partly(links, "solo se vio un enlace") if links else missing()


def check_accounts(portal: PortalView) -> Answer:
    """P-05: giving account of the work with its date and something to read or see."""
    whole: list[Evidence] = []
    part: list[Evidence] = []
    for topic in topics(portal, ACCOUNT):
        is_dated, material = bool(topic.years() or topic.dates()), _material(topic, portal)
        note = f"fecha: {_yes(is_dated)}; documento o video: {material or 'no'}"
        is_whole = is_dated and bool(material)
        (whole if is_whole else part).append(topic.evidence("rendicion", note))
    if whole:
        return found(whole)
    if part:
        return partly(part, "falta la fecha, o falta el documento o el video")
    links = [link_evidence(v, link, "rendicion") for v, link in topic_links(portal, ACCOUNT)]
    return partly(links, "solo se vio un enlace") if links else missing()


def _material(topic: Topic, portal: PortalView) -> str:
    """The first document or recording under a topic that is not known to be dead."""
    frames = [f.url for f in topic.page.markup.frames if topic.heading.position < f.position]
    links = [link.url for link in topic.links]
    return next(
        (
            url
            for url in (*links, *frames)
            if (is_file(url) or _VIDEO.search(url)) and not portal.targets.is_dead(url)
        ),
        "",
    )


def check_councils(portal: PortalView) -> Answer:
    """P-06: the councils of neighbours are named, with a way to reach them close by."""
    whole: list[Evidence] = []
    part: list[Evidence] = []
    for visit, page in read_pages(portal):
        for position, selector, text in _council_words(page):
            contact = _contact_near(page, position)
            words = f"{text} · {contact}" if contact else text
            piece = on(visit, selector, words, "consejos")
            (whole if contact else part).append(piece)
    if whole:
        return found(whole)
    return partly(part) if part else missing()


def _council_words(page: Page) -> list[tuple[int, str, str]]:
    entries = [(h.position, h.selector, h.text) for h in page.headings if h.region is Region.MAIN]
    entries += [(b.position, b.selector, b.text) for b in page.blocks if b.region is Region.MAIN]
    short = (entry for entry in sorted(entries) if entry[2].count(" ") < COUNCIL_WORDS)
    return [entry for entry in short if COUNCIL.find(entry[2])]


def _contact_near(page: Page, position: int) -> str:
    """The first of the next few passages that holds a telephone or a mailbox."""
    near = [b for b in page.blocks if b.region is Region.MAIN and b.position >= position]
    texts = (block.text for block in near[:CONTACT_REACH])
    return next((text for text in texts if _REACHABLE.search(folded(text))), "")


def check_results(portal: PortalView) -> Answer:
    """P-07: what came of a consultation or survey is published, not only announced."""
    whole: list[Evidence] = []
    part: list[Evidence] = []
    for topic in topics(portal, RESULTS):
        has_words = sum(len(block.text.split()) for block in topic.blocks) >= RESULT_WORDS
        is_whole = has_words or bool(_material(topic, portal))
        (whole if is_whole else part).append(topic.evidence("resultados"))
    for visit, link in topic_links(portal, RESULTS):
        piece = link_evidence(visit, link, "resultados")
        (whole if is_file(link.url) else part).append(piece)
    if whole:
        return found(whole)
    return partly(part) if part else missing()


def check_social_audit(portal: PortalView) -> Answer:
    """P-08: social audit or the report of corruption, with a way to do it."""
    whole: list[Evidence] = [
        link_evidence(visit, link, "auditoria-social")
        for visit, link in topic_links(portal, SOCIAL_AUDIT)
    ]
    part: list[Evidence] = []
    for topic in topics(portal, SOCIAL_AUDIT):
        piece = topic.evidence("auditoria-social")
        (whole if _has_way(topic, portal) else part).append(piece)
    if whole:
        return found(whole)
    return partly(part) if part else missing()


def _has_way(topic: Topic, portal: PortalView) -> bool:
    """Whether a form, a telephone, a mailbox or a link that is not dead stands under a topic."""
    has_link = any(
        link.url.startswith(("http", "mailto:", "tel:")) and not portal.targets.is_dead(link.url)
        for link in topic.links
    )
    return bool(topic.forms) or has_link or bool(_REACHABLE.search(folded(topic.words)))


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""


def _yes(is_so: bool) -> str:
    return "sí" if is_so else "no"
