"""Gathers the controls of a page and groups them into the forms that a person sees."""

import re
from dataclasses import dataclass, field

from bs4.element import Tag

from crawler.addresses import clean_href, resolve
from crawler.page import Field, Form
from crawler.runs import RunReader, squeeze
from crawler.soup import words_of
from crawler.walk import Place

LABEL_LENGTH = 120
OPTIONS = 40
FORM_TEXT_LENGTH = 600
_CONTROLS = frozenset({"input", "select", "textarea", "button"})
FORM_PARTS = _CONTROLS | {"form"}
_SUBMITS = frozenset({"submit", "image", "button"})
_LABELLING = ("aria-label", "aria-labelledby", "title")
_IGNORED = frozenset({"hidden", "reset"})
_WHOLE_PAGE_FIELDS = 2  # submits from which a form around a whole page is cut into groups
_VIEW_STATE = re.compile(r"__VIEWSTATE|__EVENTTARGET", re.I)


@dataclass(slots=True)
class _Control:
    """A field, or a submit when `field` is None."""

    field: Field | None
    text: str
    place: Place
    position: int
    heading: str
    has_script: bool = False


@dataclass(slots=True)
class _OpenForm:
    tag: Tag | None
    place: Place | None
    position: int
    heading: str
    controls: list[_Control] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    length: int = 0


class ControlReader:
    """Told what one walk meets beside the RunReader that knows the words around."""

    def __init__(self, base: str, runs: RunReader, labels: dict[str, str]) -> None:
        self.base = base
        self.forms: list[Form] = []
        self._runs = runs
        self._labels = labels
        self._bare = _OpenForm(tag=None, place=None, position=0, heading="")
        self._form = self._bare

    def text(self, text: str, _: Place) -> None:
        """Take a piece of text."""
        if self._form.tag is not None and self._form.length < FORM_TEXT_LENGTH:
            self._form.texts.append(text)
            self._form.length += len(text.strip())

    def open(self, tag: Tag, place: Place) -> None:
        """Take the beginning of an element."""
        if tag.name == "form":
            self._form = _OpenForm(
                tag=tag,
                place=place,
                position=self._runs.next_position(),
                heading=self._runs.heading,
            )
        elif tag.name in _CONTROLS:
            self._control(tag, place)

    def close(self, tag: Tag, _: Place) -> None:
        """Take the end of an element."""
        if self._form.tag is tag:
            self._close_form()

    def finish(self) -> None:
        """Close the last form and cut the controls without a form into groups."""
        if self._form.tag is not None:
            self._close_form()
        for group in _groups(self._bare.controls):
            if any(c.field for c in group) and any(c.field is None for c in group):
                self.forms.append(self._make(self._bare, group, is_bare=True))
        self.forms.sort(key=lambda form: form.position)

    def _control(self, tag: Tag, place: Place) -> None:
        name = tag.name
        default = {"input": "text", "button": "submit"}.get(name, name)
        kind = str(tag.get("type") or default).strip().lower() if name != "select" else "select"
        if kind in _IGNORED:
            return
        if name == "button" and self._form.tag is None and _is_toggle(tag):
            return
        is_submit = name == "button" or kind in _SUBMITS
        self._form.controls.append(
            _Control(
                field=None if is_submit else self._field(tag, kind),
                text=_button_text(tag) if is_submit else "",
                place=place,
                position=self._runs.next_position(),
                heading=self._runs.heading,
                has_script=tag.has_attr("onclick") or tag.has_attr("formaction"),
            )
        )

    def _field(self, tag: Tag, kind: str) -> Field:
        options = [squeeze(o.get_text(" ")) for o in tag.find_all("option", limit=OPTIONS)]
        return Field(
            kind=kind,
            name=squeeze(str(tag.get("name") or tag.get("id") or ""))[:LABEL_LENGTH],
            label=self._label(tag)[:LABEL_LENGTH],
            is_required=tag.has_attr("required") or tag.get("aria-required") == "true",
            options=tuple(o[:LABEL_LENGTH] for o in options if o),
            is_labelled=bool(self._bound_label(tag)) or any(map(tag.get, _LABELLING)),
        )

    def _bound_label(self, tag: Tag) -> str:
        """The words of the label that the markup binds to the control."""
        identity = str(tag.get("id") or "")
        if identity and identity in self._labels:
            return self._labels[identity]
        wrapper = tag.find_parent("label")
        return squeeze(wrapper.get_text(" ")) if wrapper is not None else ""

    def _label(self, tag: Tag) -> str:
        bound = self._bound_label(tag)
        if bound:
            return bound
        for name in ("aria-label", "placeholder", "title"):
            if tag.get(name):
                return squeeze(str(tag.get(name)))
        return self._runs.last_text[-LABEL_LENGTH:]

    def _close_form(self) -> None:
        form, self._form = self._form, self._bare
        groups = _groups(form.controls) if _wraps_page(form) else [form.controls]
        for group in groups:
            if group and any(control.field for control in group):
                self.forms.append(self._make(form, group, is_bare=False))

    def _make(self, form: _OpenForm, group: list[_Control], *, is_bare: bool) -> Form:
        is_whole = not is_bare and len(group) == len(form.controls)
        first = group[0]
        place = form.place if is_whole and form.place else first.place
        tag = form.tag if form.tag is not None else None
        raw = clean_href(str(tag.get("action") or "")) if tag else ""
        scripted = any(c.has_script for c in group) or bool(tag and tag.has_attr("onsubmit"))
        submits = [c.text for c in group if c.field is None and c.text]
        labels = [c.field.label for c in group if c.field]
        words = squeeze(" ".join(form.texts)) if is_whole else " ".join(labels + submits)
        return Form(
            action=_action(self.base, raw),
            method=str(tag.get("method") or "get").lower() if tag else "",
            fields=tuple(c.field for c in group if c.field),
            submit_texts=tuple(s[:LABEL_LENGTH] for s in submits),
            text=words[:FORM_TEXT_LENGTH],
            heading=form.heading if is_whole else first.heading,
            region=place.region,
            selector=place.selector(),
            position=form.position if is_whole else first.position,
            has_handler=scripted or bool(raw and not raw.startswith("#")),
            is_bare=is_bare,
            item=place.item,
        )


