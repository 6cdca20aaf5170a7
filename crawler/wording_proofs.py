"""What the words of a page claim of a service: declared, never confirmed."""

import re
from collections.abc import Iterator
from itertools import islice

from crawler.files import is_file
from crawler.forms import is_staff_form, sending_texts
from crawler.hosts import HostClass, classify_host, is_secure
from crawler.ladder import Capability, Gate
from crawler.lexicon import Lexicon, folded
from crawler.offer import Offer
from crawler.page import Block, Heading, Link, Page
from crawler.proof import GateProof, Proof
from crawler.sections import LAW_GROUP, group_of, name_key
from crawler.words_of_services import APPOINTMENT
from crawler.words_of_transactions import (
    ACCOUNT,
    ALTERNATIVE,
    BY_MAIL,
    DELIVERY,
    FUTURE,
    IN_PERSON,
    ONE_WINDOW,
    ONLINE,
    ONLINE_PAYMENT,
    PERSONAL_AREA,
    PREFILLED,
    SHARED_DATA,
    SHARED_LOGIN,
    SIGNATURE,
    TRACKING,
)

MATCHES = 5
_ENDS = (". ", "; ")
_NEGATION = re.compile(r"\b(?:no|sin|todavia no|aun no)\b[^.;]{0,30}$")
_BODIES = re.compile(
    r"\b(?:ministerio|municipalidad|registro|superintendencia|secretaria|instituto|renap|sat|igss)"
    r"(?: [a-z]+){0,3}"
)
_BANK = Lexicon(
    "pago-en-banco",
    r"""
    transferencia  deposito  deposite  en (?:la )?caja  terminal de pago  boleta de deposito
    cuenta (?:bancaria|monetaria|de ahorro)  ventanilla
    """,
)
_BLANK_FORM = Lexicon(
    "formulario-por-descargar",
    r"""
    descarg\w+ .{0,40}(?:formulario|formato|solicitud|boleta)
    (?:formulario|formato|solicitud) .{0,30}descarg\w+
    descarg\w+ y (?:llenar|llene|diligenciar)  modello di domanda
    """,
)
# A log-in shared by institutions is by itself reuse of what one of them already knows.
_BY_SHARED_LOGIN = (
    Capability.APPLICATION,
    Capability.LOGIN,
    Capability.SINGLE_SIGN_ON,
    Capability.REUSE,
)
_RULES: tuple[tuple[Lexicon, tuple[Capability, ...]], ...] = (
    (ONLINE, (Capability.APPLICATION,)),
    (ACCOUNT, (Capability.APPLICATION, Capability.LOGIN)),
    (TRACKING, (Capability.APPLICATION, Capability.TRACKING)),
    (SIGNATURE, (Capability.SIGNATURE,)),
    (DELIVERY, (Capability.DELIVERY,)),
    (SHARED_LOGIN, _BY_SHARED_LOGIN),
    (PERSONAL_AREA, (Capability.APPLICATION, Capability.LOGIN, Capability.PERSONAL_AREA)),
    (
        PREFILLED,
        (
            Capability.APPLICATION,
            Capability.LOGIN,
            Capability.SHARED_DATA,
            Capability.REUSE,
        ),
    ),
    (SHARED_DATA, (Capability.SHARED_DATA, Capability.REUSE)),
    (_BLANK_FORM, (Capability.FORM_FILE,)),
    (BY_MAIL, (Capability.BY_MAIL,)),
)
# One look for all the lists at once: most lines of a page say none of this.
_SAYS_SOMETHING = re.compile(
    "|".join(words.regex.pattern for words, _ in (*_RULES, (ONLINE_PAYMENT, ()), (ONE_WINDOW, ())))
)


def wording_proofs(offer: Offer) -> Iterator[Proof]:
    """The capabilities the running text and the headings of an offer claim."""
    yield from _named_by_controls(offer)
    is_at_the_bank = bool(_BANK.find(offer.section.text))
    for entry in _standing(offer.told):
        if not _SAYS_SOMETHING.search(folded(entry.text)):
            continue
        if ONE_WINDOW.find(entry.text) and len(set(_BODIES.findall(folded(entry.text)))) > 1:
            yield _proof(Capability.ONE_WINDOW, entry, ONE_WINDOW.name)
        for lexicon, capabilities in _RULES:
            if affirms(lexicon, entry.text):
                yield from (_proof(capability, entry, lexicon.name) for capability in capabilities)
        if affirms(ONLINE_PAYMENT, entry.text) and not is_at_the_bank:
            yield _proof(Capability.APPLICATION, entry, ONLINE_PAYMENT.name)
            yield _proof(Capability.PAYMENT, entry, ONLINE_PAYMENT.name)
        if affirms(ONLINE, entry.text) and APPOINTMENT.find(entry.text):
            yield _proof(Capability.APPOINTMENT, entry, APPOINTMENT.name)


