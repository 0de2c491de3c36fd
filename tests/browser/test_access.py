"""Everybody can use every kind of page: axe-core, narrow screens, zoom, motion, keyboard."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests import chromium
from tests.browser.kinds import examples

TAGS = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
]
ALL = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
COLORS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""The rules whose outcome a color scheme can change."""
AXE = Axe().axe_script


def findings(page: Page, options: dict[str, Any] = ALL) -> list[str]:
    """What axe-core objects to: rule, and the elements at fault."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    report: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    return [
        f"{one['id']}: {node['html'][:160]} — {node.get('failureSummary', '')[:200]}"
        for one in report["violations"]
        for node in one["nodes"]
    ]


def test_axe_finds_nothing_on_any_kind_of_page(page: Page, site: Path) -> None:
    faults: dict[str, list[str]] = {}
    for path in examples(site):
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(path)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="light")
            page.evaluate(
                "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
            )
            faults[f"{path} light {width}"] = findings(page)
            page.emulate_media(color_scheme="dark")
            faults[f"{path} dark {width}"] = findings(page, COLORS)
    assert {where: found for where, found in faults.items() if found} == {}


def test_axe_finds_nothing_in_what_opens(page: Page) -> None:
    page.goto("ventures/akita-biosimilars.html")
    for summary in page.locator("details > summary").all():
        summary.click()
    page.fill("#jump", "alfre")
    page.wait_for_selector("#jump-list li")
    faults = findings(page)
    page.goto("search.html?q=biosimilar")
    page.wait_for_selector("#results li")
    assert faults + findings(page) == []


def test_no_page_overflows_sideways(page: Page, site: Path) -> None:
    """640 pixels is 1280 at 200 % zoom, 320 is 1280 at 400 %."""
    wide = []
    for path in examples(site):
        page.goto(path)
        for width in (1280, 640, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            actual = page.evaluate("document.documentElement.scrollWidth")
            if actual > width:
                wide.append(f"{path} at {width}: {actual}")
    assert wide == []


def test_text_at_twice_its_size_is_not_cut(browser: Browser, base_url: str, site: Path) -> None:
    """Text alone enlarged, as browsers' font settings do it."""
    flags = [*chromium.FLAGS, "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=chromium.executable(), args=flags)
    page = large.new_page(viewport={"width": 1280, "height": 900})
    cut = []
    for path in examples(site):
        page.goto(base_url + path)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        actual = page.evaluate("document.documentElement.scrollWidth")
        if actual > 1280:
            cut.append(f"{path}: {actual}")
    large.close()
    assert cut == []


def test_every_stop_of_the_keyboard_is_seen_and_none_is_a_trap(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(reduced_motion="reduce")
    for path in ("index.html", "ventures/akita-biosimilars.html", "alliances/index.html"):
        page.goto(path)
        seen: list[str] = []
        for _ in range(400):
            page.keyboard.press("Tab")
            stop = page.evaluate(
                """() => {
                  const one = document.activeElement;
                  if (!one || one === document.body) return null;
                  const box = one.getBoundingClientRect();
                  const style = getComputedStyle(one);
                  const inside = box.width > 0 && box.height > 0 && box.left < innerWidth
                    && box.right > 0 && box.top < innerHeight && box.bottom > 0;
                  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                  return {where: one.outerHTML.slice(0, 120), inside, ring};
                }"""
            )
            if stop is None:
                break
            assert stop["inside"], f"{path}: off the screen: {stop['where']}"
            assert stop["ring"], f"{path}: no focus ring: {stop['where']}"
            seen.append(stop["where"])
        else:
            pytest.fail(f"{path}: the keyboard never leaves the page; last: {seen[-3:]}")
        assert "skip" in seen[0], f"{path}: the first stop does not skip to the content"
        assert len(seen) > 10


def test_motion_is_kept_from_those_who_ask_for_none(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("ventures/akita-biosimilars.html")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((one) => {
          const style = getComputedStyle(one);
          return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
        }).length"""
    )
    assert moving == 0


def test_a_record_prints_on_one_or_two_pages_in_dark_ink(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    for path in ("events/bio-mission.html", "ventures/akita-biosimilars.html"):
        page.goto(path)
        pdf = page.pdf(format="A4")
        assert 1 <= pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") <= 2, path
    page.emulate_media(media="print", color_scheme="dark")
    ink, paper = page.evaluate(
        """() => [getComputedStyle(document.body).color,
                  getComputedStyle(document.body).backgroundColor]"""
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert findings(page, COLORS) == []
