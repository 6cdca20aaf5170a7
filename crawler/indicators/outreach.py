"""Stage 2, reaching out: feeds, newsletters, chats, notices to the telephone and own apps."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from canse.domain.audit import Evidence
from canse.domain.naming import host_of
from crawler.forms import FormClass, classify_form
from crawler.hosts import is_same_site
from crawler.indicators.portal import Answer, PortalView, examples, found, missing, on, partly
from crawler.indicators.said import link_piece, links_saying, saying
from crawler.lexicon import Lexicon, folded
from crawler.page import Form, Link, Page
from crawler.visit import Visit
from crawler.words_of_services import PLACEHOLDER

_FEED = re.compile(r"/(?:feed|rss|atom)(?:/|$|\.)|\.(?:rss|atom)$|[?&]feed=|format=feed", re.I)
_COMMENTS = re.compile(r"comment", re.I)
# What WordPress announces of itself, whether or not anybody writes news.
_DEFAULT_FEED = re.compile(r"^[^?]*/feed/?$|[?&]feed=rss2?$", re.I)
_SUBSCRIBE = Lexicon(
    "suscribirse",
    r"""
    suscri(?:bete|birse|base|bir)  suscripcion al? boletin  reciba nuestro boletin  newsletter
    iscriviti  inscreva-se
    """,
)
_MAILERS = re.compile(r"//[^/]*(?:list-manage\.com|mailchimp\.com|mailerlite\.com|sendinblue\.com)")
_CHAT_LINK = re.compile(
    r"//(?:wa\.me/(?:message/)?\w+|(?:api|web)\.whatsapp\.com/send|m\.me/\w+)", re.I
)
_CHAT_LOAD = re.compile(
    r"//[^/]*(?:tawk\.to|livechatinc\.com|crisp\.chat|zopim\.com|zdassets\.com|tidio\.co"
    r"|chatbot\.com|smartsupp\w*\.com|intercom\w*\.\w+|botpress\.\w+|landbot\.io|jivosite\.com"
    r"|freshchat\.com|dialogflow\.\w+)|/(?:chatbot|livechat|webchat)[\w.-]*\.js",
    re.I,
)
_APP = re.compile(
    r"//play\.google\.com/store/apps/details\?(?:[^#]*&)?id=([\w.]{3,100})"
    r"|//(?:apps|itunes)\.apple\.com/[\w./%-]*?/?(id\d{5,12})|//appgallery\.huawei\.com/[\w#./-]*(C\d+)",
    re.I,
)
_GENERAL_APPS = re.compile(
    r"^(?:com\.adobe|org\.mozilla|com\.android|com\.google|com\.whatsapp|com\.microsoft|us\.zoom"
    r"|com\.facebook|com\.twitter|tv\.periscope|com\.instagram|com\.opera|org\.videolan)\b",
    re.I,
)
_STATE_APP = re.compile(r"(?:^|\.)(?:gob|gov|gub|muni\w*)(?:\.|$)", re.I)
_GENERAL_APP_WORDS = Lexicon(
    "aplicacion-ajena",
    r"""
    acrobat  adobe  chrome  firefox  safari  edge  whatsapp  facebook  zoom  teams  authenticator
    """,
)
_PUSH = re.compile(
    r"onesignal|firebase-messaging|pushwoosh|webpushr|pushcrew|izooto|pushengage|push-?notif", re.I
)
_NOTICES = Lexicon(
    "avisos-al-telefono",
    r"""
    activ(?:ar|e|a) (?:las |sus |tus )?notificaciones  notificaciones push
    suscri\w+ .{0,30}(?:sms|mensajes? de texto|notificaciones|alertas)
    recib(?:ir|a|e) (?:avisos?|alertas?|notificaciones) (?:en|por|via|a) \w+
    (?:avisos?|alertas?) (?:por|via) (?:sms|mensajes? de texto|whatsapp)
    """,
)
_NO_NOTICE = Lexicon("no-es-aviso", r"cookies?  galletas  codigo  correo  verificacion")


def check_feeds(portal: PortalView) -> Answer:
    """E2-08: a feed that the portal offers; the one WordPress makes unasked counts half."""
    announced: dict[str, Evidence] = {}
    for visit, page in portal.fresh_pages():
        for link in page.links:
            if _is_offered_feed(link, portal):
                return found([link_piece(visit, link, "fuente-enlazada")], link.url)
        for feed in page.feeds:
            if not _COMMENTS.search(feed) and not portal.targets.is_dead(feed):
                piece = on(visit, "link[rel=alternate]", f"fuente anunciada: {feed}", "fuente")
                announced.setdefault(feed, piece)
    own = [feed for feed in announced if not _DEFAULT_FEED.search(feed)]
    if own:
        return found([announced[feed] for feed in own], examples(own))
    return partly(announced.values(), examples(announced)) if announced else missing()


def _is_offered_feed(link: Link, portal: PortalView) -> bool:
    return (
        bool(_FEED.search(link.url))
        and not _COMMENTS.search(link.url)
        and is_same_site(link.url, portal.url)
        and not portal.targets.is_dead(link.url)
    )


def check_newsletter(portal: PortalView) -> Answer:
    """E2-09: a form that takes a mailbox for news; a mailing house's or an idle one counts half."""
    weak: list[Evidence] = []
    for visit, page in portal.fresh_pages():
        for form in page.forms:
            if classify_form(form) is not FormClass.NEWSLETTER or _is_filler(form):
                continue
            words = " · ".join(filter(None, (form.heading, form.text, form.action)))
            evidence = on(visit, form.selector, words, "boletin")
            if form.has_handler and not _MAILERS.search(form.action):
                return found([evidence])
            weak.append(evidence)
    weak += [
        link_piece(v, link, _SUBSCRIBE.name) for v, _, link in links_saying(portal, _SUBSCRIBE)
    ]
    return partly(weak) if weak else missing()


