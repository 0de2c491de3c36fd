"""A real Chromium over the built site, served on loopback.

Write tests with the ``page`` fixture: a Playwright page whose relative addresses resolve against
the site, ``page.goto("index.html")``. Every test using it also fails when the page asks anything
of another host or a script throws.
"""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route


class QuietHandler(SimpleHTTPRequestHandler):
    """Serve files without a log line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """Serve the built site on a free loopback port; yield its address, ending in ``/``."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(QuietHandler, directory=str(site))
    ) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def context(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    """Yield a fresh browser profile; fail when a page asks another host or a script throws."""
    outside: list[str] = []
    thrown: list[str] = []
    host = urlsplit(base_url).netloc

    def stay_home(route: Route, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"data", "blob"} or address.netloc == host:
            route.continue_()
        else:
            outside.append(request.url)
            route.abort()

    context = browser.new_context(base_url=base_url)
    context.route("**/*", stay_home)
    context.on("weberror", lambda error: thrown.append(str(error.error)))
    yield context
    context.close()
    assert outside == [], "requests left the host"
    assert thrown == [], "scripts threw"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a page of the fresh profile, 1280 by 720 pixels."""
    return context.new_page()
