"""The file in which a generation keeps what searching people taught, as JSON."""

import json
from dataclasses import asdict

from canse.domain.search_knowledge import Promotion, SearchKnowledge, Synonym

KNOWLEDGE_FILE = "knowledge.json"


def encoded(knowledge: SearchKnowledge) -> bytes:
    """The bytes of the file."""
    values = asdict(knowledge) | {"unsuggested": sorted(knowledge.unsuggested)}
    return json.dumps(values, ensure_ascii=False).encode("utf-8")


def decoded(content: bytes) -> SearchKnowledge:
    """Undo `encoded`; any exception at all for bytes that it did not write."""
    values = json.loads(content)
    return SearchKnowledge(
        synonyms=tuple(Synonym(**one) for one in values["synonyms"]),
        promotions=tuple(Promotion(**one) for one in values["promotions"]),
        unsuggested=frozenset(values["unsuggested"]),
        queries=values["queries"],
        clicks={int(service): count for service, count in values["clicks"].items()},
    )