def _is_filler(form: Form) -> bool:
    return bool(PLACEHOLDER.find(f"{form.heading} {form.text}"))


def check_chat(portal: PortalView) -> Answer:
    """E2-15: a chat with the institution; a button that shares the page is none."""
    pieces: list[Evidence] = []
    names: list[str] = []
    for visit, page in portal.fresh_pages():
        for link in page.links:
            if _is_chat(link.url):
                pieces.append(link_piece(visit, link, "chat"))
                names.append(urlsplit(link.url).hostname or "")
        for resource in page.markup.resources:
            if _CHAT_LOAD.search(resource.url):
                pieces.append(on(visit, resource.kind, resource.url, "chat"))
                names.append(urlsplit(resource.url).hostname or "")
        if pieces:
            return found(pieces, examples(names))
    return missing()


def _is_chat(url: str) -> bool:
    """Whether an address opens a talk with somebody: share buttons name nobody."""
    if not _CHAT_LINK.search(url):
        return False
    query = parse_qs(urlsplit(url).query)
    return "text" not in query or "phone" in query or urlsplit(url).path.strip("/").isdigit()


def check_apps(portal: PortalView) -> Answer:
    """E2-18: an app in a shop that shows whose it is; readers and browsers are not counted."""
    own: dict[str, Evidence] = {}
    unproven: dict[str, Evidence] = {}
    labels = [label for label in re.split(r"[.:-]", host_of(portal.url)) if len(label) >= 3]
    for visit, page in portal.fresh_pages():
        for link in page.links:
            identity = _app(link)
            if identity:
                is_own = _STATE_APP.search(identity) or any(map(folded(link.url).count, labels))
                kept = own if is_own else unproven
                kept.setdefault(identity, link_piece(visit, link, "aplicacion"))
    if own:
        return found(own.values(), examples(own))
    return partly(unproven.values(), examples(unproven)) if unproven else missing()


def _app(link: Link) -> str:
    """The identity of the app a link leads to; empty for what everybody has anyway."""
    match = _APP.search(link.url)
    if match is None or _GENERAL_APP_WORDS.find(f"{link.text} {link.title} {link.url}"):
        return ""
    identity = next(filter(None, match.groups()))
    return "" if _GENERAL_APPS.match(identity) else identity


def check_notices(portal: PortalView) -> Answer:
    """E2-19: a program that sends notices and words that offer them; one alone is half."""
    programs = [piece for visit, page in portal.fresh_pages() for piece in _programs(visit, page)]
    offers = [
        on(visit, entry.selector, entry.text, _NOTICES.name)
        for visit, _, entry in saying(portal, _NOTICES)
        if not _NO_NOTICE.find(entry.text)
    ]
    asked = list(_telephone_forms(portal))
    if offers and (programs or asked):
        return found([offers[0], *programs[:1], *asked[:1]])
    if offers:
        return partly(offers, "se ofrecen avisos, sin forma de pedirlos")
    if programs:
        return partly(programs, "hay un programa de avisos, sin texto que los ofrezca")
    return missing()


def _programs(visit: Visit, page: Page) -> Iterator[Evidence]:
    for resource in page.markup.resources:
        if _PUSH.search(resource.url):
            yield on(visit, resource.kind, resource.url, "programa-de-avisos")


def _telephone_forms(portal: PortalView) -> Iterator[Evidence]:
    """Forms that offer notices and take a telephone."""
    for visit, page in portal.fresh_pages():
        for form in page.forms:
            takes_phone = any(
                field.kind == "tel" or "telefono" in folded(f"{field.label} {field.name}")
                for field in form.fields
            )
            if takes_phone and _NOTICES.find(f"{form.heading} {form.text}"):
                yield on(visit, form.selector, f"{form.heading} · {form.text}", "pide-telefono")
