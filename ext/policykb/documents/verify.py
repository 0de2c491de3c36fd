"""Take the texts of sources from their originals again, and compare; find lost quotations anew."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from policykb.base import git
from policykb.base.entry import Entry
from policykb.base.ground import real
from policykb.check.context import Context
from policykb.documents.child import extract
from policykb.documents.extracted import Extracted, Refused, Wish
from policykb.documents.nearest import nearest
from policykb.evidence.document.find import Match, find
from policykb.evidence.document.source import Source, in_base
from policykb.evidence.quotation import Quotation

_COMMITS = 50
"""Commits of a file in which the text that a record pins is looked for."""


@dataclass(slots=True)
class Verdict:
    """What became of a source. ``text`` is that of its original where it differs from the file,
    else empty; ``lost`` are the quotations that do not stand in the text as it would be, each with
    the passage that is nearest, or nothing."""

    entry: Entry
    taken: Extracted | None = None
    text: str = ""
    lost: list[tuple[Quotation, str]] = field(default_factory=list)
    doubtful: list[Quotation] = field(default_factory=list)

    @property
    def is_other_reader(self) -> bool:
        """Whether another version took the text, which explains a difference."""
        return self.taken is not None and self.taken.extractor != self.entry.text("extractor")


def verify(base: Context, entry: Entry) -> Verdict:
    """Take a source's text again. Raises `Refused` where its original cannot be read."""
    found = Verdict(entry)
    separator = entry.text("paragraphs") or "blank-line"
    now = in_base(base, entry.text("file"), separator)
    wanted = now
    if original := entry.text("original"):
        found.taken = _taken(base, entry, original)
        wanted = Source.of_text(found.taken.text, separator)
        if wanted.text.split() != now.text.split():
            found.text = found.taken.text
    quotes = base.evidence.quoting(entry.id)
    lost = [one for one in quotes if not isinstance(find(wanted, one.raw.quote), Match)]
    before = _pinned(base, entry, now) if lost else None
    found.lost = [(one, nearest(wanted, one.raw.quote, before) or "") for one in lost]
    if found.taken:
        doubts = "\n".join(found.taken.doubtful)
        found.doubtful = [one for one in quotes if one.raw.quote[:60] in doubts]
    return found


def _pinned(base: Context, entry: Entry, now: Source) -> Source | None:
    """The text that the record pins: the file, or what git has kept of it."""
    pin = entry.text("sha256")
    if now.sha256 == pin:
        return now
    path = f"{base.settings.seeds}/{entry.text('file')}"
    commits = git.ask(base.root, "rev-list", f"-{_COMMITS}", "HEAD", "--", path) or b""
    for commit in commits.decode("ascii").split():
        data = git.ask(base.root, "show", f"{commit}:./{path}") or b""
        if sha256(data).hexdigest() == pin:
            return Source.of_text(data.decode("utf-8", "replace"), now.separator)
    return None


def _taken(base: Context, entry: Entry, original: str) -> Extracted:
    """The text of the original; with the lines that recur, or of the whole page, where that is
    what the file has."""
    path = _place(base, original)
    text = in_base(base, entry.text("file")).text.split()
    usual = extract(path)
    if usual.text.split() != text:
        others = (extract(path, wish) for wish in (Wish(keep_heads=True), Wish(whole=True)))
        return next((one for one in others if one.text.split() == text), usual)
    return usual


def _place(base: Context, original: str) -> Path:
    """The file of an original, through no link and nowhere but among the sources."""
    path = f"{base.settings.seeds.rstrip('/')}/{original}"
    try:
        place = real(base.root, path)
        place.lstat()
        return place
    except (OSError, ValueError) as error:
        raise Refused(f"{path}: {getattr(error, 'strerror', error)}") from None
