"""What was read of one HTML page: plain values, no live objects of any parser.

`crawler.parse` makes a Page from text, in a child process. Everything here came from a portal and
is hostile: it is only compared and shown escaped, never run and never trusted as an address.
"""

from dataclasses import dataclass
from enum import StrEnum


class Region(StrEnum):
    """The part of the page in which something stands; furniture repeats on every page."""

    MAIN = "main"
    NAVIGATION = "navigation"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """An anchor or a control that leads somewhere.

    `url` is absolute, or empty when the target leads nowhere ("#", javascript:, an address that is
    none); `raw` is the href as written. `text` includes alt and aria-label where there is no text.
    `item` is the number of the list item, row or card around it, 0 for none; `run` the position of
    the run of text it stands in, `until` that of its last word. `has_script` says that pressing it
    does something of its own.
    """

    url: str
    raw: str
    text: str
    title: str
    region: Region
    selector: str
    position: int
    item: int = 0
    run: int = 0
    until: int = 0
    is_button: bool = False
    has_script: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One control of a form. `is_labelled` says that its label is bound to it in the markup."""

    kind: str
    name: str
    label: str
    is_required: bool
    options: tuple[str, ...] = ()
    is_labelled: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Image:
    """A picture in the body of the page; `alt` is None where the attribute is missing."""

    url: str
    alt: str | None
    selector: str
    position: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """A page shown inside the page."""

    url: str
    title: str
    selector: str
    position: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    """What the page loads by itself: `kind` is script, style, image, frame or media."""

    kind: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Colours:
    """Text whose own style names both its colour and its background, as written."""

    foreground: str
    background: str
    text: str
    selector: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HiddenLink:
    """A link that the page's own style hides from people."""

    url: str
    text: str
    selector: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Markup:
    """What the page's markup says beside its words: for accessibility, security and dates.

    `landmarks` holds main, nav, header, footer and skip (a link past the menu) where they stand.
    `dates` are the values of time elements and of metas that date the page, as written. `json_ld`
    are its blocks of linked data, as text: they are read with `json.loads` and nothing more.
    """

    images: tuple[Image, ...] = ()
    frames: tuple[Frame, ...] = ()
    resources: tuple[Resource, ...] = ()
    colours: tuple[Colours, ...] = ()
    hidden_links: tuple[HiddenLink, ...] = ()
    landmarks: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    json_ld: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A form, or a group of controls that acts as one (ASP.NET wraps a whole page in one form).

    `is_bare` says that no form element is around the controls: only a script can send them.
    """

    action: str
    method: str
    fields: tuple[Field, ...]
    submit_texts: tuple[str, ...]
    text: str
    heading: str
    region: Region
    selector: str
    position: int
    has_handler: bool = False
    is_bare: bool = False
    item: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A heading h1..h6, or bold text that stands alone as one (level 7)."""

    level: int
    text: str
    region: Region
    selector: str
    position: int
    item: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A run of visible text in document order, under the nearest heading.

    `tag` is the element it fills (p, li, td, th, dt, dd, div …); `item` the number of the list
    item, row or card around it, 0 for none; `group` that of the list or table it belongs to.
    """

    text: str
    region: Region
    selector: str
    position: int
    tag: str = ""
    item: int = 0
    group: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page as values. `position` of links, forms, headings and blocks is one document order."""

    url: str
    title: str
    language: str
    description: str
    canonical: str
    base: str
    refresh_url: str
    refresh_seconds: float | None
    generator: str
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    forms: tuple[Form, ...]
    blocks: tuple[Block, ...]
    images: int
    images_without_text: int
    frames: tuple[str, ...]
    feeds: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    scripts: int
    script_text_length: int
    visible_text_length: int
    metas: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    postbacks: int = 0
    markup: Markup = Markup()
