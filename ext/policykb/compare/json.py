"""A difference for other programs."""

import json
from dataclasses import asdict, replace
from typing import Any

from policykb.check.diagnostics import Report
from policykb.compare import words
from policykb.compare.changes import Difference, FieldChange, RecordChange
from policykb.markdown.page import RawEvidence


def render(difference: Difference, report: Report, before: Report) -> str:
    """``{"blocks", "verdict", "summary", "to_read", "stamps", "records", "pages", "settings",
    "diagnostics"}``."""
    known = {item.fingerprint for item in before.diagnostics}
    content = {
        "blocks": report.failed,
        "verdict": words.verdict(report, before),
        "summary": {
            name: difference.count(name) for name in ("added", "removed", "renamed", "changed")
        },
        "to_read": [asdict(item) for item in difference.to_read],
        "stamps": [asdict(item) for item in difference.stamps],
        "records": [_record(item) for item in difference.records],
        "pages": [asdict(item) for item in difference.pages],
        "settings": [asdict(item) for item in difference.settings],
        "diagnostics": [
            {**item.as_dict(), "new": item.fingerprint not in known} for item in report.diagnostics
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _record(item: RecordChange) -> dict[str, Any]:
    quoted = {
        name: [_quotation(one) for one in getattr(item, name)]
        for name in ("quotations_added", "quotations_removed", "reassigned")
    }
    content = asdict(replace(item, quotations_added=[], quotations_removed=[], reassigned=[]))
    content.update(quoted)
    content["text"] = dict(zip(("before", "after"), item.text, strict=True)) if item.text else None
    content["fields"] = [_field(one) for one in item.fields]
    content["says"] = words.record(item)
    return content


def _quotation(one: RawEvidence) -> dict[str, Any]:
    return {
        "source": one.source,
        "quote": one.text,
        "supports": one.supports,
        "disputes": one.disputes,
    }


def _field(change: FieldChange) -> dict[str, Any]:
    if change.many:
        return {"field": change.field, "added": change.added, "removed": change.removed}
    return {
        "field": change.field,
        "before": next(iter(change.before), None),
        "after": next(iter(change.after), None),
    }
