"""A page for each type of record, with columns or with every role that its records hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from policykb.model import SOURCE, TYPES, RecordType
from policykb.publish.facts import resting, tables
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import paging
from policykb.publish.frame.fragments import render

_SCRIPTS = {"scripts": ["list.js"]}


def pages_of_types() -> Iterator[SitePage]:
    """The list of every type, also of those without a record."""
    for kind, model in TYPES.items():
        make = partial(roles if model.roles else records, kind=kind)
        yield SitePage(f"{model.folder}/index", model.plural, make, **_place(model))


def _place(model: RecordType) -> dict[str, Any]:
    """Where the list is linked from, beside the lists of all types."""
    if model.menu:
        folders = [model.folder, *(TYPES[name].folder for name in model.menu.get("with", ()))]
        under = tuple(f"{folder}/" for folder in folders)
        return {"order": model.menu["order"], "menu": model.menu["text"], "under": under}
    return {"order": model.footer, "footer": True} if model.footer else {}


def records(site: Site, kind: str) -> Iterator[GeneratedPage]:
    """The records of a type as a table."""
    model = TYPES[kind]
    columns, rows = tables.columns(site, kind), tables.rows(site, kind)
    for part in paging.split(site, f"{model.folder}/index", rows, lambda row: row.entry.title):
        found = {row.entry.id: resting.of(site, row.entry) for row in part.rows}
        rests = {} if kind == SOURCE or model.editorial else found
        grades = [one.grade for one in rests.values()]
        html = render(
            "list.html",
            site=site,
            here=part.docname,
            kind=kind,
            one=site.kind(model),
            folder=model.folder,
            lead=site.lead(model),
            related=TYPES.get(model.related),
            rests=rests,
            columns=columns,
            part=part,
            fields=paging.fields(*_choices(columns, part.rows), grades),
        )
        yield GeneratedPage(
            part.docname, part.titled(site.kind(model, many=True)), str(html), extra=_SCRIPTS
        )


def _choices(
    columns: Sequence[tables.Column], rows: Sequence[tables.Row]
) -> Iterator[list[tuple[str, ...]]]:
    """The values of each column that is picked from a list."""
    for at, column in enumerate(columns):
        if column.choice:
            cells = (row.cells[at] for row in rows)
            yield [("?",) if one.gap else _texts(one) for one in cells]


def _texts(cell: tables.Cell) -> tuple[str, ...]:
    return tuple(item.text for item in cell.items)


def roles(site: Site, kind: str) -> Iterator[GeneratedPage]:
    """The records of a type, each with every role it holds in others."""
    model, entries = TYPES[kind], site.by_type[kind]
    for part in paging.split(site, f"{model.folder}/index", entries, lambda entry: entry.title):
        rows = [(entry, site.backs(entry), resting.of(site, entry)) for entry in part.rows]
        picked = [
            *([site.text(one, name) for one in part.rows] for name in ("kind", "country")),
            [rest.grade for _, _, rest in rows],
        ]
        html = render(
            "roles.html",
            site=site,
            here=part.docname,
            part=part,
            rows=rows,
            model=model,
            fields=paging.fields(*picked),
            lead=site.lead(model),
        )
        yield GeneratedPage(
            part.docname, part.titled(site.kind(model, many=True)), str(html), extra=_SCRIPTS
        )
