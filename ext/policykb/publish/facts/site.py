"""The knowledge base as pages look at it: addresses, facts with their support, links both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest
from typing import Any, TypeVar
from urllib.parse import urlsplit

from markupsafe import Markup

from policykb.base.entry import Entry
from policykb.check.context import Context
from policykb.evidence.grade import Graded, grade_record
from policykb.evidence.quotation import Quotation
from policykb.markdown.page import Page
from policykb.model import TYPES, RecordType
from policykb.model.spec import Spec
from policykb.publish.facts import dated, grading, value_words, words
from policykb.publish.facts.history import History, history
from policykb.publish.facts.interface import interface
from policykb.publish.facts.prose import headings, page_prose, page_title, prose
from policykb.publish.facts.site_page import SitePage
from policykb.publish.facts.words import label
from policykb.text import sentences
from policykb.values.date import DATE
from policykb.values.edtf import Edtf
from policykb.values.shows import Mapping

T = TypeVar("T")

Href = Callable[[str, str], str]
"""``(docname, from_docname)`` to a relative address."""


def relative(docname: str, from_docname: str) -> str:
    """The address of one HTML page from another, as Sphinx's ``html`` builder lays them out."""
    target, start = docname.split("/"), from_docname.split("/")[:-1]
    shared = 0
    while shared < min(len(target) - 1, len(start)) and target[shared] == start[shared]:
        shared += 1
    return "../" * (len(start) - shared) + "/".join(target[shared:]) + ".html"


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a field: its words, and the record it links to where it is a link. ``mark`` says
    what readers must know of its ``grade``, ``dated`` of when it is where it holds for a time only;
    ``fact`` is the record and the field that it is from."""

    text: str
    entry: Entry | None = None
    grade: str = ""
    mark: str = ""
    dated: str = ""
    fact: tuple[Entry, str] | None = None


def worst(one: Item, other: Item) -> Item:
    """Of two items for one thing that with the worse grade."""
    order = [*grading.MARKED, ""]
    return min(one, other, key=lambda item: order.index(item.grade if item.mark else ""))


@dataclass(slots=True)
class Fact:
    """A field of a record with what it rests on.

    ``state`` is ``quoted``, ``inferred``, ``gap`` or ``editorial``; ``why`` is the reason of an
    inferred value or of a gap. Of a quoted one ``standing`` says in words how far it got, and
    ``questions`` what a person still has to judge.
    """

    name: str
    label: str
    items: list[Item]
    state: str
    why: str = ""
    standing: str = ""
    questions: list[str] = field(default_factory=list)
    support: list[Quotation] = field(default_factory=list)
    disputes: list[Quotation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Brief:
    """A written page that answers one question."""

    docname: str
    title: str
    summary: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Back:
    """Records that link to one, by one relation, worded from where they point: ``name`` as files
    of types have it, ``label`` for readers."""

    name: str
    label: str
    items: tuple[Item, ...]
    """The records, each with the grade of its link."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The records alone."""
        return tuple(one.entry for one in self.items if one.entry is not None)

    @property
    def number(self) -> int:
        """How many records link."""
        return len(self.items)


