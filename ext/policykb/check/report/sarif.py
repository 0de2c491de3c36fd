"""Findings as SARIF 2.1.0, which code-scanning services read."""

import json
from typing import Any
from urllib.parse import quote

from policykb.base.index import Base
from policykb.check.diagnostics import Diagnostic, Edit, Fix, Report, Severity
from policykb.check.rules.catalog import all_rules
from policykb.version import __version__

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
ROOT = "ROOT"
"""The name that stands for the base's folder, which readers set for themselves."""


def render(report: Report, base: Base) -> str:
    """One run with all rules and findings. Columns are code points; paths are relative."""
    rules = all_rules(base.settings)
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    described = [
        {
            "id": rule.code,
            "name": "".join(word.capitalize() for word in rule.name.split("-")),
            "shortDescription": {"text": rule.name.replace("-", " ")},
            "defaultConfiguration": {"level": LEVELS[rule.severity]},
        }
        for rule in rules
    ]
    driver = {"name": "policykb", "version": __version__, "rules": described}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "the knowledge base's folder"}}},
        "results": [result(item, numbers) for item in report.diagnostics],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def result(item: Diagnostic, numbers: dict[str, int]) -> dict[str, Any]:
    """One finding; ``numbers`` are the rules' places in the run's list."""
    found: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": numbers[item.code],
        "level": LEVELS[item.severity],
        "message": {"text": item.with_help},
        "locations": [
            {
                "physicalLocation": place(item.path, region(item)),
                "logicalLocations": [{"name": item.record or item.path, "kind": "object"}],
            }
        ],
        "partialFingerprints": {"policykb/v1": item.fingerprint},
    }
    if item.related:
        found["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": place(
                    other.path, {"startLine": other.line, "startColumn": other.col}
                ),
                "message": {"text": other.message},
            }
            for number, other in enumerate(item.related)
        ]
    if item.fix:
        found["fixes"] = [fix(item.fix)]
    return found


def region(item: Diagnostic | Edit) -> dict[str, int]:
    """SARIF's region; its end column, too, is that after the last character."""
    return {
        "startLine": item.line,
        "startColumn": item.col,
        "endLine": item.end_line,
        "endColumn": item.end_col,
    }


def place(path: str, where: dict[str, int]) -> dict[str, Any]:
    """A place in a file of the base."""
    return {"artifactLocation": {"uri": uri(path), "uriBaseId": ROOT}, "region": where}


def uri(path: str) -> str:
    """A path as a relative address; bytes of its name that are not UTF-8 come through as they
    are."""
    return quote(path.encode("utf-8", "surrogateescape"))


def fix(fix: Fix) -> dict[str, Any]:
    """A fix, its edits grouped by file."""
    by_path: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.path, []).append(
            {"deletedRegion": region(edit), "insertedContent": {"text": edit.text}}
        )
    return {
        "description": {"text": f"{fix.applicability} fix"},
        "artifactChanges": [
            {"artifactLocation": {"uri": uri(path), "uriBaseId": ROOT}, "replacements": edits}
            for path, edits in by_path.items()
        ],
    }
