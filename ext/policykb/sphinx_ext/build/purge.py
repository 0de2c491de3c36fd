"""Forgetting many pages at once.

sphinx-needs looks through all needs for every page that is read, which for a whole base grows with
its square. What the pages to be read hold is dropped in one pass instead.
"""

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx_needs.data import SphinxNeedsData
from sphinx_needs.directives.need import purge_needs


def purge_many(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Drop the needs of all pages about to be read."""
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


def setup(app: Sphinx) -> None:
    """Take the place of sphinx-needs' handler."""
    for listener in list(app.events.listeners["env-purge-doc"]):
        if listener.handler is purge_needs:
            app.disconnect(listener.id)
    app.connect("env-purge-doc", purge_removed)
    app.connect("env-before-read-docs", purge_many, priority=900)
