"""No value that is inferred or still to be read stands anywhere on the site without its mark.

What the facts are is read from `facts.csv`, where they stand from the finished pages and files, and
neither knows of the other. A link between two records is held against all facts that join them, the
words of a value against the facts of the record that they stand beside.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import html5lib
import pytest

from policykb.model import TYPES

MARKS = {"inferred": "inferred", "to-read": "to be read", "refused": "not found in the source"}
SKIPPED = {"_static", "pagefind", "api", "guide", "rules", "reference", "id"}
"""Folders without statements of records."""
TOLD = {
    "record-prose",
    "evidence",
    "passages",
    "record-foot",
    "marks",
    "support",
    "changes",
    "notice",
}
"""Parts that speak in sentences, quote, or tell of earlier days."""
FRAME = {"q", "nav", "header", "footer", "script", "title"}
UNITS = {"td", "li", "dd", "th", "p"}
"""What holds a value with its date and its mark."""
LABELS = {
    name
    for model in TYPES.values()
    for key, spec in model.specs.items()
    if not spec.editorial
    for name in (spec.words_for(key), spec.back, "Figure")
} - {""}
THROUGH = {name for model in TYPES.values() for name in model.through}
"""Fields by which a record belongs to another, and brings what it is linked to."""
ROWS = {"tr", "li"}
Node = Any


class Fact(NamedTuple):
    """A line of `facts.csv`."""

    record: str
    field: str
    value: str
    grade: str
    type: str
    label: str
    words: str

    @property
    def anchor(self) -> str:
        return f"{self.record}-f-{self.field}"

    @property
    def labels(self) -> set[str]:
        """What its field is called on both ends."""
        names = {self.label, TYPES[self.type].specs[self.field].back}
        return names | ({"Figure"} if self.field in ("value", "unit") else set())


@dataclass
class Made:
    """A site as its files have it."""

    folder: Path
    facts: list[Fact]
    places: dict[str, str]
    """The records by the addresses they have within the site."""
    titles: dict[str, str]
    joining: dict[frozenset[str], list[Fact]] = field(default_factory=lambda: defaultdict(list))
    words: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))

    def marked(self) -> list[Fact]:
        return [one for one in self.facts if one.grade in MARKS]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def made(site: Path) -> Made:
    records = table(site, "records")
    facts = [Fact(*(row[name] for name in Fact._fields)) for row in table(site, "facts")]
    on = defaultdict(list)
    for row in records:
        on[row["path"].removeprefix("docs/").removesuffix(".md") + ".html"].append(row["id"])
    places = {page: ids[0] for page, ids in on.items() if len(ids) == 1}
    places |= {f"{page}#{ident}": ident for page, ids in on.items() for ident in ids}
    found = Made(site, facts, places, {row["title"]: row["id"] for row in records})
    for one in facts:
        if TYPES[one.type].specs[one.field].is_link:
            found.joining[frozenset((one.record, one.value))].append(one)
        else:
            found.words[one.record].append(one)
    return found


class Page:
    """A page as a tree that can be climbed."""

    def __init__(self, made: Made, name: str, html: str) -> None:
        self.made, self.name = made, name
        self.root = html5lib.parse(html, namespaceHTMLElements=False)
        self.parents: dict[Node, Node] = {}
        self.told: set[Node] = set()
        self.known: dict[Node, tuple[str, ...]] = {}
        for parent in self.root.iter():
            # Drawings have names of their own space, comments none.
            parent.tag = str(parent.tag).rpartition("}")[2]
            if parent in self.told or is_told(parent):
                self.told.update((parent, *parent))
            self.parents.update((child, parent) for child in parent)

    def up(self, node: Node) -> Iterator[Node]:
        yield node
        while (node := self.parents.get(node)) is not None:
            yield node

    def target(self, link: Node) -> str:
        """The address of a link within the site."""
        page, mark, anchor = str(link.get("href", "")).partition("#")
        found: str = normpath(join(dirname(self.name), page)) if page else self.name
        return found + mark + anchor

    def record(self, link: Node) -> str:
        return self.made.places.get(self.target(link), "")

    def subjects(self, node: Node) -> tuple[str, ...]:
        """The record that a place is about: that of its row, else that of its article."""
        if node not in self.known:
            self.known[node] = self._subjects(node)
        return self.known[node]

    def _subjects(self, node: Node) -> tuple[str, ...]:
        for one in self.up(node):
            # What stands below a link is said of its record.
            if one.get("class") == "sub" and (link := self.before(one)) is not None:
                return (self.record(link),)
            if one.tag in ROWS and (first := self.first(one)) is not None:
                own = self.record(first)
                # What a list of facts or neighbors begins with is what is said of the article.
                if own and (first is not node or "moment" in one.get("class", "")):
                    return (own,)
            if one.tag == "article" and one.get("id"):
                return (one.get("id"),)
        return ()

    def around(self, node: Node) -> set[str]:
        return {word for one in self.up(node) for word in one.get("class", "").split()}

    def before(self, node: Node) -> Node | None:
        """The link that a note stands below."""
        row = list(self.parents[node])
        links = (one for one in reversed(row[: row.index(node)]) if self.record(one))
        return next(links, None)

    def first(self, row: Node) -> Node | None:
        """The link that a row begins with, if it is not that of a row within."""
        head = row if row.tag == "li" else next(row.iter("th"), row)
        found = next(head.iter("a"), None)
        inner = (
            next((one for one in self.up(found) if one.tag in ROWS), None)
            if found is not None
            else None
        )
        is_own = inner is row and found is not None and "record-link" not in str(found.get("class"))
        return found if is_own and (row.tag == "li" or head is not row) else None

    def label(self, node: Node) -> set[str]:
        """How the field is called that a place is of; empty where nothing says, or a name that no
        field has."""
        return self._label(node) & LABELS

    def _label(self, node: Node) -> set[str]:
        for one in self.up(node):
            if one.get("class") == "sub" and self.before(one) is not None:
                return set()
            if name := one.get("data-label"):
                if name == "To":
                    row = list(self.parents[one])
                    return {text(row[1])}
                return {name}
            if one.tag == "dd":
                group = self.parents[one]
                return set(text(next(group.iter("dt"))).split(", "))
            if one.tag == "a" and "node" in one.get("class", ""):
                return set(re.split(r", |: ", one.get("aria-label")))
        return set()


def is_told(node: Node) -> bool:
    """Whether a part speaks in sentences, quotes, or belongs to the frame."""
    names = set(node.get("class", "").split())
    if TOLD & names or node.get("data-label") in ("Why", "Rests on", "Newest source", "Grade"):
        return True
    return node.tag in FRAME and "record-head" not in names


def text(node: Node) -> str:
    return " ".join("".join(node.itertext()).split())


def marks(page: Page, node: Node) -> set[tuple[str, str]]:
    """The marks in a place: the fact that each leads to, and its words."""
    return {
        (page.target(one).partition("#")[2], text(one))
        for one in node.iter("a")
        if one.get("class", "").startswith("mark-")
    }


def behind(page: Page, link: Node) -> set[tuple[str, str]]:
    """The mark that follows a link, or stands in its name where it is drawn."""
    if (name := link.get("aria-label")) is not None:
        return {("", word) for word in MARKS.values() if f"({word})" in name}
    row = list(page.parents[link])
    rest = [one for one in row[row.index(link) + 1 :] if one.get("class") != "sub"]
    return marks(page, wrapped(rest[:1]))


def wrapped(nodes: list[Node]) -> Node:
    made = Element("span")
    made.extend(nodes)
    return made


def boxed(page: Page, node: Node, fact: Fact) -> bool:
    """Whether a value stands among the facts of its own record, where the mark is a sentence."""
    for one in page.up(node):
        if one.get("id") == fact.anchor:
            sentence = {"inferred": "inferred-words"}.get(fact.grade, "unread-words")
            return any(sentence in each.get("class", "") for each in one.iter("p"))
    return False


def links(page: Page) -> Iterator[tuple[str, Node, list[Fact]]]:
    """Every link from a place about one record to another, with the facts that may be meant."""
    for link in page.root.iter("a"):
        other = page.record(link)
        names = page.around(link)
        if not other or link in page.told or names & {"record-link", "near"}:
            continue
        for own in page.subjects(link):
            facts = page.made.joining.get(frozenset((own, other)), []) if own != other else []
            named = page.label(link)
            if meant := [one for one in facts if not named or named & one.labels]:
                yield f"{own} – {other} {sorted(named)}", link, meant


def missing_links(page: Page) -> Iterator[str]:
    for where, link, facts in links(page):
        grades = {one.grade for one in facts}
        if not grades <= MARKS.keys():
            continue
        wanted = {(one.anchor, MARKS[one.grade]) for one in facts}
        drawn = {("", words) for _, words in wanted}
        if not behind(page, link) & (wanted | drawn) and not any(
            boxed(page, link, one) for one in facts
        ):
            anchors = " ".join(sorted(anchor for anchor, _ in wanted))
            yield f"{page.name}: {where}: no mark of {anchors}"


def missing_relations(page: Page) -> Iterator[str]:
    """Neighbors of a record: each relation has its mark, and so has what leads to a further one."""
    for via in page.root.iter("span"):
        if via.get("class") != "sub via":
            continue
        own = next(one.get("id") for one in page.up(via) if one.tag == "article")
        other = page.record(next(page.parents[via].iter("a")))
        through = re.search(r"through (.+?)(?:$|(?= (?:inferred|to be read)$))", text(via))
        middle = page.made.titles[through[1]] if through else own
        ends = [*((one.tail, one) for one in via), ("", None)]
        said = via.text or ""
        for rest, mark in ends:
            labels = [one.strip() for one in said.split(",") if one.strip()]
            for label in labels[:-1] if mark is not None else labels:
                far = label.startswith("through ")
                pair = frozenset((own, middle) if far else (middle, other))
                for fact in page.made.joining.get(pair, ()):
                    named = fact.field in THROUGH if far else label in fact.labels
                    if fact.grade in MARKS and named:
                        yield f"{page.name}: {label}: no mark of {fact.anchor}"
            said = rest or ""


def own_text(node: Node) -> str:
    """The words that stand in a node itself, not in links or notes within it."""
    said = " ".join([node.text or "", *(one.tail or "" for one in node)])
    return re.sub(r"as of [\w ]+", "", said)


def values(page: Page) -> Iterator[tuple[Node, Fact]]:
    """Every place about a record where the words of one of its values stand."""
    for node in page.root.iter():
        if (node.tag == "a" and "chip" not in node.get("class", "")) or node.tag == "dt":
            continue
        said = own_text(node)
        if not said.strip() or node in page.told:
            continue
        for own in page.subjects(node):
            named = page.label(node)
            for fact in page.made.words.get(own, ()):
                if named and not named & fact.labels:
                    continue
                if not stands(fact.words, said):
                    continue
                yield node, fact


def stands(words: str, said: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", said) is not None


def unit(page: Page, node: Node) -> Node:
    """What holds a value with its mark."""
    return next((one for one in page.up(node) if one.tag in UNITS), node)


def missing_values(page: Page) -> Iterator[str]:
    for node, fact in values(page):
        if fact.grade not in MARKS:
            continue
        whole = unit(page, node)
        mark = MARKS[fact.grade]
        inside = marks(page, whole) | (
            marks(page, page.parents[whole]) if node.tag == "time" else set()
        )
        chip = "chip" in page.around(node) and mark in text(node)
        if (fact.anchor, mark) not in inside and not chip and not boxed(page, node, fact):
            yield f"{page.name}: “{fact.words}”: no mark of {fact.anchor}"


def undated(page: Page) -> Iterator[str]:
    """Values that hold for a time only, without the day of their source."""
    for node, fact in values(page):
        spec = TYPES[fact.type].specs[fact.field]
        lasting = getattr(spec.value, "lasting", ())
        if not spec.dated or fact.value in lasting or node.tag == "time":
            continue
        if not re.search(r"as of \w|undated source", text(unit(page, node))):
            yield f"{page.name}: “{fact.words}”: no date of {fact.anchor}"


def wrong(page: Page) -> Iterator[str]:
    """Marks that say of a fact what its grade is not."""
    known = defaultdict(set)
    for one in page.made.facts:
        known[one.anchor].add(MARKS.get(one.grade, ""))
        if one.field == "unit":
            known[f"{one.record}-f-value"].add(MARKS.get(one.grade, ""))
    for anchor, words in marks(page, page.root):
        if words not in known[anchor]:
            yield f"{page.name}: {anchor} is not {words}"


def pages(made: Made) -> Iterator[tuple[str, str]]:
    for path in sorted(made.folder.rglob("*.html")):
        name = path.relative_to(made.folder).as_posix()
        if name.partition("/")[0] not in SKIPPED:
            yield name, path.read_text("utf-8")


def faults(made: Made, change: Callable[[str], str] = str) -> list[str]:
    return [one for name, html in pages(made) for one in faults_of(made, name, change(html))]


def faults_of(made: Made, name: str, html: str) -> list[str]:
    page = Page(made, name, html)
    return [
        *missing_links(page),
        *missing_relations(page),
        *missing_values(page),
        *undated(page),
        *wrong(page),
    ]


@pytest.mark.gate
def test_no_page_shows_a_value_without_its_mark_and_date(made: Made) -> None:
    assert {one.grade for one in made.marked()} == {"inferred", "to-read"}
    assert faults(made) == []


MARK = re.compile(
    r'<span class="held"><a class="mark-[^"]*" href="[^"]*#([^"]*)">[^<]*</a>(,?)</span>'
)
"""A mark, with the comma that stays on its line."""


def test_each_mark_is_missed_where_it_is_not_drawn(made: Made) -> None:
    for name, html in pages(made):
        drawn = {anchor for anchor, _ in MARK.findall(html)}
        told = "\n".join(faults_of(made, name, MARK.sub(r"\2", html))) if drawn else ""
        missed = set(re.findall(r"[A-Z0-9_]+-f-[a-z_]+", told))
        assert drawn <= missed, name


@pytest.mark.parametrize(
    ("folder", "old", "new"),
    [
        ("ventures", "(inferred)", ""),
        ("ventures", "inferred-words", ""),
        ("ventures", ", inferred<", "<"),
        ("concerns", "unread-words", ""),
        ("people", "undated source", ""),
        ("indicators", "as of 18 February 2021", ""),
        ("ventures", ">inferred<", ">to be read<"),
    ],
)
def test_what_else_tells_it_is_missed_too(made: Made, folder: str, old: str, new: str) -> None:
    found = [(name, html) for name, html in pages(made) if name.startswith(folder)]
    assert [fault for name, html in found for fault in faults_of(made, name, html)] == []
    changed = [(name, html.replace(old, new)) for name, html in found if old in html]
    assert all(faults_of(made, name, html) for name, html in changed)
    assert changed


def found(made: Made) -> Iterator[tuple[str, str, str]]:
    """What a search shows of each record: its id, a label or none, and words."""
    for file in sorted((made.folder / "pagefind").glob("results-*.json")):
        for url, _, _, _, lines, _, _, parts, _ in json.loads(file.read_text("utf-8")):
            if url in made.places:
                yield from ((made.places[url], "", line) for line in lines)
                yield from ((made.places[url], label, words) for label, words in parts)


def unmarked_results(made: Made, shown: list[tuple[str, str, str]]) -> Iterator[str]:
    for fact in made.marked():
        mark = MARKS[fact.grade]
        for record, label, words in shown:
            if record != fact.record or label not in ("", fact.label):
                continue
            parts = words.split(", ") if label == "" else [words]
            if parts[0] == fact.words and label == "" and mark not in parts:
                yield f"{fact.anchor}: {words}"
            if (
                label == fact.label
                and stands(fact.words, words)
                and f"{fact.words} ({mark})" not in words
            ):
                yield f"{fact.anchor}: {label}: {words}"


def test_no_search_result_shows_a_value_without_its_mark(made: Made) -> None:
    shown = [one for one in found(made) if one[2] not in ("", one[1])]
    assert list(unmarked_results(made, shown)) == []
    for old in (" (inferred)", " (to be read)", ", inferred"):
        bare = [(record, label, words.replace(old, "")) for record, label, words in shown]
        assert list(unmarked_results(made, bare)), old


def test_each_table_has_the_grade_of_its_values(made: Made) -> None:
    folders = {model.name: model.folder for model in TYPES.values()}
    tables = {name: table(made.folder, name) for name in {"records", "links", *folders.values()}}
    for fact in made.marked():
        for name in ("records", folders[fact.type]):
            row = next(one for one in tables[name] if one["id"] == fact.record)
            noted = row["inferred"] if fact.grade == "inferred" else row["to_read"]
            assert re.search(rf"(^|[;,] ?){fact.field}\b", noted), (name, fact)
        if TYPES[fact.type].specs[fact.field].is_link:
            key = (fact.record, fact.field, fact.value)
            (link,) = (
                one
                for one in tables["links"]
                if (one["record"], one["field"], one["target"]) == key
            )
            assert link["grade"] == fact.grade


def test_each_file_for_programs_has_the_grade_of_its_values(made: Made) -> None:
    data = made.folder / "data"
    records = {one["id"]: one for one in json.loads((data / "records.json").read_text())["records"]}
    linked = json.loads((data / "records.jsonld").read_text())["@graph"]
    needs = next(iter(json.loads((data / "needs.json").read_text())["versions"].values()))["needs"]
    for fact in made.marked():
        alone = json.loads((made.folder / f"id/{fact.record}.json").read_text())
        wanted = (fact.field, fact.value, fact.grade)
        for one in (records[fact.record], alone["records"][0]):
            assert wanted in {
                (each["field"], each["value"], each["grade"]) for each in one["facts"]
            }
        properties = next(
            one["schema:additionalProperty"]
            for one in linked
            if one.get("schema:identifier") == fact.record
        )
        assert any(
            (each["schema:propertyID"], each["term:grade"]) == (fact.field, fact.grade)
            and fact.value in str(each["schema:value"])
            for each in properties
        )
        noted = needs[fact.record].get("inferred", "")
        told = noted if fact.grade == "inferred" else " ".join(needs[fact.record]["tags"])
        assert fact.field in told