class Site:
    """Looks things up for pages.

    ``pages`` are those that are no records, found by `policykb.publish.catalog`, none where the
    records are a part of another site; ``href`` tells a page's address from another page's,
    ``address`` that from the site's top; ``baseurl`` is the site's own address where it is known,
    ending in ``/``, else empty.
    """

    def __init__(
        self,
        base: Context,
        pages: tuple[SitePage, ...],
        href: Href | None = None,
        baseurl: str = "",
        address: Callable[[str], str] = "{}.html".format,
    ) -> None:
        self.base = base
        self.pages = pages
        self._href = href or relative
        self.baseurl = baseurl
        self.address = address
        self._hrefs: dict[tuple[str, str], str] = {}
        self._grades: dict[str, dict[str, list[Graded]]] = {}
        self._remembered: dict[str, Any] = {}
        self.t = interface("en")
        self.page_language = "en"
        """What pages say that they are in, with or without a file of words for it."""
        self.title = base.settings.title or self.t("frame.name")

    def remember(self, name: str, make: Callable[[], T]) -> T:
        """What is costly to make and asked for by several pages."""
        if name not in self._remembered:
            self._remembered[name] = make()
        kept: T = self._remembered[name]
        return kept

    def docname(self, entry: Entry) -> str:
        """The page a record stands on."""
        path = entry.page.path.removeprefix(self.base.settings.docs.rstrip("/") + "/")
        return path.removesuffix(".md")

    def href(self, target: str, from_docname: str) -> str:
        """The relative address of a page, given by docname (with ``#`` and an anchor perhaps) or,
        where it has a capital prefix, of a record given by id."""
        entry = self.base.by_id.get(target)
        anchor = ""
        if entry is not None:
            target = self.docname(entry)
            if self.shares_page(entry) or not self._page_href(target, from_docname):
                anchor = f"#{entry.id}"
        elif "#" in target:
            target, _, anchor = target.partition("#")
            anchor = f"#{anchor}"
        if target == from_docname and anchor:
            return anchor
        return self._page_href(target, from_docname) + anchor

    def _page_href(self, docname: str, from_docname: str) -> str:
        """The builder's answer, asked for once for each folder; of the page for unknown addresses,
        which is served at any depth, the way from the root of the host."""
        if from_docname == "404":
            return self.top + self.address(docname)
        if docname == from_docname:
            own = self.address(docname).rpartition("/")[2]
            return self._href(docname, from_docname) or own or "./"
        folder, _, name = from_docname.rpartition("/")
        # Where each page is a folder, the index of one is no folder in it.
        key = (docname, f"{folder}/{'index' if name == 'index' else ''}")
        if key not in self._hrefs:
            self._hrefs[key] = self._href(docname, from_docname)
        return self._hrefs[key]

    def shares_page(self, entry: Entry) -> bool:
        """Whether other records stand on the same page."""
        return len(entry.page.records) > 1

    def fact_href(self, fact: tuple[Entry, str], from_docname: str) -> str:
        """The address of a field among the facts of its record, where its grade is explained."""
        entry, name = fact
        return self.href(f"{self.docname(entry)}#{entry.id}-f-{name}", from_docname)

    def permalink(self, entry: Entry, from_docname: str) -> str:
        """The address that stays when a record moves to another page; the page's own where the
        site has no such addresses."""
        return self._page_href(self._lasting(entry), from_docname)

    def lasting(self, entry: Entry) -> str:
        """The same in full."""
        return self.absolute(self._lasting(entry))

    def _lasting(self, entry: Entry) -> str:
        return f"id/{entry.id}" if self.pages else self.docname(entry)

    def absolute(self, docname: str) -> str:
        """The full address of a page where the site's own is known, else its path."""
        return self.baseurl + self.address(docname)

    @property
    def written(self) -> Set[str]:
        """The docnames of the pages that are written."""
        return self._pages.keys()

    def has_page(self, docname: str) -> bool:
        """Whether a page is there: written, or one of those always generated."""
        return docname in self.written or docname in self.made

    def page(self, docname: str) -> SitePage | None:
        """The page of a docname that is no record, where one is declared."""
        return self._declared.get(docname)

    @cached_property
    def _declared(self) -> dict[str, SitePage]:
        return {page.docname: page for page in self.pages}

    @cached_property
    def made(self) -> frozenset[str]:
        """The docnames of the pages made of the base; one written under the same name takes its
        place."""
        return frozenset(page.docname for page in self.pages if page.make is not None)

    @cached_property
    def _by_page(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[self.docname(entry)].append(entry)
        return found

    def records_on(self, docname: str) -> list[Entry]:
        """The records of a page."""
        return self._by_page.get(docname, [])

    def sole_record(self, docname: str) -> Entry | None:
        """The record of a page that has exactly one."""
        found = self.records_on(docname)
        return found[0] if len(found) == 1 else None

    def summary(self, entry: Entry) -> str:
        """The first sentence of a record's prose, or its type and title."""
        return (
            sentences.first(prose(self.base, entry))
            or f"{self.kind(entry.model)}{self.t('list.colon')}{self.name(entry)}"
        )

    @cached_property
    def _pages(self) -> dict[str, Page]:
        top = self.base.settings.docs.rstrip("/") + "/"
        return {one.path.removeprefix(top).removesuffix(".md"): one for one in self.base.pages}

    def description(self, docname: str) -> str:
        """The first sentence of a written page that is no record; empty where there is none."""
        page = self._pages.get(docname)
        return sentences.first(page_prose(self.base, page)) if page is not None else ""

    def title_of(self, docname: str) -> str:
        """The heading of a written page that is no record."""
        return page_title(self.base, self._pages[docname]) or docname

    def headings(self, docname: str) -> list[str]:
        """The headings below that of a written page; none of a page that is generated."""
        page = self._pages.get(docname)
        return headings(self.base, page) if page is not None else []

    def text_of(self, docname: str) -> str:
        """The words of a written page that is no record."""
        return page_prose(self.base, self._pages[docname])

    @cached_property
    def briefs(self) -> list[Brief]:
        """The briefs in the order of their paths."""
        found = []
        for docname, page in self._pages.items():
            if docname.startswith("briefs/") and docname != "briefs/index":
                text = page_prose(self.base, page)
                heading = page_title(self.base, page) or docname.removeprefix("briefs/")
                found.append(Brief(docname, heading, sentences.first(text), text, page.path))
        return found

    @cached_property
    def entries(self) -> list[Entry]:
        """Every record once, in the order of their titles; none whose id is no id, since names of
        files are made of it."""
        sound = (one for one in self.base.by_id.values() if "id" not in one.bad)
        return sorted(sound, key=lambda one: (one.title.casefold(), one.id))

    @cached_property
    def by_type(self) -> dict[str, list[Entry]]:
        """Records of each type, also of those without any."""
        found: dict[str, list[Entry]] = {name: [] for name in TYPES}
        for entry in self.entries:
            found[entry.type].append(entry)
        return found

    def entry(self, ident: str) -> Entry | None:
        """The record of an id, if there is one."""
        return self.base.by_id.get(ident)

    def targets(self, entry: Entry, name: str) -> list[Entry]:
        """The records a link field names, without those that do not exist."""
        found = (self.base.by_id.get(ident) for ident in entry.links.get(name, ()))
        return [one for one in found if one is not None]

    def quotations(self, entry: Entry) -> list[Quotation]:
        """A record's quotations in the order written."""
        return self.base.evidence.of(entry)

    @cached_property
    def quoted_from(self) -> dict[str, list[Quotation]]:
        """Quotations by the id of the source they come from, in the order of the source."""
        found: dict[str, list[Quotation]] = defaultdict(list)
        for entry in self.entries:
            for one in self.quotations(entry):
                found[one.source].append(one)
        for group in found.values():
            group.sort(key=lambda one: (one.start < 0, one.start, one.entry.id, one.number))
        return found

    def facts(self, entry: Entry) -> list[Fact]:
        """The fields of a record in the order of the model, gaps among them; the title, id, prose
        marks and what chips show are left out."""
        quotes = self.quotations(entry)
        found = []
        for name, spec in entry.specs.items():
            if name in _ELSEWHERE:
                continue
            items = self.items(entry, name)
            gap = entry.gaps.get(name)
            if not items and gap is None:
                continue
            fact = Fact(name, self.field(entry.type, name, spec), items, "editorial")
            fact.support = [one for one in quotes if name in one.supports]
            fact.disputes = [one for one in quotes if name in one.disputes]
            if not items:
                fact.state, fact.why = "gap", gap or ""
            elif name in entry.inferred:
                fact.state, fact.why = "inferred", entry.inferred[name]
            elif entry.needs_support(name):
                fact.state = "quoted"
                self._tell_grade(entry, fact)
            found.append(fact)
        return found

    def _tell_grade(self, entry: Entry, fact: Fact) -> None:
        found = self.grades(entry).get(fact.name, [])
        fact.standing = grading.standing(self.t, found)
        fact.questions = grading.open_questions(self.t, found, [item.text for item in fact.items])

    def grades(self, entry: Entry) -> dict[str, list[Graded]]:
        """The grades of a record's facts by field, in the order of the items."""
        if entry.id not in self._grades:
            found: dict[str, list[Graded]] = defaultdict(list)
            for one in grade_record(self.base.evidence, entry):
                found[one.fact.field].append(one)
            self._grades[entry.id] = found
        return self._grades[entry.id]

    def items(self, entry: Entry, name: str) -> list[Item]:
        """A field's values in words; nothing where it is absent or cannot be read."""
        spec = entry.specs[name]
        if spec.is_link:
            return [self.link(entry, name, ident) for ident in entry.links.get(name, ())]
        value = entry.value(name)
        if value is None:
            return []
        texts = value_words.of(self.t, entry.type, spec, value)
        grades = [one.grade for one in self.grades(entry).get(name, ())]
        day = self._dated(entry, name)
        return [
            self._item(text, None, grade, day, (entry, name))
            for text, grade in zip_longest(texts, grades[: len(texts)], fillvalue="")
        ]

    def link(self, entry: Entry, name: str, ident: str) -> Item:
        """One link of a record with the grade of its fact."""
        found = (one.grade for one in self.grades(entry).get(name, ()) if one.fact.value == ident)
        target = self.base.by_id.get(ident)
        text = self.name(target) if target is not None else ident
        return self._item(text, target, next(found, ""), "", (entry, name))

    def _item(
        self, text: str, entry: Entry | None, grade: str, day: str, fact: tuple[Entry, str]
    ) -> Item:
        mark = self.t(f"mark.{grade}") if grade in grading.MARKED else ""
        return Item(text, entry, grade, mark, day, fact)

    def _dated(self, entry: Entry, name: str) -> str:
        """Of when a value is; asks for quotations of what holds for a time only."""
        if not entry.specs[name].dated:
            return ""
        shown_by = (one for one in self.quotations(entry) if name in one.supports)
        return dated.of(self.t, entry, name, self.sources(shown_by))

    def sources(self, quotes: Iterable[Quotation]) -> Iterator[Entry]:
        """The sources of quotations, each once."""
        found = (self.entry(ident) for ident in dict.fromkeys(one.source for one in quotes))
        return (one for one in found if one is not None)

    def marked(self, item: Item) -> str:
        """An item with its mark, where there is plain text only."""
        return self.t("mark.within", value=item.text, mark=item.mark) if item.mark else item.text

    def line(self, item: Item) -> str:
        """An item with its date and its mark in one line."""
        parts = (item.text, item.dated, item.mark)
        return self.t("list.comma").join(part for part in parts if part)

    def text(self, entry: Entry, name: str) -> str:
        """A field's values in one line; empty where it is absent or cannot be read."""
        items = self.items(entry, name) if name in entry.specs else []
        return self.t("list.comma").join(map(self.marked, items))

    def backs(self, entry: Entry) -> list[Back]:
        """What links to a record, grouped by how its own side of the relation is called."""
        groups: dict[str, dict[str, Item]] = {}
        for other, name in self.base.incoming.get(entry.id, ()):
            group = groups.setdefault(_back(name, other.specs[name]), {})
            link = self.link_from(other, name, entry)
            group[other.id] = worst(group.get(other.id, link), link)
        order = {name: at for at, name in enumerate(_back_order())}
        return [
            Back(
                name,
                self.t.word(name, entry.type),
                tuple(sorted(group.values(), key=lambda one: one.text.casefold())),
            )
            for name, group in sorted(groups.items(), key=lambda item: order.get(item[0], 99))
        ]

    def link_from(self, other: Entry, name: str, entry: Entry) -> Item:
        """A link of another record, as the record sees it that it leads to."""
        return replace(self.link(other, name, entry.id), text=self.name(other), entry=other)

    def back(self, entry: Entry, name: str, spec: Spec) -> str:
        """A field of others that links to a record, in words."""
        return self.t.word(_back(name, spec), entry.type)

    def label(self, entry: Entry, name: str) -> str:
        """A field's name in words; ``text`` is the record's own prose."""
        if name == "text":
            return self.t("record.text")
        return self.field(entry.type, name, entry.specs.get(name))

    def field(self, kind: str, name: str, spec: Spec | None) -> str:
        """The name of a type's field in words."""
        return self.t.word(label(name, spec), kind)

    def place(self, quote: Quotation) -> str:
        """Where a quotation stands in its source: ``p. 3``, or else ``paragraph 5``; empty where
        its words are not found."""
        if quote.pages:
            return self.t.pages(quote.pages)
        return self.t("place.paragraph", n=quote.paragraph) if quote.paragraph else ""

    def words(self, value: Edtf) -> str:
        """A date in words."""
        return self.t.date(value)

    def value_words(self, entry: Entry, mapping: Mapping) -> str:
        """What words of a quotation stand for, as readers see it."""
        target = self.base.by_id.get(mapping.value or "")
        if target is not None:
            return self.name(target)
        items = self.items(entry, mapping.field) if mapping.field in entry.specs else []
        if mapping.value is None or len(items) == 1:
            return self.t.listed(item.text for item in items)
        return value_words.written(self.t, entry.type, entry.specs[mapping.field], mapping.value)

    def lang(self, quote: Quotation) -> Markup:
        """The attribute that says what language a quotation is in; none where it is the page's."""
        source = self.base.by_id.get(quote.source)
        language = (source.text("language") if source else "") or "en"
        around = {self.page_language.partition("-")[0], self.t.language}
        is_same = around == {language.partition("-")[0]}
        return Markup("") if is_same else Markup(' lang="{}"').format(language)

    def name(self, entry: Entry) -> str:
        """What a record is called: in the language of the site where it has such a name."""
        field = f"name_{self.t.language}"
        return (entry.text(field) if field in entry.specs else "") or entry.title

    def other_name(self, entry: Entry) -> tuple[str, str]:
        """The name that stands below the first in lists, and its language; empty without one."""
        name, japanese = self.name(entry), entry.text("name_ja")
        return (entry.title, "en") if name != entry.title else (japanese, "ja")

    def own_language(self, text: str) -> Markup:
        """The attribute that says what language the words of a record or page are in; none where it
        is that of the interface. Without a file of words for the site's language they are in
        that."""
        base = self.page_language.partition("-")[0]
        other = words.other_language(text, self.t.language) if base == self.t.language else base
        return Markup(' lang="{}"').format(other) if other else Markup("")

    def written_in(self, docname: str) -> Markup:
        """The same for a written page, without its records."""
        return self.own_language(f"{self.title_of(docname)} {self.text_of(docname)}")

    def list_href(self, kind: str, from_docname: str) -> str:
        """The address of the list of all records of a type; empty where there is none."""
        if not self.has_page(f"{TYPES[kind].folder}/index"):
            return ""
        return self._page_href(f"{TYPES[kind].folder}/index", from_docname)

    def file_href(self, path: str, from_docname: str) -> str:
        """The address of a file that is no page, given by its path from the site's top."""
        return self.up(from_docname) + path

    @property
    def top(self) -> str:
        """The site's top, from the root of its host."""
        return urlsplit(self.baseurl).path or "/"

    def up(self, from_docname: str) -> str:
        """The way from a page to the site's top: empty, or ending in ``/``."""
        if from_docname == "404":
            return self.top
        index = self._page_href("index", from_docname)
        return index[: len(index) - len("index.html")] if index.endswith("index.html") else index

    def changed(self, entry: Entry) -> str:
        """The day the record's page was last changed, as ISO 8601; empty where not known."""
        return self.history.last.get(entry.page.path, "")

    def day_words(self, day: str) -> str:
        """A day given as ISO 8601, in words."""
        return self.t.date(DATE.parse(day))

    @cached_property
    def history(self) -> History:
        return history(self.base.root, self.base.settings.docs)

    def kind(self, model: RecordType, many: bool = False) -> str:
        """A type's name in the language of the site."""
        words = model.plural if many else model.label
        return self.t.own(f"types.{model.name}.{'plural' if many else 'label'}", words)

    def lead(self, model: RecordType) -> str:
        """The sentence above a type's list, in the language of the site."""
        return self.t.own(f"types.{model.name}.lead", model.lead)

    def speak(self, language: str) -> None:
        """Set the language of the site: its words, and the names of its pages."""
        self.t = interface(language)
        self.page_language = language.replace("_", "-")
        self.title = self.base.settings.title or self.t("frame.name")
        self.pages = tuple(map(self._worded, self.pages))

    def _worded(self, page: SitePage) -> SitePage:
        """A page with its words in the language of the site."""
        own, name = self.t.own, f"pages.{page.docname}"
        return replace(
            page,
            title=own(name, page.title),
            name=page.name and own(name, page.name),
            menu=page.menu and own(name, page.menu),
            browse=page.browse and own(f"views.{page.docname}", page.browse),
            description=page.description and own(f"descriptions.{page.docname}", page.description),
        )

    def date(self, entry: Entry) -> tuple[str, str]:
        """The main date of a record: words, and a text that sorts; empty where it has none. That of
        a source is when it was published."""
        for name, value in entry.dates():
            if entry.is_source and name != "published":
                continue
            return self.t.date(value), str(value)
        return "", ""


def _back(name: str, spec: Spec) -> str:
    return spec.back or f"{label(name, spec)} of"


_ELSEWHERE = frozenset(
    "id title reviewed tags gap inferred former_ids distinct_from paragraphs".split()
)


def _back_order() -> list[str]:
    seen: list[str] = []
    for model in TYPES.values():
        for spec in model.specs.values():
            if spec.back and spec.back not in seen:
                seen.append(spec.back)
    return seen
