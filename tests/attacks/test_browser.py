"""The attacked site in a real browser, under the headers that the site ships with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.attacks.conftest import Built
from tests.attacks.test_inert import pages

from policykb.publish.frame.hosting import HEADERS

WRITTEN = "id/ORG_VESTA.html"
"""A page of an attack, which leads nowhere."""

LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", function (event) {
  window.violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample);
});
"""


class Handler(SimpleHTTPRequestHandler):
    """Serves files with the site's headers."""

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder on loopback."""
    handler = partial(Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Visit:
    """One profile that notes every dialog, request to elsewhere and violation of the policy."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.seen: list[str] = []
        context.add_init_script(LISTEN)
        context.route("**/*", self._route)
        self.page: Page = context.new_page()
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        context.on("page", lambda page: self.seen.append(f"window: {page.url}"))

    def _route(self, route: Any, request: Any) -> None:
        if urlsplit(request.url).netloc == urlsplit(self.address).netloc:
            route.continue_()
        else:
            self.seen.append(f"request: {request.url}")
            route.abort()

    def _dialog(self, dialog: Any) -> None:
        self.seen.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def note(self, where: str) -> None:
        """What the page that is shown did."""
        # Bracketed, since page.evaluate is the one call that the policy would see as its own.
        pwned, violations = self.page.evaluate("[window.pwned, window.violations]")
        if pwned is not None:
            self.seen.append(f"{where}: a script of the attack ran")
        self.seen += [f"{where}: {one}" for one in violations or ()]


@pytest.fixture
def visit(browser: Browser, built: Built) -> Iterator[Visit]:
    with ExitStack() as stack:
        address = stack.enter_context(served(built.site))
        context = browser.new_context(base_url=address)
        stack.callback(context.close)
        yield Visit(context, address)


def test_every_page_of_the_attacked_site_is_quiet(visit: Visit, built: Built) -> None:
    for path in pages(built.site):
        name = path.relative_to(built.site).as_posix()
        visit.page.goto(quote(name))
        if name.startswith("id/") and name != WRITTEN:
            visit.page.wait_for_url(lambda address: "/id/" not in address)
        visit.note(name)
    assert visit.seen == []


@pytest.mark.parametrize("text", ["script", "img", "onerror", "window.pwned", "</", '"', "=HYPER"])
def test_searching_shows_markup_as_text(visit: Visit, text: str) -> None:
    visit.page.goto("search.html?q=" + quote(text))
    visit.page.wait_for_selector("#results li, #search-start:not([hidden])")
    visit.page.wait_for_timeout(300)
    visit.note("search")
    visit.page.goto("index.html")
    visit.page.fill("#jump", text)
    visit.page.wait_for_timeout(300)
    visit.note("jump")
    assert visit.seen == []


def test_filtering_and_sorting_lists_shows_markup_as_text(visit: Visit) -> None:
    for name in ("organizations", "programs", "events", "ventures", "sources"):
        visit.page.goto(f"{name}/index.html?q=script&sort=-name")
        for button in visit.page.locator("button.sorter").all():
            button.click()
        visit.note(name)
    assert visit.seen == []


def test_citing_shows_markup_as_text(visit: Visit) -> None:
    visit.page.goto("outputs/title-script.html")
    for box in visit.page.locator("details > summary").all():
        box.click()
    for button in visit.page.locator("main button:visible").all():
        button.click()
    visit.note("record")
    assert visit.seen == []


def test_a_script_in_a_page_would_be_refused(visit: Visit, built: Built, tmp_path: Path) -> None:
    """The policy works by itself, the browser sees it work."""
    text = (built.site / "index.html").read_text(encoding="utf-8")
    bad = "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'>"
    for name, head in (("header", "without"), ("page", "Content-Security-Policy")):
        page = text.replace('"Content-Security-Policy"', f'"{head}"').replace("</main>", bad)
        (built.site / f"bad-{name}.html").write_text(page, encoding="utf-8")
    try:
        visit.page.goto("bad-header.html")
        visit.page.wait_for_timeout(200)
        visit.note("bad")
        assert len(visit.seen) == 2
        assert all("script-src" in one for one in visit.seen)
    finally:
        for name in ("header", "page"):
            (built.site / f"bad-{name}.html").unlink()
