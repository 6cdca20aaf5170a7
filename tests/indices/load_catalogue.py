"""A catalogue that changes with every commit in a known way, and searches to ask it meanwhile.

What a generation holds follows from its number alone, so whoever kept an answer and the name of
the generation it came from can tell later whether it was right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from random import Random

from canse.domain.search_knowledge import SearchKnowledge, Synonym
from canse.domain.service import ServiceSheet
from indices.document import Document, document_of
from indices.port import Facet, Order, Page, Query, SearchIndex, Suggestion
from tests.builders import NOON, institution
from tests.indices.shelf import documents, service, term

SERVICES = 240
PASSING = 20
"""How many commits a service stays that was not there at first."""
PASSING_FROM = 1_000
ACTS = ("Licencia", "Constancia", "Certificado", "Permiso", "Pasaporte", "Registro", "Solvencia")
THINGS = ("conducir", "nacimiento", "construcción", "salud", "agua", "vehículo", "pensión", "año")
OFFICES = tuple(institution(slug=f"oficina-{n}", name=f"Oficina {n}") for n in range(5))
CATEGORIES = tuple(term(f"categoria-{n}") for n in range(4))
CONSONANTS, VOWELS = "bcdfglmnprstvz", "aeiou"
COUNTED = (Facet.CATEGORY, Facet.INSTITUTION)


@dataclass(frozen=True, kw_only=True)
class Commit:
    """What one commit does; None keeps what is known."""

    number: int
    upserts: Sequence[Document]
    deletes: Sequence[int]
    knowledge: SearchKnowledge | None

    def write_to(self, index: SearchIndex) -> None:
        """Apply it."""
        index.apply(
            upserts=self.upserts,
            deletes=self.deletes,
            applied=self.number,
            knowledge=self.knowledge,
        )


def begin(index: SearchIndex) -> None:
    """Build what stands before the first commit."""
    sheets = (_sheet(number, 0) for number in range(1, SERVICES + 1))
    index.rebuild(documents(*sheets), applied=0, knowledge=_knowledge(0))


def commit(number: int) -> Commit:
    """The commit of a number, from 1: four services get a word nobody used before."""
    chance = Random(number)
    again = chance.sample(range(1, SERVICES + 1), 5)
    passing = _sheet(PASSING_FROM + number, number)
    gone = (again[-1], PASSING_FROM + number - PASSING)
    return Commit(
        number=number,
        upserts=documents(passing, *(_sheet(one, number) for one in again[:-1])),
        deletes=gone,
        knowledge=_knowledge(number) if number % 5 == 0 else None,
    )


def other_services(word: str, count: int) -> Iterator[Document]:
    """So many services, each of which says one word in its name, its category and its facets."""
    chance = Random(count)
    for number in range(1, count + 1):
        name = f"{chance.choice(ACTS)} de {chance.choice(THINGS)} {word}"
        summary = f"Servicio {number} {' '.join(chance.sample(THINGS, 3))}"
        one = service(number, name, summary=summary, category=term(word))
        yield document_of(one)


def coined(number: int) -> str:
    """A word that only the commit of this number brings."""
    chance = Random(-number)
    syllables = (chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(4))
    return "".join(syllables) + CONSONANTS[number % len(CONSONANTS)]


def _sheet(number: int, generation: int) -> ServiceSheet:
    chance = Random(number * 10_007 + generation)
    act, thing = chance.choice(ACTS), chance.choice(THINGS)
    fresh = coined(generation) if generation else "básico"
    return service(
        number,
        f"{act} de {thing} {fresh}",
        summary=" ".join(chance.sample(THINGS, 3)),
        institution=chance.choice(OFFICES),
        category=chance.choice(CATEGORIES),
        updated_at=NOON + timedelta(days=chance.randrange(50)),
    )


def _knowledge(generation: int) -> SearchKnowledge:
    chance = Random(generation)
    return SearchKnowledge(
        synonyms=(Synonym(expression="papelito", term=chance.choice(THINGS)),),
        clicks={chance.randrange(1, SERVICES): chance.randrange(1, 9) for _ in range(9)},
        queries={f"licencia {coined(generation)}": 3},
    )


def asked(kind: int, number: int) -> Query:
    """One search of each kind, some about the word that the commit of a number brings."""
    return _searches(coined(number))[kind]


def _searches(word: str) -> tuple[Query, ...]:
    """One word, several, half typed and misspelt ones; filters, counts, orders and pages."""
    two_offices: dict[Facet, tuple[str, ...]] = {Facet.INSTITUTION: ("oficina-1", "oficina-3")}
    one_category: dict[Facet, tuple[str, ...]] = {Facet.CATEGORY: ("categoria-2",)}
    orders = (Query(text="registro ", order=order, page_size=50) for order in Order)
    return (
        *orders,
        Query(text="licencia ", page=2),
        Query(text="pasaporte"),
        Query(text="licencia de conducir "),
        Query(text="constancia nacimiento salud agua pension "),
        Query(text="certificado ", filters=one_category, facets=COUNTED),
        Query(text="agua ", filters=two_offices | one_category, facets=COUNTED),
        Query(facets=COUNTED, filters=two_offices, order=Order.NAME, page=3),
        Query(facets=COUNTED, order=Order.CHECKED, page_size=50),
        Query(text="lic"),
        Query(text="lisensia de condusir "),
        Query(text="papelito "),
        Query(text=f"{word} ", facets=COUNTED),
        Query(text=f"permiso {word} salud "),
        Query(text=word[:4]),
        Query(text=f"{word[:3]}{word[4]}{word[3]}{word[5:]} "),
        Query(text=f"{word} vehiculo ", is_exact=True),
        Query(text="quimera unicornio dragón "),
    )


KINDS = len(_searches("palabra"))


def half_typed(kind: int, number: int) -> str:
    """A text for suggestions."""
    word = coined(number)
    return ("licencia", "ofi", f"licencia {word[:5]}", word[:3], "pasap")[kind]


HALF_TYPED = 5


def said(page: Page) -> str:
    """A digest of all that a page says, but for the score itself and the generation's name."""
    hits = [(hit.id, hit.slug, hit.score, hit.fields["name"], hit.marks) for hit in page.hits]
    nearest = [(hit.id, hit.fields["name"], hit.marks) for hit in page.nearest]
    words = (page.corrections, page.match.value, page.missing, page.is_confident)
    counts = {facet.value: counts for facet, counts in page.facets.items()}
    return _digest((hits, nearest, page.total, counts, words, page.is_degraded))


def suggested(suggestions: Sequence[Suggestion]) -> str:
    """A digest of some suggestions."""
    return _digest([(one.kind.value, one.text, one.slug) for one in suggestions])


def _digest(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()[:16]
