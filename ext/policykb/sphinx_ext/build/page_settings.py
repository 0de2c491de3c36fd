"""The settings of pages, made once: docutils makes them anew for each page, of two hundred options
and its configuration files, which takes as long as reading a short page."""

from typing import Any

from docutils.frontend import Values
from docutils.utils import DependencyList
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import docutils

_MAKE = docutils._get_settings


class _Kept:
    """Settings as `sphinx.util.docutils` makes them; those asked for again are copied."""

    def __init__(self) -> None:
        self.asked: object = None
        self.made: Values | None = None

    def __call__(self, *components: Any, defaults: dict[str, Any], **more: Any) -> Values:
        kinds = [one if isinstance(one, type) else type(one) for one in components]
        asked = kinds, dict(defaults), more
        if self.made is None or self.asked != asked:
            self.asked, self.made = asked, _MAKE(*components, defaults=defaults, **more)
        values = self.made.copy()
        for name, value in vars(values).items():
            if isinstance(value, list):
                setattr(values, name, list(value))
            elif isinstance(value, DependencyList):
                setattr(values, name, DependencyList())
        return values


def begin(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Keep settings while pages are read."""
    docutils._get_settings = _Kept()  # type: ignore[assignment]


def finish(app: Sphinx, *_: object) -> None:
    """Make them as ever."""
    docutils._get_settings = _MAKE


def setup(app: Sphinx) -> None:
    """From the first page that is read to the last, or to where the build ends."""
    app.connect("env-before-read-docs", begin)
    app.connect("env-updated", finish)
    app.connect("build-finished", finish)
