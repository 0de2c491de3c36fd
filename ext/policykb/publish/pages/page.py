"""A page that is made of the whole base rather than written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class GeneratedPage:
    """One page for Sphinx's ``html-collect-pages``: ``template`` is found in
    `policykb.publish.frame.assets.template_dir` and takes ``context`` with ``title`` and
    ``body``."""

    docname: str
    title: str
    html: str
    template: str = "generated.html"
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def context(self) -> dict[str, Any]:
        """What the template is given."""
        return {"title": self.title, "body": self.html, **self.extra}
