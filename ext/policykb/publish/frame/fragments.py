"""Jinja2 over the fragments: everything is escaped unless it is markup already."""

from collections.abc import Callable, MutableMapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

from policykb.base.entry import names_of
from policykb.publish.facts import around, figures, originals, readings, status, way_back, words
from policykb.publish.facts.interface import Interface
from policykb.publish.frame import marked_text as marks
from policykb.publish.frame.assets import fragment_dir


class _Context(Context):
    """Calls what a template calls as it is: nothing here asks for the context, and what escapes is
    the same everywhere."""

    def call(self, called: Callable[..., Any], /, *args: Any, **more: Any) -> Any:
        more.pop("_loop_vars", None)
        more.pop("_block_vars", None)
        return called(*args, **more)


class _Code(CodeGenerator):
    """Templates that escape in the way of their environment."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        assert frame.eval_ctx.autoescape
        self.write("environment.escaped(")


class _Environment(Environment):
    code_generator_class = _Code
    context_class = _Context
    _text = staticmethod(lru_cache(1024)(escape))

    def escaped(self, value: Any) -> str:
        """What a template puts out: a text stands at many places of a page, and markup as it is."""
        kind = type(value)
        if kind is str:
            return self._text(value)
        return value if kind is Markup else escape(value)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All there is in one table, which is copied each time a template is filled in."""
        return {**self.globals, **(d or {})}


@cache
def environment(t: Interface) -> Environment:
    """The one environment that all fragments of a language share."""
    made = _Environment(
        loader=FileSystemLoader(fragment_dir),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals["t"], made.globals["count"], made.globals["comma"] = t, t.count, t("list.comma")
    made.globals["colon"], made.globals["space"] = t("list.colon"), t("list.space")
    made.globals["link"] = Markup('<a href="{}">{}</a>').format
    made.globals["code"] = Markup("<code>{}</code>").format
    made.globals["strong"] = Markup("<strong>{}</strong>").format
    made.globals["time"] = Markup('<time datetime="{}">{}</time>').format
    made.globals["figure"] = figures.item
    made.globals["names_of"] = names_of
    made.globals["beside_of"] = around.beside
    made.globals["way_back"] = way_back.address
    made.globals["copy_of"] = originals.href
    made.globals["readings"] = readings.of
    made.globals["status_of"] = status.of
    made.filters["japanese"] = marks.english if t.language == "ja" else marks.japanese
    made.filters["capital"] = words.capital
    made.filters["quoted"] = marks.quoted
    return made


def filled(template: str, **values: Any) -> str:
    """A fragment filled in, in the language of the ``site`` or with the words of ``t``."""
    t = values["t"] if "t" in values else values["site"].t
    return environment(t).get_template(template).render(**values)


def render(template: str, **values: Any) -> Markup:
    """The same for use in another fragment."""
    return Markup(filled(template, **values))
