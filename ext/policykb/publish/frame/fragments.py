"""Jinja2 over the fragments: everything is escaped unless it is markup already."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from policykb.evidence.document.page_breaks import page_words
from policykb.publish.facts import readings, status, way_back, words
from policykb.publish.frame import marked_text as marks
from policykb.publish.frame.assets import fragment_dir
from policykb.text.counted import counted


@cache
def environment() -> Environment:
    """The one environment all fragments share."""
    made = Environment(
        loader=FileSystemLoader(fragment_dir),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters["sentence"] = words.sentence
    made.filters["shorten"] = words.shorten
    made.globals["count"] = counted
    made.globals["way_back"] = way_back.address
    made.globals["readings"] = readings.of
    made.globals["status_of"] = status.of
    made.filters["japanese"] = marks.japanese
    made.filters["page_words"] = page_words
    made.filters["quoted"] = marks.quoted
    return made


def render(template: str, **values: Any) -> Markup:
    """A fragment filled in."""
    return Markup(environment().get_template(template).render(**values))
