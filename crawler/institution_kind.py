"""Says what kind of institution a portal belongs to, and whether it is one of Guatemala.

What whoever orders the audit said is believed; otherwise the portal's own host, name and titles
are read. A portal that says nothing of itself stays OTHER.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from canse.domain.institution import InstitutionKind
from crawler.lexicon import Lexicon
from crawler.page import Page, Region
from crawler.visit import Visit

COUNTRY = "gt"
TITLES = 40
HOME_TEXTS = 60
PAGES_TO_ONE_THAT_NAMES = 5
_K = InstitutionKind
# The first list that matches decides: a "Secretaría Municipal" is of its municipality.
_BY_WORDS = (
    (_K.MUNICIPALITY, Lexicon("municipalidad", r"""
        municipalidad(?:es)?  muni\w*  alcaldias?  ayuntamientos?  ayto\w*  h\.? ayuntamiento
        prefeituras?  camaras? municipa(?:l|is)  comune di  comuni  gobierno municipal
        municipio(?: de)?  cabildo  intendencia  city of  city hall
        """)),
    (_K.LEGISLATIVE, Lexicon("legislativo", r"""
        congreso(?: de la republica)?  organismo legislativo  asamblea (?:legislativa|nacional)
        parlamento  senado  camara de (?:diputados|senadores|representantes)
        """)),
    (_K.JUDICIAL, Lexicon("judicial", r"""
        organismo judicial  poder judicial  corte suprema  corte de constitucionalidad
        tribunal superior  juzgados?
        """)),
    (_K.OVERSIGHT, Lexicon("control", r"""
        contraloria(?: general)?  procuraduria(?: general| de los derechos humanos)?
        ministerio publico  tribunal de cuentas  defensoria del pueblo  auditoria superior
        """)),
    (_K.MINISTRY, Lexicon("ministerio", r"ministerios?  ministero  ministry")),
    (_K.AUTONOMOUS, Lexicon("autonoma", r"""
        tribunal supremo electoral  registro nacional de las personas
        registro general de la propiedad
        universidad  seguro social  instituto guatemalteco de seguridad social  fondo de tierras
        confederacion deportiva\w*  comite olimpico  banco de guatemala
        instituto nacional de ciencias forenses  defensa publica penal
        registro de informacion catastral
        """)),
    (_K.SECRETARIAT, Lexicon("secretaria", r"secretarias?")),
    (_K.DECENTRALISED, Lexicon("descentralizada", r"""
        institutos?  superintendencia  empresa (?:portuaria|nacional|publica)  hospital
        inspeccion general
        """)),
)  # fmt: skip
_COUNTRY = Lexicon(
    "guatemala",
    r"""
    guatemala  guatemaltec[oa]s?  57-2008  quetzales  huehuetenango  quetzaltenango  chimaltenango
    sacatepequez  suchitepequez  totonicapan  retalhuleu  alta verapaz  baja verapaz  chiquimula
    jutiapa  jalapa  zacapa  izabal
    """,
)
# Endings that name a country and are not sold to the whole world.
_FOREIGN = re.compile(
    r"\.(?:ar|bo|br|cl|cr|cu|de|do|ec|es|eu|fr|hn|it|mx|ni|pa|pe|pr|pt|py|sv|uk|us|uy|ve|gov|mil"
    r"|gov\.co|gob\.\w\w(?<!\.gt))$"
)
_STATE_ADDRESS = re.compile(r"\.(?:gob|gov|gub|mil|leg|jus)\.([a-z]{2})$")


def kind_of_institution(
    visits: Sequence[Visit], portal_url: str, told: InstitutionKind | None = None
) -> InstitutionKind:
    """The kind that was told, or the one that the portal's host, name or titles show."""
    if told is not None:
        return told
    for texts in (_site_names(visits), _host_words(portal_url), _other_names(visits)):
        words = " · ".join(texts)
        found = _kind_by(words)
        if found is not None:
            return found
    return _kind_of_most(visits) or InstitutionKind.OTHER


def _kind_by(words: str) -> InstitutionKind | None:
    return next((kind for kind, list_ in _BY_WORDS if list_.find(words)), None)


def _kind_of_most(visits: Sequence[Visit]) -> InstitutionKind | None:
    """The kind that more than half of the titles show: a site's name ends each of its titles."""
    titles = [page.title for page in islice(_pages(visits), TITLES)]
    kinds = Counter(_kind_by(title) for title in titles)
    kind, count = next(iter(kinds.most_common(1)), (None, 0))
    return kind if 2 * count > len(titles) > 1 else None


def country_of(visits: Sequence[Visit], portal_url: str, *, is_of_catalogue: bool = False) -> str:
    """The code "gt" for a portal of Guatemala, empty for any other.

    `is_of_catalogue` says that whoever ordered the audit named its institution: the catalogue is
    Guatemala's. Otherwise the host decides, and where it names no country the portal's words: its
    home page or one page of five names the country, and the addresses of the State that it links
    are not mostly of another.
    """
    host = (urlsplit(portal_url).hostname or "").lower()
    if is_of_catalogue or host.endswith(f".{COUNTRY}"):
        return COUNTRY
    if _FOREIGN.search(host):
        return ""
    pages = list(_pages(visits))
    named = [bool(_COUNTRY.find(" · ".join(_texts_of(page)))) for page in pages]
    is_named = any(named[:1]) or PAGES_TO_ONE_THAT_NAMES * sum(named) >= len(named) > 0
    return COUNTRY if is_named and _links_stay(pages) else ""


def _site_names(visits: Sequence[Visit]) -> Iterator[str]:
    """How the home page calls its site."""
    page = next(_pages(visits), None)
    if page is not None:
        yield page.title
        yield from (value for name, value in page.metas if name == "og:site_name")


def _host_words(portal_url: str) -> list[str]:
    return re.split(r"[.-]", (urlsplit(portal_url).hostname or "").removeprefix("www."))


def _other_names(visits: Sequence[Visit]) -> Iterator[str]:
    """What stands over, at the head and at the foot of the home page."""
    home = next(_pages(visits), None)
    if home is not None:
        yield from islice((h.text for h in home.headings if h.level == 1), 3)
        edges = (b.text for b in home.blocks if b.region in (Region.HEADER, Region.FOOTER))
        yield from islice(edges, HOME_TEXTS)


def _texts_of(page: Page) -> Iterator[str]:
    """The short texts of a page by which it would name its country."""
    yield page.title
    yield from islice((h.text for h in page.headings), HOME_TEXTS)
    yield from islice((b.text for b in page.blocks), HOME_TEXTS)
    yield from islice((b.text for b in reversed(page.blocks)), 10)


def _links_stay(pages: Iterable[Page]) -> bool:
    """Whether the addresses of the State on the pages are as often of this country as of others."""
    hosts = {urlsplit(link.url).hostname or "" for page in pages for link in page.links if link.url}
    countries = [match[1] for host in hosts if (match := _STATE_ADDRESS.search(host))]
    return 2 * countries.count(COUNTRY) >= len(countries)


def _pages(visits: Sequence[Visit]) -> Iterator[Page]:
    """The pages that were read, the home page first."""
    read = (visit for visit in visits if visit.page is not None)
    yield from (v.page for v in sorted(read, key=lambda v: (v.depth, v.url)) if v.page)
