"""A list of several pages in the browser, held to what the export says of its records."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import QuietHandler
from tests.browser.test_access import findings

NUMBER = 240
KINDS = ("licensing", "distribution", "equity-stake")
STATUSES = ("agreed", "proposed")
YEARS = (2021, 2023, 2025)
pytestmark = pytest.mark.gate

Record = dict[str, Any]


def _sentence(number: int) -> str:
    """What a letter says of one record."""
    month = ("January", "May", "July", "November")[number % 4]
    stake = f", with a stake of {number * 7 % 97 + 1}%" if number % 5 else ""
    word = STATUSES[number % 2]
    day = f"{month} {YEARS[number % 3]}"
    return f"Vesta Lines and Borealis Shipping {word} Pact {number:03} in {day}{stake}."


def _alliance(number: int) -> str:
    """One record; every fifth has no stake, and of every seventh the status is inferred."""
    facts = {
        "parties": "ORG_VESTA, ORG_BOREALIS",
        "agreed": f"{YEARS[number % 3]}-{(1, 5, 7, 11)[number % 4]:02}",
        "status": STATUSES[number % 2],
    }
    if number % 5:
        facts["stake"] = f"{number * 7 % 97 + 1}%"
    inferred = "" if number % 7 else ":inferred: status — the letter is taken at its word\n"
    fields = "".join(f":{name}: {value}\n" for name, value in facts.items())
    return (
        f"::::{{alliance}} Pact {number:03}\n:id: ALL_{number:03}\n"
        f":aliases: Vow{number * 31 % 1000}x\n:name_ja: 協定{number}\n"
        f":kind: {KINDS[number % 3]}\n{fields}{inferred}\n"
        f":::{{evidence}} SRC_{YEARS[number % 3]}\n:supports: {', '.join(facts)}\n\n"
        f"{_sentence(number)}\n:::\n::::\n"
    )


def _base(root: Path) -> Path:
    pages = {
        "index": "# Pacts\n\nWords on pacts.\n",
        "alliances/pacts": "# Pacts\n\n" + "\n".join(map(_alliance, range(NUMBER))),
        "organizations/lines": "# Lines\n\n"
        ":::{org} Vesta Lines\n:id: ORG_VESTA\n:kind: company\n:::\n\n"
        ":::{org} Borealis Shipping\n:id: ORG_BOREALIS\n:kind: company\n:::\n",
    }
    for at, year in enumerate(YEARS):
        text = "\n\n".join(map(_sentence, range(at, NUMBER, 3)))
        pages[f"sources/s{year}"] = (
            f"# Letters of {year}\n:::{{source}} Letters of {year}\n:id: SRC_{year}\n"
            f":file: {year}.txt\n:sha256: {sha256(text.encode()).hexdigest()}\n:language: en\n"
            f":rights: none stated\n:nature: press-release\n:publisher: Port\n"
            f":published: {year}-06-0{at + 1}\n:::\n"
        )
        (root / "seeds").mkdir(exist_ok=True)
        (root / f"seeds/{year}.txt").write_text(text, encoding="utf-8")
    for name, page in pages.items():
        (root / f"docs/{name}.md").parent.mkdir(parents=True, exist_ok=True)
        (root / f"docs/{name}.md").write_text(page, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the base, its site built in ``out``."""
    root = _base(tmp_path_factory.mktemp("pacts"))
    conf = 'project = "Pacts"\nextensions = ["myst_parser", "sphinx_needs", "policykb"]\n'
    (root / "conf.py").write_text(conf, encoding="utf-8")
    (root / "policykb.toml").write_text("quoted_share = 1.0\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-W", "-c", ".", "-d", "trees"]
    run = subprocess.run(
        [*command, "docs", "out"], cwd=root, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return root


@pytest.fixture(scope="module")
def records(root: Path) -> list[Record]:
    """What the export says of the alliances, in the order of their titles."""
    command = [sys.executable, "-m", "policykb", "export", "json"]
    run = subprocess.run(command, cwd=root, capture_output=True, check=True)
    found = [one for one in json.loads(run.stdout)["records"] if one["type"] == "alliance"]
    assert len(found) == NUMBER
    return sorted(found, key=lambda one: str(one["title"]))


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    """The address of the second page of the list."""
    handler = partial(QuietHandler, directory=str(root / "out"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/alliances/index-2.html"
        server.shutdown()


@pytest.fixture
def asked(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """That page, and what it asked for since it stood."""
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    requests: list[str] = []
    # Chromium asks for the icon again whenever the address changes.
    page.on("request", lambda one: requests.append(one.url) if "favicon" not in one.url else None)
    yield page, requests
    page.close()


def _titles(page: Page, number: int) -> list[str]:
    """The titles of all rows, once that many fit."""
    all_of_them = "" if number == NUMBER else f"{number} of "
    expect(page.locator(".list-count")).to_have_text(f"{all_of_them}{NUMBER} records")
    while page.locator("#more").is_visible():
        page.locator("#more").click()
    return page.locator("table.list tbody th a").all_text_contents()


def _worst(one: Record) -> str:
    grades = {fact["grade"] for fact in one["facts"]}
    return "Inferred" if "inferred" in grades else "Found in the source"


CASES: dict[str, tuple[str, Callable[[Record], bool]]] = {
    "alias": ("vow155X", lambda one: one["aliases"] == ["Vow155x"]),
    "Japanese name": ("協定３１", lambda one: "協定31" in one["fields"]["name_ja"]),
    "kind": ("equity stake", lambda one: one["fields"]["kind"] == "equity-stake"),
    "status": ("proposed", lambda one: one["fields"]["status"] == "proposed"),
    "parties": ("borealis", lambda one: "ORG_BOREALIS" in one["links"]["parties"]),
    "stake": ("50%", lambda one: one["fields"].get("stake") == "50%"),
    "date": ("may 2023", lambda one: one["fields"]["agreed"] == "2023-05"),
    "source date": ("3 june 2025", lambda one: one["evidence"][0]["source"] == "SRC_2025"),
    "grade": ("inferred", lambda one: _worst(one) == "Inferred"),
}
PICKED: dict[str, tuple[str, Callable[[Record], bool]]] = {
    "Kind": ("Licensing", lambda one: one["fields"]["kind"] == "licensing"),
    "Status": ("Agreed", lambda one: one["fields"]["status"] == "agreed"),
    "Grade": ("Inferred", lambda one: _worst(one) == "Inferred"),
}


def test_a_long_list_is_filtered_as_the_export_has_it(
    asked: tuple[Page, list[str]], records: list[Record]
) -> None:
    page, requests = asked
    assert page.locator("table.list tbody tr").count() == NUMBER - 200
    for words, fits in CASES.values():
        wanted = [one["title"] for one in records if fits(one)]
        page.get_by_label("Filter").fill(words)
        assert _titles(page, len(wanted)) == wanted != []
    page.get_by_label("Filter").fill("")
    for label, (value, fits) in PICKED.items():
        wanted = [one["title"] for one in records if fits(one)]
        select = page.get_by_role("combobox", name=label, exact=True)
        assert select.locator("option", has_text=f"{value} ({len(wanted)})").count() == 1
        select.select_option(value)
        assert _titles(page, len(wanted)) == wanted != []
        select.select_option("")
    assert [one.rpartition("/")[2] for one in requests] == ["alliances.js"]


def _stake(one: Record) -> int:
    return int(one["fields"]["stake"].removesuffix("%"))


SORTS: dict[str, tuple[Callable[[Record], bool], Callable[[Record], Any]]] = {
    "Stake": (lambda one: "stake" in one["fields"], _stake),
    "Agreed": (lambda _: True, lambda one: one["fields"]["agreed"]),
    "Newest source": (lambda _: True, lambda one: one["evidence"][0]["source"]),
    "Alliance": (lambda _: True, lambda one: one["title"]),
    "Grade": (lambda _: True, lambda one: _worst(one) != "Inferred"),
}


def test_a_long_list_is_sorted_as_the_export_has_it(
    asked: tuple[Page, list[str]], records: list[Record]
) -> None:
    page, requests = asked
    for head, (has, key) in SORTS.items():
        without = [one["title"] for one in records if not has(one)]
        for down in (False, True):
            page.locator("thead").get_by_role("button", name=head).click()
            wanted = sorted(filter(has, records), key=key, reverse=down)
            assert _titles(page, NUMBER) == [one["title"] for one in wanted] + without
    assert [one.rpartition("/")[2] for one in requests] == ["alliances.js"]


def test_a_long_list_is_shared_downloaded_and_left_as_it_was(
    asked: tuple[Page, list[str]], address: str, records: list[Record]
) -> None:
    page, _ = asked
    page.goto(f"{address}?kind=Licensing&sort=-stake")
    wanted = sum(one["fields"]["kind"] == "licensing" for one in records)
    titles = _titles(page, wanted)
    assert findings(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download these {wanted} rows").click()
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == [f"ALL_{one[-3:]}" for one in titles]
    page.locator("table.list tbody th a").first.click()
    page.wait_for_url(re.compile(r"pacts\.html#ALL_"))
    page.goto(f"{address}?kind=Licensing")
    _titles(page, wanted)
    page.get_by_label("Kind").select_option("")
    expect(page.locator(".list-count")).to_have_text(f"201–{NUMBER} of {NUMBER} records")
    assert page.locator("table.list tbody tr").count() == NUMBER - 200


def test_a_long_list_works_from_a_folder_and_says_where_it_cannot(
    root: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto((root / "out/alliances/index.html").as_uri() + "?q=vow155x")
    assert _titles(page, 1) == ["Pact 005"]
    page.route("**/rows/*", lambda route: route.abort())
    page.goto((root / "out/alliances/index.html").as_uri() + "?q=vow155x")
    expect(page.locator(".list-within")).to_be_visible()
    expect(page.locator(".list-count")).to_have_text(f"1 of 1–200 of {NUMBER} records")
    page.close()
