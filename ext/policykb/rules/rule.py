"""The old place of `policykb.check.rules.rule`. New code imports `policykb.api`."""

from policykb.check.rules.rule import Rule, edit, safe, unsafe

__all__ = ["Rule", "edit", "safe", "unsafe"]
