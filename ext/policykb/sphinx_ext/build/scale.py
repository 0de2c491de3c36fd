"""What would be done again for each of thousands of pages: settings made, needs looked through,
garbage looked for.

docutils makes its settings anew for each page, of two hundred options and its configuration files,
which takes as long as reading a short page. sphinx-needs looks through all needs for every page
that is read, which for a whole base grows with its square. And millions of objects of pages stay,
which Python looks through again and again.
"""

import atexit
import gc
from typing import Any

from docutils import nodes
from docutils.frontend import Values
from docutils.utils import DependencyList
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import docutils
from sphinx_needs.data import SphinxNeedsData
from sphinx_needs.directives.need import purge_needs

from policykb.sphinx_ext.shared import state

THRESHOLD = (200_000, 1000, 1000)
"""Objects made before a collection of those that are new, which so many make the old ones looked
through too that none does; a tenth of a large site's time goes into collections with Python's own
numbers."""
PAGES = 200
"""Pages written between two collections of what is new: objects of freed pages are counted off, so
that the number above would never be reached."""

_BEFORE: list[tuple[int, int, int]] = []
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


def begin(app: Sphinx) -> None:
    """Collect rarely from the first page to the last file."""
    _BEFORE.append(gc.get_threshold())
    gc.set_threshold(*THRESHOLD)


def free(
    app: Sphinx, name: str, template: str, values: Any, doctree: nodes.document | None
) -> None:
    """Free the page that was written before this one. Its nodes refer to each other: until the next
    collection they would stay, which are so rare that all pages of a site would. In another
    project's site they stay, since its extensions may keep them."""
    known = state.of(app)
    if known.is_guest:
        return
    before, known.written = known.written, doctree
    for node in [] if before is None else list(before.findall()):
        vars(node).clear()
    known.freed += 1
    if known.freed % PAGES == 0:
        gc.collect(0)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Collect as before. What is there now counts as old, since the next collection would look
    through all of it; so would Python when it ends, several times, to free what ends with it."""
    if _BEFORE:
        gc.freeze()
        gc.unfreeze()
        gc.set_threshold(*_BEFORE.pop())
        atexit.unregister(gc.freeze)
        atexit.register(gc.freeze)


def before_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Drop the needs of all pages about to be read in one pass; keep settings from then on."""
    docutils._get_settings = _Kept()  # type: ignore[assignment]
    data = SphinxNeedsData(env)
    gone = set(docnames)
    needs = data.get_needs_mutable()
    for ident in [ident for ident, need in needs.items() if need["docname"] in gone]:
        data.remove_need(ident)
    docs = data.get_or_create_docs()
    for kind, names in docs.items():
        docs[kind] = [name for name in names if name not in gone]


def purge_removed(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop the needs of a page that is no longer there; others are dropped all at once."""
    if docname not in env.found_docs:
        purge_needs(app, env, docname)


def make_settings(app: Sphinx, *_: object) -> None:
    """Make settings as ever, once all pages are read or the build ends."""
    docutils._get_settings = _MAKE


def replace_purge(app: Sphinx) -> None:
    """Take the place of sphinx-needs' handler."""
    for listener in list(app.events.listeners["env-purge-doc"]):
        if listener.handler is purge_needs:
            app.disconnect(listener.id)
    app.connect("env-purge-doc", purge_removed)
