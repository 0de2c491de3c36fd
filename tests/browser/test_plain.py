"""What works without JavaScript, without a server, and how much is sent."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect
from tests.browser.kinds import examples

FIRST, NEXT = 150_000, 25_000
"""Bytes, compressed, that a first visit to a record may take, and the next one."""


def test_without_javascript_facts_proofs_and_lists_are_there(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "ventures" / "akita-biosimilars.html").as_uri())
    page.locator("#JV_AKITA_BIOSIMILARS-f-status summary").click()
    expect(page.locator("#JV_AKITA_BIOSIMILARS-f-status q")).to_be_visible()
    page.goto((site / "alliances" / "index.html").as_uri())
    assert page.locator("table.list tbody tr").count() > 1
    page.goto((site / "search.html").as_uri())
    expect(page.get_by_text("The search needs JavaScript.")).to_be_visible()
    page.goto((site / "id" / "JV_AKITA_BIOSIMILARS.html").as_uri())
    page.wait_for_url("**/ventures/akita-biosimilars.html")
    context.close()


def test_from_a_folder_on_disk_the_jump_box_works_and_the_search_says_why_not(
    browser: Browser, site: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "ventures" / "cellafa.html").as_uri())
    page.locator("#jump").fill("Chiyome")
    expect(page.get_by_role("option").first).to_contain_text("Chiome")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Chiome Bioscience")
    page.goto((site / "search.html").as_uri() + "?q=biosimilar")
    expect(page.get_by_text("The full search does not run here")).to_be_visible()
    context.close()


def test_a_record_is_light(page: Page, site: Path) -> None:
    sent: dict[str, int] = {}
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))

    def weigh(path: str) -> int:
        fetched.clear()
        page.goto(path, wait_until="networkidle")
        new = [one for one in dict.fromkeys(fetched) if one not in sent]
        sent.update({one: len(gzip.compress((site / one.lstrip("/")).read_bytes())) for one in new})
        return sum(sent[one] for one in new)

    first = weigh("ventures/akita-biosimilars.html")
    others = [
        weigh(f"{name}.html") for name in ("programs/biosimilar-plants", "events/bio-mission")
    ]
    assert first <= FIRST
    assert max(others) <= NEXT
    assert not [one for one in sent if "searchindex" in one or "jquery" in one or "woff" in one]


def test_no_page_styles_or_scripts_itself(page: Page, site: Path) -> None:
    """A strict content security policy lets none of these through; JSON-LD is data."""
    faults = []
    for path in examples(site):
        page.goto(path)
        found = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter((one) =>
                 one.localName === 'style'
                 || (one.localName === 'script' && !one.src
                    && one.type !== 'application/ld+json')
                 || [...one.attributes].some((at) => at.name === 'style'
                    || at.name.startsWith('on') || /^\\s*javascript:/i.test(at.value)))
               .map((one) => one.outerHTML.slice(0, 120))"""
        )
        faults += [f"{path}: {one}" for one in found]
    assert faults == []
