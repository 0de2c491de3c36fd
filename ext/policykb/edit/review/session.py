"""The talk with a person: one passage at a time, then the stamp."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policykb.base.entry import Entry
from policykb.check import engine
from policykb.check.context import Context
from policykb.edit.reshape.options import set_option
from policykb.edit.reshape.plan import Plan, Refused
from policykb.edit.review.doubts import Doubt
from policykb.edit.review.passages import passage_lines, passages
from policykb.evidence.grade import grade_record
from policykb.evidence.reviewed import stamp

ASK = "Is it so? y yes, n no, s skip the record, e edit the page, q quit: "


class Quit(Exception):
    """The person ends the session."""


@dataclass
class Talk:
    """How a session speaks: ``ask`` takes a question and gives an answer, ``say`` takes a line,
    ``edit`` opens a file at a line. ``day`` and ``initials`` go into the stamp."""

    root: Path
    ask: Callable[[str], str]
    say: Callable[[str], None]
    edit: Callable[[Path, int], None]
    day: datetime.date
    initials: str = ""
    doubts: Sequence[Doubt] = ()
    stamped: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def session(talk: Talk, ids: Sequence[str]) -> None:
    """Go through records in order. Each is stamped once every passage of it was found right."""
    try:
        for number, ident in enumerate(ids, 1):
            talk.say("")
            talk.say(f"== {number} of {len(ids)} ==")
            _record(talk, ident)
    except (Quit, EOFError):
        talk.say("")


def _record(talk: Talk, ident: str) -> None:
    """Ask about each passage; an edited record is asked about anew."""
    while True:
        base = engine.load(talk.root)
        entry = base.by_id.get(ident)
        if entry is None:
            talk.say(f"{ident} is no longer there")
            return
        answer = _passages(talk, base, entry)
        if answer == "y" and (wrong := _refused(base, entry)):
            talk.say(f"{ident} is not stamped: the check refuses {wrong}; policykb check tells why")
            answer = "n"
        if answer == "y":
            _stamp(talk, base, entry)
        elif answer == "n":
            talk.refused.append(ident)
        if answer != "e":
            return


def _refused(base: Context, entry: Entry) -> str:
    """The fields of which no quotation shows a value, which no person's yes replaces."""
    graded = grade_record(base.evidence, entry)
    return ", ".join(dict.fromkeys(one.fact.field for one in graded if one.grade == "refused"))


def _passages(talk: Talk, base: Context, entry: Entry) -> str:
    """The first answer that is no yes; else yes."""
    for passage in passages(base, entry, talk.doubts):
        for line in passage_lines(base, passage):
            talk.say(line)
        answer = _answer(talk)
        if answer == "q":
            raise Quit
        if answer == "e":
            number = entry.page.line(passage.quote.raw.at) if passage.quote else entry.raw.line
            talk.edit(talk.root / entry.page.path, number)
        if answer != "y":
            return answer
        talk.say("")
    return "y"


def _answer(talk: Talk) -> str:
    while True:
        given = talk.ask(ASK).strip().lower()[:1]
        if given in tuple("ynseq"):
            return given
        talk.say("y, n, s, e or q")


def _stamp(talk: Talk, base: Context, entry: Entry) -> None:
    """Write the day and the key of what the record says; nothing else changes."""
    words = " ".join(filter(None, (talk.day.isoformat(), stamp(base, entry), talk.initials)))
    plan = Plan(base)
    set_option(plan, entry, "reviewed", words)
    try:
        plan.apply()
    except Refused as error:
        talk.say(f"{entry.id} is not stamped: {error}")
        return
    talk.stamped.append(entry.id)
    talk.say(f"{entry.id} is stamped: {words}")
