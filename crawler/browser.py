"""Runs the programs of a page in a Chromium that reaches nothing but through the crawler's source.

The browser itself has no way out: its proxy is a port where nobody listens. Each part that a page
loads is asked for by our own code, with GET alone, behind the same guard of addresses, and handed
to the browser as the answer. Pictures, styles, fonts and sounds say nothing and are not loaded.
Source of the limits: docs/adr/0013-a-browser-without-a-way-out.md.
"""

import asyncio
import contextlib
import logging
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from canse.domain.errors import BadInput
from crawler.exchange import MIB, Source, Want
from crawler.redirects import Fetched, follow
from crawler.unpack import unpack

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page, Playwright, Route

PAGE_SECONDS = 20.0
SETTLED_SECONDS = 4.0
PARTS = 40
HTML_LENGTH = 2 * MIB
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_LOADED = frozenset({"document", "script", "xhr", "fetch"})
_KEPT_HEADERS = ("content-type", "content-language")
_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--js-flags=--max-old-space-size=256",
    "--no-first-run",
    "--no-pings",
    "--renderer-process-limit=1",
)
_NOWHERE = {"server": "http://127.0.0.1:9", "bypass": "<-loopback>"}
_NO_WINDOWS = "window.open = () => null;"

logger = logging.getLogger(__name__)


@asynccontextmanager
async def open_browser(source: Source) -> AsyncIterator["BrowserRenderer"]:
    """A browser whose pages load their parts from `source`; it starts with the first page."""
    renderer = BrowserRenderer(source=source, path=find_browser())
    try:
        yield renderer
    finally:
        await renderer.end()


def find_browser() -> str:
    """Where Chromium is; BadInput says what is missing on this machine."""
    if find_spec("playwright") is None:
        raise BadInput(
            "Para leer páginas con un navegador falta el paquete playwright: "
            "instale uniportal con su parte «browser»."
        )
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        raise BadInput("Para leer páginas con un navegador falta Chromium en esta máquina.")
    return path


@dataclass(kw_only=True)
class BrowserRenderer:
    """One Chromium, one page at a time; a page that does not come to an end costs the browser."""

    source: Source
    path: str
    seconds: float = PAGE_SECONDS
    _driver: "Playwright | None" = None
    _browser: "Browser | None" = None

    async def render(self, url: str, html: str) -> str | None:
        """The page once its programs have run; None when it fails or takes too long."""
        try:
            async with asyncio.timeout(self.seconds):
                return await self._render(url, html)
        except Exception as error:  # The driver raises its own; a hostile page may cause any.
            logger.info(
                "page_not_rendered",
                extra={"host": urlsplit(url).hostname, "kind": type(error).__name__},
            )
            await self.close()
            return None

    async def close(self) -> None:
        """End the browser, whatever its pages are doing."""
        browser, self._browser = self._browser, None
        if browser is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(browser.close(), timeout=5)

    async def end(self) -> None:
        """End the browser and what drives it."""
        await self.close()
        driver, self._driver = self._driver, None
        if driver is not None:
            with contextlib.suppress(Exception):
                await driver.stop()

    async def _render(self, url: str, html: str) -> str:
        browser = self._browser or await self._launch()
        self._browser = browser
        context = await browser.new_context(
            accept_downloads=False,
            java_script_enabled=True,
            locale="es-GT",
            service_workers="block",
        )
        try:
            page = await _quiet_page(context)
            parts = _Parts(source=self.source, url=url, html=html)
            await context.route("**/*", parts.answer)
            await context.route_web_socket("**/*", lambda socket: socket.close())
            return await self._load(page, url)
        finally:
            await context.close()

    async def _load(self, page: "Page", url: str) -> str:
        # A page that moves on, or never rests, is read as it stands: nothing else is waited for.
        await page.goto(url, wait_until="commit", timeout=self.seconds * 1000)
        with contextlib.suppress(Exception):
            await page.wait_for_load_state("networkidle", timeout=SETTLED_SECONDS * 1000)
        html = await page.evaluate("document.documentElement.outerHTML")
        return str(html)[:HTML_LENGTH]

    async def _launch(self) -> "Browser":
        if self._driver is None:
            from playwright.async_api import async_playwright  # An optional part of the install.

            self._driver = await async_playwright().start()
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        return await self._driver.chromium.launch(
            executable_path=self.path,
            args=list(_ARGUMENTS),
            # Chromium refuses its own sandbox to root; docs/running.md asks for another user.
            chromium_sandbox=not is_root,
            proxy=_NOWHERE,  # type: ignore[arg-type]
        )


async def _quiet_page(context: "BrowserContext") -> "Page":
    """A page that opens no windows; what opens all the same is closed."""
    await context.add_init_script(_NO_WINDOWS)
    page = await context.new_page()
    closing: set[asyncio.Task[None]] = set()

    def close(other: "Page") -> None:
        task = asyncio.ensure_future(other.close())
        closing.add(task)
        task.add_done_callback(closing.discard)

    context.on("page", close)
    return page


@dataclass(kw_only=True)
class _Parts:
    """Answers what one page asks for: the page itself from memory, the rest from the source."""

    source: Source
    url: str
    html: str
    asked: int = 0

    async def answer(self, route: "Route") -> None:
        """Answer one request of the browser, or refuse it."""
        request = route.request
        with contextlib.suppress(Exception):  # The page may be gone before its answer is there.
            if request.is_navigation_request():
                await self._navigate(route)
            elif request.method == "GET" and request.resource_type in _LOADED and self._may_ask():
                await self._fulfil(route, await self._fetch(request.url))
            else:
                await route.abort("blockedbyclient")

    async def _navigate(self, route: "Route") -> None:
        """Only the page itself is shown: not what it leads to, nor frames of others."""
        if route.request.url.partition("#")[0] == self.url.partition("#")[0]:
            body = self.html.encode("utf-8", "replace")
            await route.fulfill(status=200, content_type="text/html; charset=utf-8", body=body)
        else:
            # "No content" leaves the page where it is; a refusal would put an error in its place.
            await route.fulfill(status=204)

    def _may_ask(self) -> bool:
        self.asked += 1
        return self.asked <= PARTS

    async def _fetch(self, url: str) -> Fetched | None:
        if not url.startswith(("http://", "https://")):
            return None
        return await follow(self.source, url, want=Want.PART)

    async def _fulfil(self, route: "Route", fetched: Fetched | None) -> None:
        if fetched is None or fetched.failure is not None:
            await route.abort("failed")
            return
        exchange = fetched.exchange
        body = unpack(exchange.body, exchange.header("content-encoding"), Want.PART.cap).body
        headers: dict[str, Any] = {
            name: exchange.header(name) for name in _KEPT_HEADERS if exchange.header(name)
        }
        headers["access-control-allow-origin"] = "*"
        await route.fulfill(status=exchange.status, headers=headers, body=body)
