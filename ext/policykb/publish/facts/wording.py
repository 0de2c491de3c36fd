"""What records, types, fields, dates and pages are called in the language of the site."""

from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from policykb.base.entry import Entry
from policykb.evidence.quotation import Quotation
from policykb.model import RecordType
from policykb.model.spec import Spec
from policykb.publish.facts import words
from policykb.publish.facts.addresses import Addresses
from policykb.publish.facts.interface import Interface, interface
from policykb.publish.facts.site_page import SitePage
from policykb.publish.facts.words import label
from policykb.text import sentences
from policykb.values.date import DATE


class Wording(Addresses):
    """Words things for readers, in English until told to speak another language."""

    page_language = "en"
    """What pages say that they are in, with or without a file of words for it."""

    @cached_property
    def t(self) -> Interface:
        """The words of the site."""
        return interface("en")

    @cached_property
    def title(self) -> str:
        return self.base.settings.title or self.t("frame.name")

    def speak(self, language: str) -> None:
        """Set the language of the site: its words, and the names of its pages."""
        self.t = interface(language).with_types(self.base.settings.model.types.values(), language)
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

    def name(self, entry: Entry) -> str:
        """What a record is called: in the language of the site where it has such a name."""
        field = f"name_{self.t.language}"
        return (entry.text(field) if field in entry.specs else "") or entry.title

    def order(self, entry: Entry) -> bytes:
        """What records are put in order by: the names that readers see."""
        return self.t.order(self.name(entry))

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

    def lang(self, quote: Quotation) -> Markup:
        """The attribute that says what language a quotation is in; none where it is the page's."""
        source = self.base.by_id.get(quote.source)
        language = (source.text("language") if source else "") or "en"
        around = {self.page_language.partition("-")[0], self.t.language}
        is_same = around == {language.partition("-")[0]}
        return Markup("") if is_same else Markup(' lang="{}"').format(language)

    def written_in(self, docname: str) -> Markup:
        """The same for a written page, without its records."""
        return self.remember(
            f"written in {self.page_language}: {docname}",
            lambda: self.own_language(f"{self.title_of(docname)} {self.text_of(docname)}"),
        )

    def kind(self, model: RecordType, many: bool = False) -> str:
        """A type's name in the language of the site."""
        words = model.plural if many else model.label
        return self.t.own(f"types.{model.name}.{'plural' if many else 'label'}", words)

    def lead(self, model: RecordType) -> str:
        """The sentence above a type's list, in the language of the site."""
        return self.t.own(f"types.{model.name}.lead", model.lead)

    def label(self, entry: Entry, name: str) -> str:
        """A field's name in words; ``text`` is the record's own prose."""
        if name == "text":
            return self.t("record.text")
        return self.field(entry.type, name, entry.specs.get(name))

    def field(self, kind: str, name: str, spec: Spec | None) -> str:
        """The name of a type's field in words."""
        return self.t.word(label(name, spec), kind)

    def summary(self, entry: Entry) -> str:
        """The first sentence of a record's prose, or its type and title."""
        return (
            sentences.first(self.prose(entry))
            or f"{self.kind(entry.model)}{self.t('list.colon')}{self.name(entry)}"
        )

    def place(self, quote: Quotation) -> str:
        """Where a quotation stands in its source: ``p. 3``, or else ``paragraph 5``; empty where
        its words are not found."""
        if quote.pages:
            return self.t.pages(quote.pages)
        return self.t("place.paragraph", n=quote.paragraph) if quote.paragraph else ""

    def day_words(self, day: str) -> str:
        """A day given as ISO 8601, in words."""
        return self.t.date(DATE.parse(day))

    def date(self, entry: Entry) -> tuple[str, str]:
        """The main date of a record: words, and a text that sorts; empty where it has none. That of
        a source is when it was published."""
        for name, value in entry.dates():
            if entry.is_source and name != "published":
                continue
            return self.t.date(value), str(value)
        return "", ""
