"""An offer: one thing that a person can obtain or do, as one page names it."""

from dataclasses import dataclass
from functools import cached_property

from crawler.page import Block, Heading
from crawler.sections import Section, group_of, name_key


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One thing named on one page, with what stands under its name.

    `label` is the name as written, `rule` says how it was found. `is_sheet` says that its
    requirements stand under it; `is_alone` that the page tells of nothing else, so that the page's
    forms are its forms.
    """

    name: str
    selector: str
    position: int
    end: int
    section: Section
    rule: str
    label: str = ""
    is_sheet: bool = False
    is_alone: bool = False

    @cached_property
    def told(self) -> tuple[Block | Heading, ...]:
        """The texts of the offer in order.

        Template headings such as "Ir al trámite en línea" say nothing of this service. The words
        on a control are the control's: where it leads decides what they are worth.
        """
        name = name_key(self.name)
        controls = frozenset(link.text for link in self.section.links)
        entries: list[Block | Heading] = [
            *(
                block
                for block in self.section.blocks
                if block.text not in controls and name_key(block.text) != name
            ),
            *(h for h in self.section.headings if not group_of(h.text)),
        ]
        return tuple(sorted(entries, key=lambda entry: entry.position))

    @cached_property
    def idle_texts(self) -> frozenset[str]:
        """The words on controls that lead nowhere."""
        links = self.section.links
        return frozenset(link.text for link in links if not (link.url or link.has_script))
