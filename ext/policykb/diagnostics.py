"""The old place of `policykb.check.diagnostics`. New code imports `policykb.api`."""

from policykb.check.diagnostics import Diagnostic, Edit, Fix, Related, Report, Severity

__all__ = ["Diagnostic", "Edit", "Fix", "Related", "Report", "Severity"]
