"""A new record's page, written from the model."""

import re
from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap

from policykb.model import TYPES, RecordType, Spec
from policykb.text.latin import latin
from policykb.values.identifier import LONGEST
from policykb.values.names import NAMES
from policykb.values.notes import DISTINCT, NOTES
from policykb.values.tags import TAGS
from policykb.values.text import TEXT

_PLAIN = re.compile(r"[^\s'\"|>#][^\t\n\r]*")
_WIDTH = 96
_LAST = ("gap", "inferred")


def page(
    model: RecordType,
    title: str,
    values: Mapping[str, str],
    quotations: Iterable[tuple[str, str, Sequence[str]]] = (),
    advice: Iterable[str] = (),
) -> str:
    """The page of one record. ``values`` are texts by field, an empty one for a field still to be
    filled in; ``quotations`` are (source, quotation, fields it supports); ``advice`` becomes
    comments."""
    specs = model.specs
    lines = [f"# {title}", "", f"::::{{{model.name}}} {title}"]
    names = sorted(specs, key=lambda name: name in _LAST)
    lines += [f":{name}: {option(values[name])}".rstrip() for name in names if name in values]
    lines += ["", *(line for text in advice for line in _comment(text))]
    for source, quote, supports in quotations:
        lines += ["", evidence(source, quote, supports).rstrip("\n")]
    return "\n".join([*lines, "::::", ""])


def evidence(source: str, quote: str, supports: Sequence[str]) -> str:
    """An evidence block."""
    fence = ":" * max(3, *(len(run) + 1 for run in re.findall(r":{3,}", quote)), 3)
    return f"{fence}{{evidence}} {source}\n:supports: {', '.join(supports)}\n\n{quote}\n{fence}\n"


def option(text: str) -> str:
    """A value as an option is written: in quotation marks where it would be misread."""
    text = " ".join(text.split())
    if not text or (_PLAIN.fullmatch(text) and " #" not in text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _comment(text: str) -> list[str]:
    """Lines that are not shown, as they begin with %."""
    return [f"% {line}" for line in wrap(text, _WIDTH, break_on_hyphens=False)]


def describe(spec: Spec) -> str:
    """A field in one line: its meaning and its form."""
    if spec.is_link:
        accepted = linked(spec)
    elif spec.value in (TEXT, NAMES, NOTES, DISTINCT, TAGS):
        return spec.description
    else:
        accepted = spec.value.accepted
    return f"{spec.description} Write {accepted}{', separated by ,' if spec.many else ''}."


def linked(spec: Spec) -> str:
    """The value of a link in words: “the id of an organization (ORG_…)”."""
    if "any" in spec.targets:
        return "ids of records"
    kinds = [_kind(TYPES[name], spec.many) for name in spec.targets]
    return f"{'ids' if spec.many else 'the id'} of {' or '.join(kinds)}"


def _kind(model: RecordType, many: bool) -> str:
    label = model.label.lower()
    article = "an" if label[0] in "aeiou" else "a"
    return f"{model.plural.lower() if many else f'{article} {label}'} ({model.prefix}…)"


LONG = 48
"""Letters of an id that is made of a title, if its first word is not longer."""
_WEAK = frozenset("a an and at by for from in of on the to with".split())
"""Words that no id made of a title ends with."""


def free_id(model: RecordType, title: str, taken: Iterable[str]) -> str | None:
    """An id made of the whole words of a title that no record has; None where the title has
    letters that cannot be written in Latin ones without a guess."""
    plain = latin(re.sub("['’]", "", title))
    words = re.sub("[^a-z0-9]+", " ", plain or "").split()
    while len(words) > 1 and len("_".join(words)) > LONG:
        del words[-1]
        while len(words) > 1 and words[-1] in _WEAK:
            del words[-1]
    if not words:
        return None
    taken = set(taken)
    wanted = model.prefix + "_".join(words).upper()[: LONGEST - len(model.prefix) - 4]
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}_{number}", number + 1
    return found
