"""Accessibility of single elements: pictures, controls, links, frames and colours."""

import re
from urllib.parse import unquote, urlsplit

from crawler.contrast import LARGE_TEXT, NORMAL_TEXT, colour_of, contrast
from crawler.indicators.bands import Tally, quoted, read_pages
from crawler.indicators.portal import Answer, PortalView, not_applicable, not_evaluable
from crawler.lexicon import folded
from crawler.page import Colours, Image, Link

_FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|bmp|avif)$"
    r"|^(?:img|image|imagen|foto|dsc|screenshot|whatsapp image|captura)[ _.-]*\d[\d _.-]*$"
)
_ONLY_SIGNS = re.compile(r"[^a-z0-9]+")
_EMPTY_WORDS = frozenset(
    re.split(
        r"\s{2,}",
        """
        aqui  clic  click  clic aqui  click aqui  haga clic  haga clic aqui  haz clic aqui
        haga click aqui  haz click aqui  dar clic aqui  de clic aqui  pulse aqui  presione aqui
        ver  ver mas  ver aqui  vermas  leer  leer mas  mas  mas info  mas informacion  saber mas
        conocer mas  conozca mas  ir  entrar  abrir  enlace  link  continuar  continuar leyendo
        seguir leyendo  siga leyendo  detalle  detalles  ver detalle  ver detalles  descargar
        descarga  leia mais  saiba mais  veja mais  clique aqui  acesse  acesse aqui  leggi
        leggi tutto  clicca qui  qui  scopri  vai  read more  click here  here  more  learn more
        see more  view  download
        """.strip(),
    )
)


def check_images(portal: PortalView) -> Answer:
    """A-03: pictures have a text in their place; an empty one marks decoration.

    The name of a file is no text. A picture that repeats all over the portal counts once.
    """
    tally = Tally(subject="imágenes con texto alternativo", rule="alt")
    seen: set[tuple[str, str | None]] = set()
    for visit, page in read_pages(portal):
        for image in page.markup.images:
            key = (image.url or image.selector, image.alt)
            if key not in seen:
                seen.add(key)
                words = f"{_last_name(image.url) or 'imagen'} con alt {_alt_words(image)}"
                tally.add(has_text(image), visit, image.selector, words)
    return tally.answer() if tally.total else not_applicable("no se vieron imágenes")


def has_text(image: Image) -> bool:
    """Whether the text of a picture is there and is no file name; empty means decoration."""
    if image.alt is None:
        return False
    plain = folded(image.alt).strip()
    stem = folded(_last_name(image.url)).rpartition(".")[0]
    is_stem = bool(stem) and plain == stem and not plain.isalpha()
    return not (_FILE_NAME.search(plain) or is_stem)


def _alt_words(image: Image) -> str:
    return "ausente" if image.alt is None else quoted(image.alt)


def _last_name(url: str) -> str:
    return unquote(urlsplit(url).path).rpartition("/")[2][:80]


def check_controls(portal: PortalView) -> Answer:
    """A-04: the markup binds a name to each control; an example inside the box is none."""
    tally = Tally(subject="controles de formulario con etiqueta", rule="etiqueta")
    seen: set[tuple[str, str, str]] = set()
    for visit, page in read_pages(portal):
        for form in page.forms:
            for control in form.fields:
                key = (form.action.partition("?")[0], control.kind, control.name)
                if key not in seen:
                    seen.add(key)
                    words = f"control {quoted(control.name)} de tipo {control.kind}"
                    near = f", junto a {quoted(control.label)}" if control.label else ""
                    tally.add(control.is_labelled, visit, form.selector, words + near)
    return tally.answer() if tally.total else not_applicable("no se vieron formularios")


def check_links(portal: PortalView) -> Answer:
    """A-08: the words of a link say where it leads; "clic aquí" and nothing at all do not."""
    tally = Tally(subject="enlaces que dicen adónde llevan", rule="texto-de-enlace")
    seen: set[tuple[str, str]] = set()
    for visit, page in read_pages(portal):
        for link in page.links:
            key = (link.url, link.text)
            if link.url.startswith("http") and key not in seen:
                seen.add(key)
                words = f"{quoted(link.text)} lleva a {link.url[:120]}"
                tally.add(says_where(link), visit, link.selector, words)
    return tally.answer() if tally.total else not_applicable("no se vieron enlaces")


def says_where(link: Link) -> bool:
    """Whether the text of a link, or else its title, says where it leads."""
    return any(_is_telling(words) for words in (link.text, link.title))


def _is_telling(text: str) -> bool:
    plain = _ONLY_SIGNS.sub(" ", folded(text)).strip()
    is_word = len(plain) > 1 or plain.isdigit()  # the number of a page of a list is enough
    return is_word and plain not in _EMPTY_WORDS


def check_frames(portal: PortalView) -> Answer:
    """A-09: a page within the page has a title."""
    tally = Tally(subject="marcos con título", rule="iframe-title")
    seen: set[tuple[str, str]] = set()
    for visit, page in read_pages(portal):
        for frame in page.markup.frames:
            key = (frame.url, frame.title)
            if frame.url and key not in seen:
                seen.add(key)
                words = f"marco de {frame.url[:120]} con título {quoted(frame.title)}"
                tally.add(bool(frame.title), visit, frame.selector, words)
    return tally.answer() if tally.total else not_applicable("no se vieron marcos")


def check_contrast(portal: PortalView) -> Answer:
    """A-10: text whose own style names both colours stands out from its ground.

    From 3 to 4.5 it depends on the size of the letters, which is not known: those do not count.
    """
    tally = Tally(subject="textos de color propio con contraste suficiente", rule="contraste")
    doubtful = 0
    seen: set[tuple[str, str, str]] = set()
    for visit, page in read_pages(portal):
        for colours in page.markup.colours:
            key = (colours.foreground, colours.background, colours.text)
            ratio = None if key in seen else ratio_of(colours)
            seen.add(key)
            if ratio is None:
                continue
            is_doubtful = LARGE_TEXT <= ratio < NORMAL_TEXT
            doubtful += is_doubtful
            if not is_doubtful:
                words = (
                    f"{quoted(colours.text)} en {colours.foreground} sobre {colours.background}, "
                    f"contraste {ratio:.1f} a 1"
                )
                tally.add(ratio >= NORMAL_TEXT, visit, colours.selector, words)
    if tally.total:
        return tally.answer()
    if doubtful:
        return not_evaluable(
            "los textos de color propio tienen contraste de 3 a 4.5, que basta o no según el tamaño"
            " de la letra, y ese tamaño no se conoce"
        )
    return not_evaluable(
        "las páginas fijan sus colores en hojas de estilo, y el contraste solo se mide con la "
        "página dibujada"
    )


def ratio_of(colours: Colours) -> float | None:
    """The contrast of a text; None where a colour is not one that can be reckoned with."""
    front, ground = colour_of(colours.foreground), colour_of(colours.background)
    return contrast(front, ground) if front and ground else None
