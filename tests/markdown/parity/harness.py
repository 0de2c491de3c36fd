"""One page through both readers: ours, and MyST with sphinx-needs in one long-lived application."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import patch_docutils, sphinx_domains
from sphinx_needs.data import SphinxNeedsData

from policykb.base.entry import Entry
from policykb.markdown.allowed import DIRECTIVES
from policykb.markdown.page import Page
from policykb.markdown.reader import read_page
from policykb.model import TYPES
from policykb.sphinx_ext.build.needs_config import id_pattern
from policykb.sphinx_ext.build.two_readers import of_entry, of_need
from policykb.sphinx_ext.shared import state
from policykb.sphinx_ext.shared.notes import Seen

TYPE_NAMES = frozenset(TYPES)


@dataclass
class Ours:
    """Our reading: records in good order; lines of faults, lines and ids of refused records."""

    good: list[Seen] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    page: Page | None = None


class Stock:
    """MyST and sphinx-needs, configured by the plugin as in any build."""

    def __init__(self, folder: Path) -> None:
        (folder / "docs").mkdir(parents=True)
        (folder / "seeds").mkdir()
        (folder / "docs/index.md").write_text("# Index\n", encoding="utf-8")
        self.page = folder / "docs/page.md"
        self.page.write_text("# Page\n", encoding="utf-8")
        self.warnings = io.StringIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.app = Sphinx(
                folder / "docs",
                None,
                folder / "out",
                folder / "doctrees",
                "needs",
                {"extensions": ["myst_parser", "sphinx_needs", "policykb"]},
                status=None,
                warning=self.warnings,
            )
            self.app.build()

    def read(self, data: bytes) -> list[Seen]:
        """The needs that a page of these bytes makes."""
        env = self.app.env
        self.page.write_bytes(data)
        # Sphinx is handed the text that was checked, not what the file holds by now.
        state.of(self.app).pages["page"] = _page(data)
        # A build ends with the needs made final; reading starts from none.
        env._needs_all_needs = {}  # type: ignore[attr-defined]
        env._needs_is_post_processed = False  # type: ignore[attr-defined]
        env.clear_doc("page")
        with warnings.catch_warnings(), patch_docutils(), sphinx_domains(env):
            warnings.simplefilter("ignore")
            self.app.builder.read_doc("page", _cache=False)
        needs = SphinxNeedsData(env).get_needs_mutable()
        return [of_need(need) for need in needs.values()]


def _page(data: bytes) -> Page:
    return read_page("docs/page.md", data.decode("utf-8"), TYPE_NAMES)


def ours(data: bytes) -> Ours:
    """Our reading of the same bytes, brought to the form in which sphinx-needs keeps it."""
    page = _page(data)
    found = Ours(page=page)
    faulty = {id(fault.record) for fault in page.faults if fault.record is not None}
    at_fault = {page.line(fault.start) for fault in page.faults}
    for block in page.blocks:
        if block.name not in DIRECTIVES:
            first, last = page.line(block.start), page.line(max(block.stop - 1, 0))
            at_fault.update(range(first, last + 1))
    seen: set[str] = set()
    for raw in page.records:
        entry = Entry(raw)
        line = raw.line
        misread = raw.void or raw.parent or raw.block.where or id(raw) in faulty
        bad_id = entry.id in seen or not re.match(id_pattern(), entry.id)
        if misread or bad_id or line in at_fault:
            found.refused.add(line)
            found.ids.add(entry.id)
        else:
            found.good.append(of_entry(entry))
        seen.add(entry.id)
    found.refused |= at_fault
    return found


def disagreement(stock: Stock, data: bytes) -> str:
    """What the two readers see differently; empty where they agree.

    Every record that we hold to be in order must be the same need; every other need must be a
    record that we refuse, by its line or (MyST may count a line less within blocks that begin with
    a fence) its id, or stand where a fault is reported.
    """
    mine, theirs = ours(data), stock.read(data)
    good = {one.id: one for one in mine.good}
    parts = []
    for one in theirs:
        if one.id in good:
            if good[one.id] != one:
                parts.append(f"ours   {good[one.id]}\ntheirs {one}")
        elif one.line not in mine.refused and one.id not in mine.ids:
            parts.append(f"only theirs {one}")
    known = {one.id for one in theirs}
    parts += [f"only ours {one}" for ident, one in good.items() if ident not in known]
    return "\n".join(parts)
