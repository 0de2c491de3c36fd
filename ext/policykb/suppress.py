"""Which findings are shown: settings choose rules and weights."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policykb.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from policykb.kb import Base


def apply(base: Base, found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings that the settings let through, with the severities they set."""
    settings = base.settings
    select, ignore = tuple(settings.select), tuple(settings.ignore)
    if select:
        found = [item for item in found if item.code.startswith(select)]
    if ignore:
        found = [item for item in found if not item.code.startswith(ignore)]
    if settings.severity:
        found = [
            replace(item, severity=Severity[settings.severity[item.code].upper()])
            if item.code in settings.severity
            else item
            for item in found
        ]
    return found
