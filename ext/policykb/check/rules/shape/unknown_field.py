"""An option is no field of any type."""

import unicodedata
from dataclasses import replace

from policykb.check.diagnostics import Diagnostic, Findings, Fix, Severity
from policykb.check.rules.fields import meant_field, own_fields, owners
from policykb.check.rules.rule import Entry, Known, Rule, a, edit, safe
from policykb.markdown.allowed import CONTROL_OPTIONS
from policykb.markdown.page import Option, Place, RawEvidence
from policykb.model import EVIDENCE_OPTIONS


def check(entry: Entry, known: Known) -> Findings:
    """Every option of a record and of its evidence must be declared by the model."""
    for name in entry.unknown:
        if name not in CONTROL_OPTIONS and (name == "title" or not owners(name)):
            yield _finding(entry, entry.raw.options[name])
    for evidence in entry.raw.evidence:
        for name in evidence.values:
            if name not in EVIDENCE_OPTIONS:
                option = evidence.options[name]
                # What it supports is then not known.
                yield replace(_in_evidence(entry, evidence, option), shakes=True)


def _finding(entry: Entry, option: Option) -> Diagnostic:
    name, label = option.name, entry.model.label.lower()
    near = None if name == "title" else meant_field(entry, name)
    if name == "title":
        help = f"write the title on the opening line, after {{{entry.type}}}"
    elif near:
        help = f"did you mean “{near}”?"
    else:
        help = (
            f"{a(label)} has the fields {', '.join(own_fields(entry.model))}; the setting types "
            "adds others"
        )
    return RULE.at(
        Place(entry.page, option.name_at, option.name_at + len(name)),
        f"{entry.name}: “{name}” is not a field",
        record=entry.raw,
        field=name,
        help=help,
        fix=_rename(entry, option, near) if near and near not in entry.raw.values else None,
    )


def _in_evidence(entry: Entry, evidence: RawEvidence, option: Option) -> Diagnostic:
    from policykb.text.similar import nearest_word

    near = nearest_word(unicodedata.normalize("NFKC", option.name), list(EVIDENCE_OPTIONS))
    return RULE.at(
        Place(entry.page, option.name_at, option.name_at + len(option.name)),
        f"{entry.name}: evidence has no option “{option.name}”",
        record=entry.raw,
        field=option.name,
        help=f"did you mean “{near}”?" if near else "evidence has supports, disputes and shows",
        fix=_rename(entry, option, near) if near and near not in evidence.values else None,
    )


def _rename(entry: Entry, option: Option, name: str) -> Fix:
    end = option.name_at + len(option.name)
    return safe(edit(entry.page, option.name_at, end, name))


RULE = Rule("PKB102", "unknown-field", Severity.ERROR, check, requires=("PKB112",))
