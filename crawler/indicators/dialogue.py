"""Participation by talking: networks with answers, comments and forums, surveys."""

import re
from collections.abc import Iterator

from canse.domain.audit import Evidence
from crawler.forms import FormClass, classify_form
from crawler.hosts import HostClass, classify_host
from crawler.indicators.bands import quoted, read_pages
from crawler.indicators.portal import (
    Answer,
    PortalView,
    examples,
    found,
    missing,
    on,
    partly,
)
from crawler.indicators.topics import link_evidence, topic_links
from crawler.lexicon import Lexicon
from crawler.page import Form
from crawler.urls import host_of
from crawler.words_of_participation import CONTACT, FORUM, SURVEY, USEFUL

QUESTIONS = 2
_MESSAGING = re.compile(
    r"^https?://(?:www\.)?(?:wa\.me/\+?\d{6,}|(?:api|web)\.whatsapp\.com/send/?\?(?:[^#]*&)?phone="
    r"|m\.me/[\w.-]{3,}|(?:www\.)?messenger\.com/t/)",
    re.I,
)
_CHAT = re.compile(
    r"//(?:[\w-]+\.)*(?:tawk\.to|crisp\.chat|zopim\.com|tidio\.co|smartsupp\.com|livechatinc\.com"
    r"|chatwoot\.com|userlike\.com|jivosite\.com)/",
    re.I,
)
_NOT_A_PROFILE = re.compile(
    r"share|intent|plugins|/tr\?|dialog/|addthis|[?&](?:u|url|text)=|youtu\.be|/watch|/embed"
    r"|/(?:videos?|posts?|reels?|status|p|photos?|events?|hashtag)/",
    re.I,
)
_COMMENTS = re.compile(
    r"//(?:[\w-]+\.)*disqus\.com/|facebook\.com/plugins/(?:comments|feedback)", re.I
)
_CHOICES = frozenset({"radio", "checkbox", "select", "textarea", "number", "range"})


def check_networks(portal: PortalView) -> Answer:
    """P-01: a chat or a number to write to; whether a profile answers cannot be seen from outside.

    A button to share a page is neither.
    """
    chats = list(_chats(portal))
    if chats:
        return found(chats)
    profiles: dict[str, Evidence] = {}
    for visit, page in read_pages(portal):
        for link in page.links:
            if link.url not in profiles and _is_profile(link.url, portal.url):
                profiles[link.url] = link_evidence(visit, link, "perfil-social")
    if profiles:
        hosts = sorted({host_of(url).removeprefix("www.") for url in profiles})
        return partly(profiles.values(), examples(hosts))
    return missing()


def _chats(portal: PortalView) -> Iterator[Evidence]:
    done: set[str] = set()
    for visit, page in read_pages(portal):
        for link in page.links:
            if link.url not in done and _MESSAGING.search(link.url):
                done.add(link.url)
                yield link_evidence(visit, link, "mensajeria")
        for resource in page.markup.resources:
            if resource.url not in done and _CHAT.search(resource.url):
                done.add(resource.url)
                yield on(visit, "script", f"programa de conversación: {resource.url}", "chat")


def _is_profile(url: str, portal_url: str) -> bool:
    is_social = classify_host(url, portal_url) is HostClass.SOCIAL
    return is_social and not _NOT_A_PROFILE.search(url) and url.rstrip("/").count("/") > 2


def check_comments(portal: PortalView) -> Answer:
    """P-02: a form to comment under a page, or a forum; closed comments have no form."""
    pieces = []
    for visit, page in read_pages(portal):
        pieces += [
            on(visit, form.selector, _form_words(form), "comentarios")
            for form in page.forms
            if classify_form(form) is FormClass.COMMENT and not CONTACT.find(form.heading)
        ]
        pieces += [
            on(visit, "script, iframe", f"comentarios de {resource.url[:200]}", "comentarios")
            for resource in page.markup.resources
            if _COMMENTS.search(resource.url)
        ]
    if pieces:
        return found(pieces)
    links = [link_evidence(v, link, "foro") for v, link in topic_links(portal, FORUM)]
    return partly(links) if links else missing()


def check_surveys(portal: PortalView) -> Answer:
    """P-04: a questionnaire of the institution's own; one question of a theme's box is half."""
    whole: list[Evidence] = []
    single: list[Evidence] = []
    for visit, page in read_pages(portal):
        for form in page.forms:
            if not _is_survey(form):
                continue
            piece = on(visit, form.selector, _form_words(form), "encuesta")
            (whole if _questions(form) >= QUESTIONS else single).append(piece)
        whole += [
            on(visit, frame.selector, f"cuestionario incrustado de {frame.url[:180]}", "encuesta")
            for frame in page.markup.frames
            if _is_form_host(frame.url, portal) and _names(SURVEY, frame.title, page.title)
        ]
    whole += [
        link_evidence(visit, link, "encuesta")
        for visit, link in topic_links(portal, SURVEY)
        if _is_form_host(link.url, portal)
    ]
    if whole:
        return found(whole)
    return partly(single) if single else missing()


def _is_survey(form: Form) -> bool:
    is_about_page = USEFUL.find(f"{form.heading} {form.text}")
    return classify_form(form) is FormClass.SURVEY and not is_about_page


def _questions(form: Form) -> int:
    return len({field.name for field in form.fields if field.kind in _CHOICES})


def _is_form_host(url: str, portal: PortalView) -> bool:
    return classify_host(url, portal.url) is HostClass.THIRD_PARTY_FORM


def _names(lexicon: Lexicon, *texts: str) -> bool:
    return any(lexicon.find(text) for text in texts)


def _form_words(form: Form) -> str:
    words = (form.heading, form.text, *form.submit_texts)
    return f"formulario {quoted(' · '.join(word for word in words if word))}"
