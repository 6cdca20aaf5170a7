"""A person before the site: by keyboard or by touch, never by what only a program can reach."""

from dataclasses import dataclass
from enum import StrEnum

import pytest
from playwright.sync_api import Locator, Page, expect

MOST_TABS = 250


class Hands(StrEnum):
    """With what a person moves through a page."""

    KEYBOARD = "keyboard"
    TOUCH = "touch"


@dataclass(frozen=True)
class Visitor:
    """A person with a page open."""

    page: Page
    hands: Hands
    site: str

    def visit(self, path: str) -> None:
        """Type an address."""
        self.page.goto(self.site + path)

    def use(self, control: Locator) -> None:
        """Follow a link, press a button, tick a box: whatever it is that one meets."""
        expect(control).to_be_visible()
        if self.hands is Hands.TOUCH:
            control.tap()
            return
        self._reach(control)
        is_box = control.evaluate("one => ['checkbox', 'radio'].includes(one.type)")
        self.page.keyboard.press("Space" if is_box else "Enter")

    def write(self, field: Locator, text: str) -> None:
        """Write into a field."""
        if self.hands is Hands.TOUCH:
            field.tap()
        else:
            self._reach(field)
        self.page.keyboard.type(text)

    def link(self, name: str) -> Locator:
        """The first link of the page's main part with these words."""
        return self.page.locator("main").get_by_role("link", name=name).first

    def button(self, name: str) -> Locator:
        """The button with these words."""
        return self.page.get_by_role("button", name=name).first

    def _reach(self, control: Locator) -> None:
        """Walk to a control with the tab key, as who has no mouse does."""
        for _ in range(MOST_TABS):
            if control.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"{MOST_TABS} tabs do not reach {control}")
