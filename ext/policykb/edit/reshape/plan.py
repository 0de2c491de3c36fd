"""Changes of several pages as one: looked at before, written whole or not at all."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from policykb.base.ground import real
from policykb.check import engine
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic, Edit, Report, Severity
from policykb.check.rules.rule import edit
from policykb.edit import store
from policykb.edit.patch import patch
from policykb.edit.written import Files
from policykb.markdown.page import Page


class Refused(engine.LoadError):
    """What is asked for cannot be done; the message says why, and what to do instead."""


@dataclass
class Plan:
    """Edits of pages, pages that go, and pages that move, with a line on each step for a person."""

    base: Context
    said: list[str] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    moved: dict[str, str] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    """Pages with words that no page has afterwards."""
    back: str = ""
    """The command that undoes it without git, where there is one."""
    _marks: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)

    def put(self, page: Page, start: int, end: int, text: str) -> None:
        """Put a text in the place of ``[start, end)`` of a page; what was put within is dropped,
        what lies within another is not put."""
        marks = self._marks.setdefault(page.path, [])
        is_point = start == end
        for low, high, _ in marks:
            if low + is_point <= start and end <= high - is_point and low < high:
                return
        marks[:] = [one for one in marks if not (start <= one[0] and one[1] <= end and start < end)]
        marks.append((start, end, text))

    @property
    def edits(self) -> list[Edit]:
        """Every edit of a page that stays."""
        pages = self.base.page_at
        return [
            edit(pages[path], *mark)
            for path, marks in self._marks.items()
            if path not in self.gone
            for mark in sorted(marks)
        ]

    def written(self) -> dict[str, bytes]:
        """The new bytes of each page that is edited. Raises `Refused` for one that changed."""
        files, found = Files(self.base), dict[str, list[Edit]]()
        for one in self.edits:
            found.setdefault(one.path, []).append(one)
        try:
            return {path: files[path].edited(edits) for path, edits in found.items()}
        except KeyError as error:
            raise Refused(f"{error.args[0]} changed meanwhile; run the command again") from None

    def touched(self) -> set[str]:
        """Every page that changes, goes or moves."""
        return {*(one.path for one in self.edits), *self.gone, *self.moved}

    def after(self) -> Context:
        """The base as it would be."""
        base, written = self.base, self.written()
        pages = []
        for page in base.pages:
            if page.path in self.gone:
                continue
            path = self.moved.get(page.path, page.path)
            same = path == page.path and path not in written
            data = written.get(page.path, page.text.encode("utf-8", "surrogatepass"))
            pages.append(page if same else engine.page_of(path, data, base.conf.grammar))
        changed = base.with_pages(pages)
        files = {self.moved.get(path, path) for path in base.ground.files - self.gone}
        changed.ground = replace(
            base.ground, files=files, pages=[page.path for page in changed.pages]
        )
        return changed

    def harm(self, before: Report) -> list[Diagnostic]:
        """The errors and warnings that it would bring."""
        old = [one for one in before.diagnostics if one.severity is not Severity.NOTE]
        new = [one for one in engine.run(self.after()).diagnostics if one.severity < Severity.NOTE]
        more = Counter(one.code for one in new) - Counter(one.code for one in old)
        known = {one.fingerprint for one in old}
        return [one for one in new if one.code in more and one.fingerprint not in known]

    def diff(self) -> Iterator[str]:
        written = self.written()
        for path in sorted({*written, *self.gone, *self.moved}):
            old = self.base.page_at[path].text
            new = written[path].decode("utf-8") if path in written else old
            target = self.moved.get(path, path)
            names = f"a/{path}", "/dev/null" if path in self.gone else f"b/{target}"
            if target != path:
                yield f"rename from {path}\nrename to {target}\n"
            after = "" if path in self.gone else new.replace("\r\n", "\n")
            yield from patch(old, after, *names)

    def apply(self) -> None:
        """Write everything; where that fails midway, every file is put back as it was."""
        root, written = self.base.root, self.written()
        for path, target in self.moved.items():
            if (root / target).exists():
                raise Refused(f"{path} cannot go to {target}, where another page is")
        before = {
            path: real(root, path).read_bytes() for path in {*written, *self.gone, *self.moved}
        }
        try:
            self._write(root, written)
        except OSError:
            self._restore(root, before)
            raise

    def _write(self, root: Path, written: dict[str, bytes]) -> None:
        for path, data in written.items():
            store.replace(real(root, path), data)
        for path, target in self.moved.items():
            real(root, path).rename(real(root, target))
        for path in self.gone:
            real(root, path).unlink()

    def _restore(self, root: Path, before: dict[str, bytes]) -> None:
        for target in self.moved.values():
            with suppress(OSError):
                real(root, target).unlink()
        for path, data in before.items():
            with suppress(OSError):
                store.replace(real(root, path), data)
