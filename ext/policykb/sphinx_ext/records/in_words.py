"""A record without HTML: its facts, prose and quotations as docutils' own nodes, for plain text and
for whatever looks for links."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx

from policykb.base.entry import Entry
from policykb.evidence.quotation import Quotation
from policykb.publish.facts.items import Fact, Item
from policykb.publish.facts.site import Site
from policykb.sphinx_ext.records.reference import link
from policykb.sphinx_ext.shared import state


def article(
    app: Sphinx, docname: str, entry: Entry, prose: list[nodes.Node]
) -> Iterator[nodes.Node]:
    """A record, with its prose, as it stands on a page."""
    site = state.site_of(app)
    if site.shares_page(entry):
        yield nodes.paragraph("", "", nodes.strong("", entry.title))
    yield from prose
    fields = nodes.field_list(
        "", _field(site.t("search.type"), nodes.Text(site.kind(entry.model))), ids=[entry.id]
    )
    for fact in site.facts(entry):
        fields += _field(fact.label, *_fact(app, docname, fact))
    for back in site.backs(entry):
        fields += _field(back.label, *_separated(_back(app, docname, one) for one in back.items))
    yield fields
    quotations = site.quotations(entry)
    if quotations:
        yield nodes.rubric("", site.t("record.evidence"))
    for quote in quotations:
        yield _quotation(app, docname, site, quote)


def _field(name: str, *words: nodes.Node) -> nodes.field:
    body = nodes.field_body("", nodes.paragraph("", "", *words))
    return nodes.field("", nodes.field_name("", name), body)


def _fact(app: Sphinx, docname: str, fact: Fact) -> Iterator[nodes.Node]:
    t = state.site_of(app).t
    if fact.state == "gap":
        yield nodes.Text(t("plain.gap", why=fact.why))
        return
    yield from _separated(_item(app, docname, fact, one) for one in fact.items)
    if fact.state == "inferred":
        yield nodes.Text(t("plain.inferred", why=fact.why))
    if fact.disputes:
        yield nodes.Text(t("plain.disputed"))
    if fact.questions:
        questions = t("list.semicolon").join(fact.questions)
        yield nodes.Text(t("plain.to_read", why=questions))


def _item(app: Sphinx, docname: str, fact: Fact, item: Item) -> nodes.Node:
    if item.entry is not None:
        return link(app, docname, item.entry, item.text)
    if fact.name == "url":
        return nodes.reference("", item.text, refuri=item.text)
    comma = state.site_of(app).t("list.comma")
    return nodes.Text(comma.join(part for part in (item.text, item.dated) if part))


def _back(app: Sphinx, docname: str, item: Item) -> nodes.Node:
    """A record that links here, with the mark of its link."""
    words = link(app, docname, item.entry, item.text) if item.entry else nodes.Text(item.text)
    return nodes.inline("", "", words, nodes.Text(f" ({item.mark})" if item.mark else ""))


def _separated(items: Iterator[nodes.Node]) -> Iterator[nodes.Node]:
    for number, item in enumerate(items):
        if number:
            yield nodes.Text("; ")
        yield item


def _quotation(app: Sphinx, docname: str, site: Site, quote: Quotation) -> nodes.Node:
    words = nodes.paragraph("", site.t("quotation.quoted", words=quote.text))
    source = site.entry(quote.source)
    place: list[nodes.Node] = [nodes.Text(quote.source)]
    if source is not None:
        place = [link(app, docname, source, source.text("headline") or source.title)]
    if source is not None and source.text("publisher"):
        place.append(nodes.Text(f", {source.text('publisher')}"))
    if source is not None and source.value("published"):
        place.append(nodes.Text(f", {site.date(source)[0]}"))
    if site.place(quote):
        place.append(nodes.Text(f", {site.place(quote)}"))
    for what, names in (("backs", quote.supports), ("disputes", quote.disputes)):
        if names:
            said = site.t.listed(site.label(quote.entry, name) for name in names)
            place.append(nodes.Text(site.t(f"plain.{what}", fields=said)))
    return nodes.block_quote("", words, nodes.attribution("", "", *place))
