"""An offer: one thing that a person can obtain or do, as one page names it."""

from dataclasses import dataclass

from crawler.sections import Section


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
