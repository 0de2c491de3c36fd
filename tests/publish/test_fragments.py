"""Fragments escape as Jinja does."""

import re

from jinja2 import Environment, StrictUndefined
from jinja2.compiler import generate
from markupsafe import Markup

from policykb.publish.facts.interface import interface
from policykb.publish.frame.fragments import environment

TEMPLATE = """\
{% macro twice(x) %}{{ x }}{{ caller() }}{{ x }}{% endmacro %}
{% set kept %}{{ text }}{% endset %}
{% for one in all %}{% call twice(one) %}{{ kept ~ one }}{% endcall %}{{ one|lower }}{% endfor %}
"""


class Made:
    """What says itself how it stands in HTML."""

    def __html__(self) -> str:
        return "<hr>"


class Text(str):
    """A text that escapes like any other."""

    __slots__ = ()


def test_texts_are_escaped_and_markup_is_not_also_where_they_are_equal() -> None:
    same = "<b>'\"&"
    every = [same, Markup(same), same, Text(same), Made(), 7, 1.5, None, True, 1]
    ours = environment(interface("en"))
    plain = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    found = ours.from_string(TEMPLATE).render(all=every, text=same)
    assert found == plain.from_string(TEMPLATE).render(all=every, text=same)
    assert found.count("&lt;b&gt;") > found.count("<b>") > 0


def test_what_stands_at_many_places_is_escaped_once() -> None:
    ours = environment(interface("en"))
    code = generate(ours.parse("{{ one }}"), ours, None, None)
    assert re.findall(r"(\S+escaped)\(", code or "") == ["environment.escaped"]
    assert ours.escaped("<once>") is ours.escaped("<once>")  # type: ignore[attr-defined]
