"""What other packages may import: to read and check a base, and to write rules of their own.

These names keep their place and meaning within a major version. Other modules may move.
"""

from policykb.base.entry import Entry
from policykb.base.settings import Settings, SettingsError
from policykb.check.context import Context as Base
from policykb.check.diagnostics import Diagnostic, Edit, Fix, Related, Report, Severity
from policykb.check.engine import LoadError, check, load
from policykb.check.known import Known
from policykb.check.places import Labels
from policykb.check.rules.rule import Rule, edit, safe, unsafe
from policykb.check.views import Links, Quotes
from policykb.markdown.page import Page, Place

__all__ = [
    "Base",
    "Diagnostic",
    "Edit",
    "Entry",
    "Fix",
    "Known",
    "Labels",
    "Links",
    "LoadError",
    "Page",
    "Place",
    "Quotes",
    "Related",
    "Report",
    "Rule",
    "Settings",
    "SettingsError",
    "Severity",
    "check",
    "edit",
    "load",
    "safe",
    "unsafe",
]
