"""The model as sphinx-needs is told of it: types, fields and links, all values as text."""

from typing import Any

from sphinx_needs.data import NeedsCoreFields

from policykb.model import TYPES

CORE_FIELDS = frozenset({"id", "title", "status", "tags"})
"""Fields that sphinx-needs has of its own."""

_LITERAL = {"parse_dynamic_functions": False, "parse_variants": False}


def id_pattern() -> str:
    """What every id looks like."""
    return "^(?:" + "|".join(sorted({model.prefix for model in TYPES.values()})) + ")[A-Z0-9_]+$"


def need_types() -> list[dict[str, str]]:
    """``needs_types``, one entry for each record type."""
    return [
        {"directive": name, "title": model.label, "prefix": model.prefix}
        for name, model in TYPES.items()
    ]


def need_fields() -> dict[str, dict[str, Any]]:
    """``needs_fields``: every field of every type, declared as nullable text; and nothing of
    sphinx-needs' own is computed either, which ``needs_parse_dynamic_functions`` leaves alone."""
    fields: dict[str, dict[str, Any]] = {
        name: dict(_LITERAL)
        for name, core in NeedsCoreFields.items()
        if core.get("add_to_field_schema") and core.get("allow_df")
    }
    for model in TYPES.values():
        for name, spec in model.specs.items():
            if not spec.is_link and name not in CORE_FIELDS:
                text = {
                    "description": spec.description,
                    "schema": {"type": "string"},
                    "nullable": True,
                }
                fields[name] = text | _LITERAL
    return fields


def need_links() -> dict[str, dict[str, Any]]:
    """``needs_links``: no conditions are evaluated, and dead links are the checker's to report."""
    links: dict[str, dict[str, Any]] = {"links": _link("Links", "Linked from")}
    for model in TYPES.values():
        for name, spec in model.specs.items():
            if spec.is_link:
                words = spec.label or name.replace("_", " ").capitalize()
                links[name] = _link(words, spec.back or f"{words} of")
    return links


def _link(outgoing: str, incoming: str) -> dict[str, Any]:
    return {
        "outgoing": outgoing,
        "incoming": incoming,
        "allow_dead_links": True,
        "parse_conditions": False,
        "parse_dynamic_functions": False,
        "parse_variants": False,
    }
