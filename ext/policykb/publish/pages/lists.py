"""A page for each type of record: a table that sorts and filters."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from policykb.model import TYPES, RecordType
from policykb.publish.facts import tables
from policykb.publish.facts.site import Site
from policykb.publish.facts.site_page import GeneratedPage, SitePage
from policykb.publish.frame import made, paging
from policykb.publish.frame.fragments import render


def pages_of_types() -> Iterator[SitePage]:
    """The list of every type, also of those without a record."""
    for kind, model in TYPES.items():
        pages, kept = partial(records, kind=kind), partial(files, kind=kind)
        yield SitePage(_docname(model), model.plural, pages, files=kept, **_place(model))


def _place(model: RecordType) -> dict[str, Any]:
    """Where the list is linked from, beside the lists of all types."""
    if model.menu:
        folders = [model.folder, *(TYPES[name].folder for name in model.menu.get("with", ()))]
        under = tuple(f"{folder}/" for folder in folders)
        return {"order": model.menu["order"], "menu": model.menu["text"], "under": under}
    return {"order": model.footer, "footer": True} if model.footer else {}


def records(site: Site, kind: str) -> Iterator[GeneratedPage]:
    """The records of a type as a table, with the roles of each where the type's file says so."""
    model, (columns, rows) = TYPES[kind], _table(site, kind)
    title, values = site.kind(model, many=True), {"model": model, "columns": columns}
    values |= {"lead": site.lead(model), "related": TYPES.get(model.related)}
    return made.table(site, _docname(model), title, "list.html", rows, **values)


def _table(site: Site, kind: str) -> tuple[list[tables.Column], list[paging.Listed]]:
    def made() -> tuple[list[tables.Column], list[paging.Listed]]:
        columns, rows = tables.table(site, kind)
        labels = tuple(column.label for column in columns)
        cells = (
            site.keep(row.entry, (kind, labels), partial(_row, site, row, columns)) for row in rows
        )
        names = (site.name(row.entry) for row in rows)
        return columns, list(map(paging.Listed, names, cells))

    return site.remember(f"rows {kind}", made)


def _row(site: Site, row: tables.Row, columns: list[tables.Column]) -> Markup:
    model = row.entry.model
    backs = site.backs(row.entry) if model.roles else None
    here = _docname(model)
    return render("list-row.html", site=site, here=here, row=row, columns=columns, backs=backs)


def files(site: Site, kind: str) -> Iterator[tuple[str, bytes]]:
    """All rows of a long list."""
    return paging.index(_docname(TYPES[kind]), _table(site, kind)[1])


def _docname(model: RecordType) -> str:
    return f"{model.folder}/index"
