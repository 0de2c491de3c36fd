"""The knowledge base as pages look at it: facts with their support, links both ways."""

from itertools import zip_longest

from policykb.base.entry import Entry
from policykb.model import TYPES
from policykb.model.spec import SOURCE_DAY, Spec
from policykb.publish.facts import value_words
from policykb.publish.facts.items import MARKED, Back, Fact, Item, open_questions, standing, worst
from policykb.publish.facts.wording import Wording
from policykb.publish.facts.words import label
from policykb.values.date import DATE
from policykb.values.shows import Mapping
from policykb.values.term import Vocabulary


class Site(Wording):
    """Tells what records state; `Wording` what they are called, `Addresses` where they are."""

    def facts(self, entry: Entry) -> list[Fact]:
        """The fields of a record in the order of the model, gaps among them; the title, id, prose
        marks and what chips show are left out. What is said of the record itself comes last."""
        return self.keep(entry, (Fact,), lambda: self._facts(entry))

    def _facts(self, entry: Entry) -> list[Fact]:
        quotes = self.quotations(entry)
        found = []
        for name, spec in entry.specs.items():
            if name in _ELSEWHERE:
                continue
            items = self.items(entry, name)
            gap = entry.gaps.get(name)
            if not items and gap is None:
                continue
            fact = Fact(entry, name, self.field(entry.type, name, spec), items, "editorial")
            fact.support = [one for one in quotes if name in one.supports]
            fact.disputes = [one for one in quotes if name in one.disputes]
            if not items:
                fact.state, fact.why = "gap", gap or ""
            elif name in entry.inferred:
                fact.state, fact.why = "inferred", entry.inferred[name]
            elif entry.needs_support(name):
                graded = self.grades(entry).get(name, [])
                fact.state, fact.standing = "quoted", standing(self.t, graded)
                fact.questions = open_questions(self.t, graded, [one.text for one in items])
            found.append(fact)
        return sorted(found, key=lambda fact: fact.name in _LAST)

    def items(self, entry: Entry, name: str) -> list[Item]:
        """A field's values in words; nothing where the type has no such field, it is absent or
        cannot be read."""
        return self.keep(entry, name, lambda: self._items(entry, name))

    def _items(self, entry: Entry, name: str) -> list[Item]:
        spec = entry.specs.get(name)
        if spec is None:
            return []
        if spec.is_link:
            return [self.link(entry, name, ident) for ident in entry.links.get(name, ())]
        value = entry.value(name)
        if value is None:
            return []
        texts = value_words.of(self.t, entry.type, spec, value)
        grades = [one.grade for one in self.grades(entry).get(name, ())]
        dated = self._dated(entry, name)
        return [
            self._item(text, None, grade, dated, (entry, name))
            for text, grade in zip_longest(texts, grades[: len(texts)], fillvalue="")
        ]

    def link(self, entry: Entry, name: str, ident: str) -> Item:
        """One link of a record with the grade of its fact."""
        found = (one.grade for one in self.grades(entry).get(name, ()) if one.fact.value == ident)
        target = self.base.by_id.get(ident)
        text = self.name(target) if target is not None else ident
        return self._item(text, target, next(found, ""), "", (entry, name))

    def _item(
        self, text: str, entry: Entry | None, grade: str, dated: str, fact: tuple[Entry, str]
    ) -> Item:
        mark = self.t(f"mark.{grade}") if grade in MARKED else ""
        return Item(text, entry, grade, mark, dated, fact)

    def _dated(self, entry: Entry, name: str) -> str:
        """Of when a value is that holds for a time only, by when a source that shows it was
        published (one of 2021 says nothing of today): ``as of 18 February 2021``, or ``undated
        source``; empty where no source shows it, and where it stays true."""
        spec = entry.specs[name]
        if not spec.dated or (
            isinstance(spec.value, Vocabulary) and entry.value(name) in spec.value.lasting
        ):
            return ""
        shown_by = [one for one in self.quotations(entry) if name in one.supports]
        day = None if spec.dated == SOURCE_DAY else entry.value(spec.dated, DATE)
        if day is None and (newest := self.newest(shown_by)) and newest.latest:
            day = newest
        if day is not None:
            return self.t("status.as_of", day=self.t.date(day))
        return self.t("status.undated") if any(self.sources(shown_by)) else ""

    def marked(self, item: Item) -> str:
        """An item with its mark, where there is plain text only."""
        return self.t("mark.within", value=item.text, mark=item.mark) if item.mark else item.text

    def line(self, item: Item) -> str:
        """An item with its date and its mark in one line."""
        parts = (item.text, item.dated, item.mark)
        return self.t("list.comma").join(part for part in parts if part)

    def text(self, entry: Entry, name: str) -> str:
        """A field's values in one line; empty where it is absent or cannot be read."""
        return self.t("list.comma").join(map(self.marked, self.items(entry, name)))

    def sort_of(self, entry: Entry) -> str:
        """What kind a record of its type is; empty where that is one without a name."""
        if entry.value("kind") == "other":
            return ""
        return next((one.text for one in self.items(entry, "kind")), "")

    def value_words(self, entry: Entry, mapping: Mapping) -> str:
        """What words of a quotation stand for, as readers see it."""
        target = self.base.by_id.get(mapping.value or "")
        if target is not None:
            return self.name(target)
        items = self.items(entry, mapping.field)
        if mapping.value is None or len(items) == 1:
            return self.t.listed(item.text for item in items)
        return value_words.written(self.t, entry.type, entry.specs[mapping.field], mapping.value)

    def backs(self, entry: Entry) -> list[Back]:
        """What links to a record, grouped by how its own side of the relation is called."""
        return self.keep(entry, (Back,), lambda: self._backs(entry))

    def _backs(self, entry: Entry) -> list[Back]:
        groups: dict[str, dict[str, Item]] = {}
        for other, name in self.base.incoming.get(entry.id, ()):
            group = groups.setdefault(_back(name, other.specs[name]), {})
            link = self.link_from(other, name, entry)
            group[other.id] = worst(group.get(other.id, link), link)
        order = self.remember("back order", _back_order)
        return [
            Back(
                name,
                self.t.word(name, entry.type),
                tuple(sorted(group.values(), key=lambda one: self.t.order(one.text))),
            )
            for name, group in sorted(groups.items(), key=lambda item: order.get(item[0], 99))
        ]

    def link_from(self, other: Entry, name: str, entry: Entry) -> Item:
        """A link of another record, as the record sees it that it leads to."""
        return self.link(other, name, entry.id)._replace(text=self.name(other), entry=other)

    def back(self, entry: Entry, name: str, spec: Spec) -> str:
        """A field of others that links to a record, in words."""
        return self.t.word(_back(name, spec), entry.type)


def _back(name: str, spec: Spec) -> str:
    return spec.back or f"{label(name, spec)} of"


_ELSEWHERE = frozenset(
    "id title reviewed tags gap inferred former_ids distinct_from paragraphs".split()
)
_LAST = frozenset({"coined"})
"""What is said of the record rather than of its subject."""


def _back_order() -> dict[str, int]:
    backs = (spec.back for model in TYPES.values() for spec in model.specs.values())
    return {name: at for at, name in enumerate(dict.fromkeys(filter(None, backs)))}
