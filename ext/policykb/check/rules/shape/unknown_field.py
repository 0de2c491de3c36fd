"""An option is no field of any type."""

import unicodedata
from collections.abc import Container
from dataclasses import replace

from policykb.check.diagnostics import Diagnostic, Findings, Fix, Severity
from policykb.check.rules.fields import meant_field, meant_help, owners
from policykb.check.rules.rule import Entry, did_you_mean, finds, name_span, rewrite
from policykb.markdown.allowed import CONTROL_OPTIONS
from policykb.markdown.page import Option, RawEvidence
from policykb.model import EVIDENCE_OPTIONS


@finds("PKB102", Severity.ERROR, requires=("PKB112",))
def rule(entry: Entry) -> Findings:
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
    name, near = option.name, None
    if name == "title":
        help = f"write the title on the opening line, after {{{entry.type}}}"
    else:
        near = meant_field(entry, name)
        help = meant_help(entry, name, near, "; the setting types adds others")
    return rule.on_name(
        entry.page,
        option,
        f"{entry.name}: “{name}” is not a field",
        record=entry.raw,
        field=name,
        help=help,
        fix=_rename(entry, option, near, entry.raw.values),
    )


def _in_evidence(entry: Entry, evidence: RawEvidence, option: Option) -> Diagnostic:
    from policykb.text.similar import nearest_word

    near = nearest_word(unicodedata.normalize("NFKC", option.name), list(EVIDENCE_OPTIONS))
    return rule.on_name(
        entry.page,
        option,
        f"{entry.name}: evidence has no option “{option.name}”",
        record=entry.raw,
        field=option.name,
        help=did_you_mean(near and f"“{near}”", "evidence has supports, disputes and shows"),
        fix=_rename(entry, option, near, evidence.values),
    )


def _rename(entry: Entry, option: Option, near: str | None, taken: Container[str]) -> Fix | None:
    return rewrite(entry.page, name_span(option), None if near in taken else near, sure=True)
