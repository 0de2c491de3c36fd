"""What Sphinx calls of this extension, and when: by event, in the order of the priorities."""

from collections.abc import Callable
from typing import Any

from sphinx.application import Sphinx

from policykb.sphinx_ext.build import (
    articles,
    findings,
    generated,
    guest,
    incremental,
    inventory,
    outdated,
    scale,
    site_config,
    tidy,
)
from policykb.sphinx_ext.lockdown import breaks, clean, markdown
from policykb.sphinx_ext.records import domain, record_list, reference
from policykb.sphinx_ext.shared import state

Handlers = tuple[tuple[str, int, Callable[..., Any]], ...]

INDEXED = 600
"""The place at the end of a build of what indexes the site."""

ALWAYS: Handlers = (
    ("builder-inited", 500, findings.listen),
    # The base is read at the start of every build: cold, warm or unchanged.
    ("env-get-outdated", 100, state.before_reading),
    ("env-get-outdated", 200, reference.with_old_headings),
    ("env-get-outdated", 300, outdated.outdated),
    # Lines come back before anything else looks at a page, and what acts is gone before Sphinx
    # collects files and copies headings (500).
    ("doctree-read", 50, breaks.put_lines),
    ("doctree-read", 100, clean.clean),
    ("doctree-read", 300, reference.note_headings),
    ("doctree-read", 400, outdated.remember),
    # This comes in every build, under every builder, in the main process.
    ("env-updated", 900, findings.report),
    ("env-updated", 950, incremental.outdated),
    ("env-updated", 960, articles.tell),
    ("build-finished", 500, inventory.add),
    ("build-finished", 900, incremental.finish),
)
SITE: Handlers = (
    # sphinx-needs reads its configuration after this.
    ("config-inited", 5, site_config.configure),
    ("builder-inited", 500, site_config.set_docutils),
    ("builder-inited", 500, scale.begin),
    ("builder-inited", 500, generated.leave_books),
    ("builder-inited", 500, tidy.drop),
    ("env-before-read-docs", 900, scale.before_reading),
    ("source-read", 500, markdown.give_text),
    ("env-updated", 110, generated.begin_index),
    ("env-updated", 500, scale.make_settings),
    # Of other formats than HTML there are no such events.
    ("html-collect-pages", 500, generated.collect),
    ("html-page-context", 500, scale.free),
    ("html-page-context", 500, generated.page_context),
    ("build-finished", 500, scale.make_settings),
    ("build-finished", 500, generated.finish),
    ("build-finished", INDEXED, generated.index),
    ("build-finished", 990, scale.finish),
    ("build-finished", 995, tidy.finish),
)
"""Of a site of the base alone."""
GUEST: Handlers = (
    # Around what extensions do then: Sphinx takes in suffixes at 800.
    ("config-inited", 790, guest.configure),
    ("config-inited", 990, guest.take_pages),
    ("source-read", -1000, guest.hide),
    ("html-page-context", 500, guest.page_context),
    ("build-finished", 500, guest.write_styles),
)
"""Of records in a part of another project's site."""


def register(app: Sphinx) -> None:
    """Register everything."""
    state.without_conf(app)
    app.add_domain(domain.PolicyDomain)
    reference.add_node(app)
    breaks.add_nodes(app)
    app.add_node(record_list.RecordList)
    app.add_post_transform(articles.Articles)
    app.add_config_value("policykb_former_domain", "", "env", types=frozenset({str}))
    for name in ("policykb_allow_directives", "policykb_allow_roles"):
        app.add_config_value(name, [], "env", types=frozenset({list}))
    _connect(app, ALWAYS)
    if state.of(app).is_guest:
        _connect(app, GUEST)
        return
    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_needs")
    app.add_source_parser(markdown.PolicyParser, override=True)
    scale.replace_purge(app)
    _connect(app, SITE)


def _connect(app: Sphinx, handlers: Handlers) -> None:
    for event, priority, handler in handlers:
        app.connect(event, handler, priority)
