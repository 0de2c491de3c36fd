"""Web pages: trafilatura takes the article out of its menus."""

import json
import re
from collections.abc import Iterator
from itertools import groupby

import trafilatura
from lxml import etree, html

from policykb.documents import metadata
from policykb.documents.extracted import Extracted, Refused, Wish
from policykb.documents.formats.plain import decoded
from policykb.text.normalize import normalize

_NO_TEXT = ("script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math")
_BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tr ul".split()
)
_FOOTNOTES = (
    "//*[@role='doc-endnotes' or @role='doc-footnote' or contains(@class, 'footnotes')]"
    "//*[self::li or self::p][not(descendant::li or descendant::p)]"
)
_RULE = re.compile(r"\|[|\s:-]*\|")
"""The line between the head of a table and its rows."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_NAMES = {
    "headline": ("og:title", "dc.title", "citation_title"),
    "author": ("author", "dc.creator", "citation_author", "article:author"),
    "publisher": ("og:site_name", "dc.publisher", "citation_publisher"),
    "published": (
        "article:published_time",
        "dc.date",
        "dc.date.issued",
        "citation_publication_date",
        "date",
        "datepublished",
        "dcterms.issued",
    ),
}


def read(data: bytes, wish: Wish) -> Extracted:
    """The article of a web page, or with ``wish.whole`` all text of it. Nothing that it refers to
    is fetched. Raises `Refused`."""
    page = _page(data)
    meta = dict(_meta(page))
    headline = _headline(page, meta)
    text = "" if wish.whole else _article(page)
    if not text.strip():
        text = _whole(page)
    if not text.strip():
        raise Refused("it has no text; a page that a script fills has to be saved as it is shown")
    if headline and normalize(headline) not in normalize(text):
        text = f"{headline}\n\n{text}"
    found = Extracted(metadata.plain(text).strip() + "\n", f"trafilatura {trafilatura.__version__}")
    found.headline = headline
    found.author, found.publisher = meta.get("author", ""), meta.get("publisher", "")
    found.published = metadata.day(meta.get("published", ""))
    metadata.complete(found)
    return found


def _page(data: bytes) -> html.HtmlElement:
    declared = _CHARSET.search(data[:4096])
    try:
        text = data.decode(declared[1].decode("ascii")) if declared else decoded(data)[0]
    except (LookupError, UnicodeDecodeError):
        text = decoded(data)[0]
    parser = html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Refused("it has no text") from None
    for one in list(page.iter(*_NO_TEXT)):
        if one.tag != "head" and one.getparent() is not None and not _is_data(one):
            one.drop_tree()
    return page


def _is_data(one: html.HtmlElement) -> bool:
    return one.tag == "script" and str(one.get("type", "")).lower() == "application/ld+json"


def _article(page: html.HtmlElement) -> str:
    found = trafilatura.extract(
        page,
        output_format="txt",
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        favor_recall=True,
        with_metadata=False,
        deduplicate=False,
    )
    text = "\n\n".join(_paragraphs((found or "").split("\n")))
    return text + "".join(f"\n\n{note}" for note in _notes(page) if note not in text)


def _notes(page: html.HtmlElement) -> Iterator[str]:
    """The footnotes of a page, which trafilatura leaves out."""
    for one in page.xpath(_FOOTNOTES):
        if note := " ".join(one.text_content().split()):
            yield note


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Every line is a paragraph, but rows of a table stand together."""
    for is_row, some in groupby((line.strip() for line in lines), _is_row):
        found = [line for line in some if line and not _RULE.fullmatch(line)]
        yield from ["\n".join(found)] if is_row and found else found


def _is_row(line: str) -> bool:
    return len(line) > 1 and line.startswith("|") and line.endswith("|")


def _whole(page: html.HtmlElement) -> str:
    """All text of a page, each block a paragraph and each row of a table a line."""
    body = page.find("body")
    parts: list[str] = []
    for event, one in etree.iterwalk(body if body is not None else page, events=("start", "end")):
        if not isinstance(one.tag, str):
            continue
        if one.tag in _BLOCKS:
            parts.append("\n\n")
        if one.tag in ("td", "th"):
            parts.append(" | ")
        parts.append((one.text if event == "start" else one.tail) or "")
    lines = (" ".join(part.split()).strip("| ") for part in re.split(r"\n\n+", "".join(parts)))
    return "\n\n".join(line for line in lines if line)


def _headline(page: html.HtmlElement, meta: dict[str, str]) -> str:
    """The only first heading; else what the page says that its title is."""
    headings = [" ".join(one.text_content().split()) for one in page.iter("h1")]
    headings = [one for one in headings if metadata.as_headline(one)]
    title = " ".join((page.findtext(".//title") or "").split())
    given = meta.get("headline", "")
    for one in headings:
        if len(headings) == 1 or one in (given, title) or title.startswith(one):
            return one
    return metadata.as_headline(given or title)


def _meta(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What the page says of itself in its head, by the field it fills."""
    given: dict[str, str] = dict(_linked_data(page))
    for one in page.iter("meta"):
        name = (one.get("name") or one.get("property") or one.get("itemprop") or "").lower()
        content = " ".join((one.get("content") or "").split())
        if name and content:
            given.setdefault(name, content)
    for field, names in _NAMES.items():
        found = next((given[name] for name in (field, *names) if name in given), "")
        if found and not found.startswith(("http://", "https://")):
            yield field, found[:300]


def _linked_data(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    for one in page.iter("script"):
        if not _is_data(one):
            continue
        try:
            data = json.loads(one.text or "")
        except (ValueError, RecursionError):
            continue
        items = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
                yield "published", item["datePublished"]
