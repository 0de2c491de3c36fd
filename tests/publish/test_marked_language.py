"""Every word of the interface is asked of the language file: in a language that puts its texts in
⟦ ⟧, nothing else than the records' own words stands outside these."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from policykb.base.entry import names_of
from policykb.check.engine import load
from policykb.compare.compare import compare
from policykb.export.plain import own_words
from policykb.publish import article, catalog
from policykb.publish.facts.changes import says
from policykb.publish.facts.interface import Interface, interface
from policykb.publish.facts.site import Site
from policykb.publish.files import feed, jump_index, search_index
from policykb.publish.frame import assets, paging
from policykb.publish.layout import page_context

SAID = ("aria-label", "title", "placeholder", "alt", "data-label", "data-here", "data-value")
"""Attributes with words for readers."""
DESCRIBED = re.compile(r'<meta (?:name="description"|property="og:(?:title|description)") content=')
NO_WORDS = re.compile(
    r"<(code|pre|script|text)\b.*?</\1>|download>[\w./-]+</a>|https?://[^\s\"<]*|</?(?:mark|span)\b[^>]*>",
    re.DOTALL,
)
"""Names of files, citations for programs, what a drawing cuts to its room, addresses, and tags that
stand within a text."""
OUTSIDE = re.compile(r"[^\W\d_]{2,}")
NAMES = (
    "ID",
    "CSV",
    "JSON",
    "SHA",
    "BibTeX",
    "CSL",
    "Schema",
    "index",
    "width",
    "follow",
    "website",
)


class Marked(Interface):
    """English, with marks; dates as in Japanese, since English has no words for them there."""

    def __init__(self) -> None:
        dates = {f"dates.{key}": text for key, text in interface("ja").table("dates").items()}
        texts = {**interface("en").texts, **dates}
        super().__init__("en", {key: f"⟦{text}⟧" for key, text in texts.items()})

    def own(self, key: str, otherwise: str) -> str:
        return f"⟦{otherwise}⟧"


@pytest.fixture
def marked(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The small base in this language, its lists in several pages."""
    monkeypatch.setattr(paging, "SIZE", 2)
    monkeypatch.setattr("policykb.publish.facts.wording.interface", lambda name: Marked())
    site.base.settings.publisher, site.base.settings.license = "⟦P⟧", "CC-BY-4.0"
    site.baseurl = "https://x.example/"
    site.speak("en")
    return site


def data(site: Site) -> list[str]:
    """The words that records and pages have themselves, the longest first."""
    found = {site.title, "CC-BY-4.0"}
    for entry in site.entries:
        found |= {*names_of(entry), entry.id, *entry.raw.values.values()}
        found |= {*entry.gaps.values(), *entry.inferred.values(), own_words(site.base, entry)}
        found |= {quote.text for quote in site.quotations(entry)}
        found |= {item.text for name in entry.specs for item in site.items(entry, name)}
        found.add(site.summary(entry))
    for name in site.written:
        found |= {site.title_of(name), site.text_of(name), site.description(name)}
    return sorted({" ".join(one.split()) for one in found} - {""}, key=len, reverse=True)


def outside(text: str, known: list[str]) -> list[str]:
    """The words of a text that are neither marked nor known."""
    text = " ".join(text.split())
    for one in known:
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", text)
    while text != (fewer := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)):
        text = fewer
    return [word for word in OUTSIDE.findall(text) if word not in NAMES]


def texts(html: str) -> Iterator[str]:
    """What readers are told: each attribute with words, and the text as a whole."""
    for name in SAID:
        described = DESCRIBED.sub("<meta title=", html)
        yield from (unescape(one) for one in re.findall(rf'\s{name}="([^"]*)"', described))
    yield unescape(re.sub(r"<[^>]+>", " ", NO_WORDS.sub("", html)))


def laid_out(site: Site, docname: str, title: str, body: str) -> str:
    made = Environment(loader=FileSystemLoader(assets.template_dir), autoescape=False)
    values: dict[str, Any] = {"pagename": docname, "root_doc": "index", "language": "en"}
    context = page_context(site, docname)
    page: str = made.get_template("page.html").render(**values, **context, title=title, body=body)
    return page


def test_no_page_has_words_that_its_language_does_not_give(marked: Site) -> None:
    known = data(marked)
    pages = {
        page.docname: laid_out(marked, page.docname, page.title, page.html)
        for page in catalog.pages(marked)
        if page.template != "redirect.html"
    }
    pages |= {name: laid_out(marked, name, "", "") for name in marked.written}
    for one in marked.entries:
        pages[one.id] = article.before(one, marked) + article.after(one, marked)
    assert len(pages) > 40
    found = {
        name: words
        for name, html in pages.items()
        if (words := [word for text in texts(html) for word in outside(text, known)])
    }
    assert found == {}


def test_neither_have_the_feed_and_the_index_of_the_search(marked: Site) -> None:
    known = [*data(marked), "Atom"]
    told: list[str] = []
    for _, made in feed.feeds(marked):
        told += texts(re.sub(r"<(id|updated|name)>.*?</\1>", "", made.decode()))
    for one in search_index.entries(marked):
        told += [one.label, *one.facets, *(label for label, _ in one.parts)]
        told += [value for values in one.facets.values() for value in values]
    told.append(jump_index.script(marked).decode().partition('"rows"')[0].partition("[")[2])
    found = [word for text in told for word in outside(text, known)]
    assert set(found) <= {"types", *marked.base.settings.model.types}


def test_neither_has_what_changed(marked: Site, root: Path) -> None:
    page, notice = root / "docs/ventures/quaylight.md", root / "docs/sources/notice.md"
    text = page.read_text("utf-8")
    text = text.replace(":status: agreed", ":status: proposed").replace(", ORG_BOREALIS", "")
    text = text.replace("It is new.", "It was old. It is gone.").replace(
        "funded_by — fin", "agreed — fin"
    )
    page.write_text(text.replace(":disputes: agreed", ":disputes: status"), "utf-8")
    notice.write_text(notice.read_text("utf-8").replace(":sha256: ", ":sha256: 0"), "utf-8")
    (root / "docs/ventures/mole.md").rename(root / "docs/ventures/pier.md")
    now = load(root, marked.base.settings)
    said = [one for each in compare(marked.base, now).records for one in says(marked, each)]
    assert len(said) > 6
    assert [word for one in said for word in outside(one, data(marked))] == []


def test_no_script_has_words_of_its_own() -> None:
    for path in assets.static_dir.glob("*.js"):
        code = re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        literals = re.findall(r'"((?:[^"\\\n]|\\.)*)"', code)
        said = [one for one in literals if re.search(r"[A-Za-z]{2} [a-z]{2}|^[A-Z][a-z]+ ?$", one)]
        assert set(said) <= ALLOWED, path.name


ALLOWED = {"ArrowDown", "ArrowUp", "Escape", "Enter"}
"""Names of keys."""