def _standing(entries: tuple[Block | Heading, ...]) -> Iterator[Block | Heading]:
    """The entries, without a heading that what follows puts off ("Próximamente")."""
    for index, entry in enumerate(entries):
        following = entries[index + 1 : index + 2]
        is_put_off = any(FUTURE.find(after.text) for after in following)
        if not (isinstance(entry, Heading) and is_put_off):
            yield entry


def told(offer: Offer) -> tuple[Block | Heading, ...]:
    """The texts by which an offer says how it is done, in order."""
    return offer.told


def _named_by_controls(offer: Offer) -> Iterator[Proof]:
    """A log-in shared by institutions is named even by a button that does nothing."""
    controls = {link.text for link in offer.section.links}
    name = name_key(offer.name)
    for block in offer.section.blocks:
        is_name = name_key(block.text) == name
        if block.text in controls and not is_name and SHARED_LOGIN.find(block.text):
            yield from (_proof(c, block, SHARED_LOGIN.name) for c in _BY_SHARED_LOGIN)


def affirms(lexicon: Lexicon, text: str) -> bool:
    """Whether a sentence of the text says it, and neither denies it nor puts it off."""
    plain = folded(text)
    for match in islice(lexicon.regex.finditer(plain), MATCHES):
        begin = max(plain.rfind(sign, 0, match.start()) for sign in _ENDS) + 1
        ends = [end for sign in _ENDS if (end := plain.find(sign, match.end())) >= 0]
        sentence = plain[begin : min(ends, default=len(plain))]
        is_denied = _NEGATION.search(plain[begin : match.start()])
        if not (is_denied or FUTURE.regex.search(sentence)):
            return True
    return False


def is_only_in_person(offer: Offer) -> bool:
    """Whether the page's own steps are all in person (then a link is only what it leads to)."""
    text = offer.section.text
    if not IN_PERSON.find(text) or ALTERNATIVE.find(text):
        return False
    return not any(
        affirms(lexicon, entry.text)
        for entry in offer.told
        for lexicon in (ONLINE, ACCOUNT, SHARED_LOGIN, ONLINE_PAYMENT, TRACKING)
    )


def gate_proofs(offer: Offer, page: Page, portal_url: str) -> Iterator[GateProof]:
    """What caps the level of the offer."""
    for entry in offer.told:
        if IN_PERSON.find(entry.text) and not ALTERNATIVE.find(offer.section.text):
            yield _gate(Gate.IN_PERSON, entry.selector, entry.text, IN_PERSON.name)
        if FUTURE.find(entry.text):
            yield _gate(Gate.NOT_AVAILABLE, entry.selector, entry.text, FUTURE.name)
    for form in offer.section.forms:
        if form.action and not is_secure(form.action) and not is_staff_form(form):
            yield _gate(Gate.INSECURE_FORM, form.selector, form.action, "formulario-sin-https")
    yield from _other_owner(offer, portal_url)


def _other_owner(offer: Offer, portal_url: str) -> Iterator[GateProof]:
    """Links that take a person to another institution, where nothing is done here."""
    if any(sending_texts(form) and not is_staff_form(form) for form in offer.section.forms):
        return
    for link in offer.section.links:
        if _leads_elsewhere(link, offer, portal_url):
            yield _gate(Gate.OTHER_OWNER, link.selector, f"{link.text} {link.url}", "otro-host")


def _leads_elsewhere(link: Link, offer: Offer, portal_url: str) -> bool:
    """Whether a link takes a person to another institution, not to a document or a law."""
    if classify_host(link.url, portal_url) is not HostClass.STATE:
        return False
    over = [h for h in offer.section.headings if h.position < link.position]
    is_law = bool(over) and group_of(over[-1].text) == LAW_GROUP
    return not (is_law or is_file(link.url) or link.text.isdigit())


def _proof(capability: Capability, entry: Block | Heading, rule: str) -> Proof:
    return Proof(
        capability=capability,
        is_confirmed=False,
        selector=entry.selector,
        snippet=entry.text,
        rule=rule,
    )


def _gate(gate: Gate, selector: str, snippet: str, rule: str) -> GateProof:
    return GateProof(gate=gate, selector=selector, snippet=snippet, rule=rule)
