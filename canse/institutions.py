"""Adding institutions to the catalogue: a use-case of its own, with its revision."""

from dataclasses import dataclass

from canse.database.institution_records import institution_by_slug
from canse.database.revision_records import Author, keep_revision
from canse.database.session import Database
from canse.database.tables import InstitutionRow, PortalRow
from canse.domain.content import as_plain
from canse.domain.errors import BadInput
from canse.domain.institution import InstitutionKind
from canse.domain.naming import host_of, is_web_address, slugify
from canse.domain.service import Confidence, Provenance


@dataclass(frozen=True, kw_only=True)
class NewInstitution:
    """What is needed to add an institution; `portal` is the address of its own portal."""

    slug: str
    name: str
    kind: InstitutionKind
    portal: str
    acronym: str = ""
    source: str = ""


def register_institution(database: Database, new: NewInstitution, author: Author) -> bool:
    """Add an institution; False, and nothing written, when its slug is already there.

    Raises BadInput for a slug or an address that is none.
    """
    if new.slug != slugify(new.slug) or not new.name.strip():
        raise BadInput("«{slug}» no sirve para nombrar una institución.", slug=new.slug)
    if not is_web_address(new.portal):
        raise BadInput("«{address}» no es una dirección web.", address=new.portal[:200])
    with database.transaction() as session:
        if institution_by_slug(session, new.slug) is not None:
            return False
        row = InstitutionRow(
            slug=new.slug,
            name=new.name,
            acronym=new.acronym,
            kind=new.kind,
            source=new.source,
            confidence=Confidence.HIGH,
            provenance=Provenance.STAFF,
            updated_at=author.at,
            portals=[PortalRow(position=0, url=new.portal, host=host_of(new.portal))],
        )
        session.add(row)
        session.flush()
        changes = {name: {"before": None, "after": value} for name, value in as_plain(new).items()}
        keep_revision(session, "institution", row.id, author, "created", changes)
        return True