def _action(base: str, raw: str) -> str:
    """Where the form goes: HTML sends a form without an action to the page itself."""
    if not raw or raw.startswith("#"):
        return base
    return resolve(base, raw)


def _wraps_page(form: _OpenForm) -> bool:
    submits = sum(control.field is None for control in form.controls)
    inputs = form.tag.find_all("input", limit=8) if form.tag else []
    is_aspnet = any(_VIEW_STATE.search(str(i.get("name") or "")) for i in inputs)
    return is_aspnet and submits >= _WHOLE_PAGE_FIELDS


def _groups(controls: list[_Control]) -> list[list[_Control]]:
    """Controls up to and with their submits; a field in another region begins another."""
    groups: list[list[_Control]] = []
    for control in controls:
        last = groups[-1][-1] if groups else None
        follows = (
            last is not None
            and (last.place.region is control.place.region or control.field is None)
            and not (last.field is None and control.field is not None)
        )
        if follows:
            groups[-1].append(control)
        else:
            groups.append([control])
    return groups


def _is_toggle(tag: Tag) -> bool:
    classes = " ".join(words_of(tag, "class"))
    return bool(
        re.search(r"toggler|navbar|close|accordion|collapse|slick|carousel", classes)
    ) or any(tag.has_attr(name) for name in ("data-toggle", "data-bs-toggle", "aria-expanded"))


def _button_text(tag: Tag) -> str:
    words = squeeze(tag.get_text(" ")) or str(tag.get("value") or tag.get("alt") or "")
    return squeeze(words or str(tag.get("aria-label") or tag.get("title") or ""))
