"""Says whose a host is, seen from the portal: its own, the State's, a form builder's, a bank's."""

import ipaddress
from enum import StrEnum
from functools import lru_cache
from urllib.parse import urlsplit

from canse.domain.naming import host_of

HOSTS_REMEMBERED = 10_000


class HostClass(StrEnum):
    """The classes that decide what a link to the host can prove."""

    OWN = "propio"
    STATE = "estado"
    THIRD_PARTY_FORM = "formulario_tercero"
    PAYMENT = "pago"
    BANK = "banco"
    SOCIAL = "social"
    OTHER = "otro"


_STATE_SUFFIXES = (".gob.gt", ".mil.gt", ".gob.mx", ".gob.sv", ".gov.co", ".gob.pe", ".gub.uy",
                   ".gov.br", ".leg.br", ".gov.it", ".gov", ".gob.ar", ".gob.cl", ".gob.ec",
                   ".gob.hn", ".gob.bo", ".gov.ar")  # fmt: skip
_STATE_HOSTS = frozenset(
    {
        "rgp.org.gt", "cdag.com.gt", "muniguate.com", "asisehace.gt", "oj.gob.gt", "banguat.gob.gt",
        "gobernacionretalhuleu.udip.gt", "congreso.gob.gt", "usac.edu.gt", "igssgt.org",
        "login.gov",
    }
)  # fmt: skip
_FORM_HOSTS = ("docs.google.com/forms", "forms.gle", "forms.office.com", "jotform.com",
               "typeform.com", "surveymonkey.com", "tally.so", "forms.microsoft.com",
               "form.jotform.com", "forms.cloud.microsoft")  # fmt: skip
_PAYMENT = ("cybersource.com", "visanet.com.gt", "neonet.com.gt", "firstatlanticcommerce.com",
            "ptranz.com", "qpaypro.com", "recurrente.com", "pagadito.com", "paypal.com",
            "stripe.com", "placetopay.com", "pagopa.gov.it", "pse.com.co")  # fmt: skip
# Where merchants, not citizens, work.
_MERCHANT_ONLY = frozenset({"visanetgt.ubc.cybersource.com"})
_BANKS = ("banrural.com.gt", "corporacionbi.com", "bi.com.gt", "bam.com.gt",
          "gytcontinental.com.gt",
          "chn.com.gt", "baccredomatic.com", "bantrab.com.gt", "promerica.com.gt",
          "bancoindustrial.com")  # fmt: skip
_SOCIAL = ("facebook.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "youtu.be",
           "tiktok.com", "linkedin.com", "flickr.com", "whatsapp.com", "wa.me", "t.me",
           "telegram.org", "threads.net", "pinterest.com")  # fmt: skip
_STAFF_PREFIXES = ("mail.", "webmail.", "owa.", "autodiscover.", "intranet.", "vpn.", "adfs.",
                   "idp.", "sharepoint.", "cms.", "admin.", "dev.", "test.", "staging.", "uat.",
                   "qa.", "preview.", "cdn.", "ftp.", "correo.", "cpanel.", "zimbra.", "glpi.",
                   "nube.", "rrhh.")  # fmt: skip


@lru_cache(maxsize=HOSTS_REMEMBERED)
def classify_host(url: str, portal_url: str) -> HostClass:
    """The class of the host of an address; an empty or odd address is OTHER."""
    host = host_of(url)
    if not host:
        return HostClass.OTHER
    for kind, names in (
        (HostClass.THIRD_PARTY_FORM, _FORM_HOSTS),
        (HostClass.PAYMENT, _PAYMENT),
        (HostClass.BANK, _BANKS),
        (HostClass.SOCIAL, _SOCIAL),
    ):
        if host not in _MERCHANT_ONLY and any(_matches(url, host, name) for name in names):
            return kind
    if is_same_site(url, portal_url):
        return HostClass.OWN
    if host in _STATE_HOSTS or f".{host}".endswith(_STATE_SUFFIXES):
        return HostClass.STATE
    return HostClass.OTHER


def is_same_site(url: str, portal_url: str) -> bool:
    """Whether an address is on the portal's own host or under the same registrable domain."""
    one, other = _registrable(host_of(url)), _registrable(host_of(portal_url))
    return bool(one) and one == other


def is_staff_host(url: str) -> bool:
    """Whether the host is by its name one for the institution's own staff."""
    return host_of(url).startswith(_STAFF_PREFIXES)


def is_secure(url: str) -> bool:
    """Whether data sent there travel encrypted; loopback never leaves the machine."""
    parts = urlsplit(url)
    if parts.scheme == "https":
        return True
    host = parts.hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")  # RFC 6761


def is_home_page(url: str) -> bool:
    """Whether an address is the bare home page of its host."""
    parts = urlsplit(url)
    return parts.path.strip("/") in ("", "index.html", "index.php", "index.htm") and not parts.query


def _matches(url: str, host: str, name: str) -> bool:
    if "/" in name:
        return name in url
    return host == name or host.endswith(f".{name}")


def _registrable(host: str) -> str:
    """The domain somebody registered: two labels, or three under a second-level suffix."""
    name, _, port = host.partition(":")
    labels = name.split(".")
    if not name or labels[-1].isdigit():
        return host
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else 2
    return ".".join(labels[-keep:]) + (f":{port}" if port else "")
