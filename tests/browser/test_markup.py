"""Valid HTML: parsed strictly, ids once, references that lead somewhere, links that exist."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

HTML = "{http://www.w3.org/1999/xhtml}"
PHRASING_ONLY = frozenset({"p", "h1", "h2", "h3", "h4", "span", "summary", "button", "label", "q"})
BLOCKS = frozenset(
    {"div", "p", "ul", "ol", "dl", "table", "section", "article", "aside", "figure", "blockquote"}
    | {"details", "form", "h1", "h2", "h3", "h4", "nav", "header", "footer", "main", "pre"}
)
INTERACTIVE = frozenset({"a", "button", "select", "textarea", "label", "details", "summary"})


def pages(site: Path) -> list[Path]:
    """Every page but those that Sphinx and its extensions make for themselves."""
    folders = {"pagefind", "_static"}
    return [one for one in sorted(site.rglob("*.html")) if not folders & set(one.parts)]


def name(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).removeprefix(HTML)


def nested(element: Element, outer: frozenset[str]) -> Iterator[str]:
    """What stands where HTML does not allow it, below elements named in ``outer``."""
    mine = name(element)
    for child in element:
        theirs = name(child)
        if theirs in BLOCKS and outer & PHRASING_ONLY and not outer & {"svg"}:
            yield f"<{theirs}> in <{'> <'.join(sorted(outer & PHRASING_ONLY))}>"
        if theirs in INTERACTIVE and outer & {"a", "button"} and mine != "details":
            yield f"<{theirs}> in an interactive element"
        inner = frozenset({theirs}) if theirs in BLOCKS else outer | {theirs}
        yield from nested(child, inner | (outer & {"a", "button", "svg"}))


@pytest.fixture(scope="module")
def documents(site: Path) -> dict[Path, Element]:
    """Every page, parsed by the WHATWG algorithm; any parse error fails."""
    found = {}
    for file in pages(site):
        parser = html5lib.HTMLParser(strict=True)
        try:
            found[file] = parser.parse(file.read_text(encoding="utf-8"))
        except html5lib.html5parser.ParseError as error:
            position = parser.tokenizer.stream.position()
            pytest.fail(f"{file.relative_to(site)}:{position}: {error}", pytrace=False)
    return found


def test_every_page_parses_and_nests_as_html_says(
    documents: dict[Path, Element], site: Path
) -> None:
    faults = []
    for file, tree in documents.items():
        where = file.relative_to(site)
        body = tree.find(f"{HTML}body")
        assert body is not None
        faults += [f"{where}: {fault}" for fault in set(nested(body, frozenset()))]
        title = tree.find(f"{HTML}head/{HTML}title")
        if title is None or not (title.text or "").strip():
            faults.append(f"{where}: no title")
        if not tree.get("lang"):
            faults.append(f"{where}: no language")
    assert faults == []


def test_ids_stand_once_and_references_to_them_hold(
    documents: dict[Path, Element], site: Path
) -> None:
    faults = []
    for file, tree in documents.items():
        where = file.relative_to(site)
        ids = Counter(one.get("id", "") for one in tree.iter() if one.get("id"))
        faults += [
            f"{where}: id {one} stands {number} times" for one, number in ids.items() if number > 1
        ]
        for element in tree.iter():
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                for target in (element.get(attribute) or "").split():
                    if target not in ids:
                        faults.append(f"{where}: {attribute} {target} leads nowhere")
    assert faults == []


def test_every_link_within_the_site_leads_somewhere(
    documents: dict[Path, Element], site: Path
) -> None:
    ids = {
        file: {one.get("id") for one in tree.iter() if one.get("id")}
        for file, tree in documents.items()
    }
    faults = []
    for file, tree in documents.items():
        for link in tree.iter(f"{HTML}a"):
            address = urlsplit(link.get("href") or "")
            if address.scheme or address.netloc:
                continue
            start = site if address.path.startswith("/") else file.parent
            path = unquote(address.path).removeprefix("/")
            target = (start / path).resolve() if path else file
            if not target.is_file():
                faults.append(f"{file.relative_to(site)}: {link.get('href')}")
            elif (
                address.fragment and target in ids and unquote(address.fragment) not in ids[target]
            ):
                faults.append(f"{file.relative_to(site)}: no #{address.fragment} in {target.name}")
    assert sorted(set(faults)) == []


def test_every_page_for_readers_can_be_shared(documents: dict[Path, Element], site: Path) -> None:
    """Open Graph title and icon, one first-level heading, one main part."""
    faults = []
    for file, tree in documents.items():
        where = file.relative_to(site)
        if where.parts[0] == "id":
            continue
        properties = {one.get("property") for one in tree.iter(f"{HTML}meta")}
        if "og:title" not in properties:
            faults.append(f"{where}: no og:title")
        if not any(one.get("rel") == "icon" for one in tree.iter(f"{HTML}link")):
            faults.append(f"{where}: no icon")
        for part in ("h1", "main"):
            number = sum(1 for _ in tree.iter(f"{HTML}{part}"))
            if number != 1:
                faults.append(f"{where}: {number} <{part}>")
    assert faults == []
