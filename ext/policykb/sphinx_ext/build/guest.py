"""Records in a part of another project's site: everything else is as if policykb were not there.

What Sphinx knows one of for the whole project (the parser of a kind of files, the domain that
stands first, the switches for raw markup) is set for the pages of records as each is read, and set
back behind it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers import Parser
from docutils.parsers.rst import directives, roles
from myst_parser.config.main import MdParserConfig
from myst_parser.sphinx_ext.main import create_myst_config
from myst_parser.sphinx_ext.myst_refs import MystReferenceResolver
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from policykb.base.settings import SettingsError
from policykb.markdown.allowed import RECORD_LIST
from policykb.publish.frame import host_styles
from policykb.sphinx_ext.build import site_config
from policykb.sphinx_ext.lockdown.markdown import PolicyParser, checked_text
from policykb.sphinx_ext.records.record_list import RecordListDirective
from policykb.sphinx_ext.records.reference import need_role
from policykb.sphinx_ext.shared import state

LOGGER = logging.getLogger(__name__)


def configure(app: Sphinx, config: Config) -> None:
    """Take in the folder of records, after every extension has been loaded."""
    site_config.shut(app, config)
    if "myst_enable_extensions" not in config:
        _read_markdown(app)
    if RECORD_LIST not in vars(directives)["_directives"]:
        app.add_directive(RECORD_LIST, RecordListDirective)
    if "need" not in vars(roles)["_roles"]:
        app.add_role("need", need_role)


def _read_markdown(app: Sphinx) -> None:
    """Read Markdown in a project that does not, which has no more of it for that."""
    for name, default, field in MdParserConfig().as_triple():
        if "sphinx" not in field.metadata.get("omit", []):
            app.add_config_value(f"myst_{name}", default, "env", types=Any)
    app.add_post_transform(MystReferenceResolver)
    app.connect("builder-inited", create_myst_config)


def take_pages(app: Sphinx, config: Config) -> None:
    """Read the pages of the folder with our own parser; leave out what is no Markdown in it, and
    Markdown elsewhere where the project reads none."""
    known, suffixes = state.of(app), config.source_suffix
    if ".md" not in suffixes:
        suffixes[".md"] = "markdown"
        app.add_source_parser(PolicyParser)
        config["exclude_patterns"] += list(_elsewhere(app))
    kind = suffixes[".md"] or "restructuredtext"
    parser = _for_both(app.registry.get_source_parser(kind))
    app.registry.source_parsers[kind] = parser
    others = [suffix for suffix in suffixes if suffix != ".md"]
    _refuse_others(app, others)
    config["exclude_patterns"] += [f"{known.prefix}**{suffix}" for suffix in others]


def _elsewhere(app: Sphinx) -> Iterator[str]:
    """Patterns for the Markdown that is not in the folder."""
    for path in Path(app.srcdir).rglob("*.md"):
        name = path.relative_to(app.srcdir).as_posix()
        if not state.of(app).is_ours(name):
            yield site_config.literal(name)


def _refuse_others(app: Sphinx, suffixes: list[str]) -> None:
    """Tell the pages among the records that the checker cannot read: anyone may write them, and
    they could hold anything."""
    known = state.of(app)
    found = [
        path.relative_to(known.root).as_posix()
        for suffix in suffixes
        for path in sorted(known.source.rglob(f"*{suffix}"))
        if not any(part.startswith(("_", ".")) for part in path.relative_to(known.source).parts)
    ]
    if found and not known.prefix:
        raise_it = f"{found[0]} is no Markdown, and {known.settings.docs} is the folder of records"
        state.stop(SettingsError(f'{raise_it}; name one of its own: docs = "docs/records"'))
    for path in found:
        if path.endswith(".rst"):
            continue  # the checker tells it
        LOGGER.warning(
            "%s: the folder of records takes Markdown only: this page is left out",
            path,
            type="policykb",
            subtype="path",
        )


def _for_both(theirs: type[Parser]) -> type[Parser]:
    """The project's parser, which leaves the pages of records to ours."""

    class Both(theirs):  # type: ignore[valid-type, misc]
        def parse(self, inputstring: str, document: nodes.document) -> None:
            env = document.settings.env
            if not state.of(env.app).is_ours(env.docname):
                super().parse(inputstring, document)
                return
            with _locked(env, document):
                PolicyParser().parse(checked_text(env.app, env.docname), document)

    return Both


@contextmanager
def _locked(env: BuildEnvironment, document: nodes.document) -> Iterator[None]:
    """Let our domain answer first, and nothing raw or from files in, while a page is read."""
    page, settings = env.current_document, document.settings
    before = page.default_domain, settings.raw_enabled, settings.file_insertion_enabled
    page.default_domain = env.domains["policykb"]
    settings.raw_enabled = settings.file_insertion_enabled = False
    try:
        yield
    finally:
        page.default_domain, settings.raw_enabled, settings.file_insertion_enabled = before


def hide(app: Sphinx, docname: str, content: list[str]) -> None:
    """Keep the text of a record's page from what the project makes of texts before they are read,
    which is often a template."""
    if state.of(app).is_ours(docname):
        content[0] = ""


def page_context(
    app: Sphinx, pagename: str, template: str, values: dict[str, Any], doctree: nodes.document
) -> None:
    """Link the stylesheet from the pages that show records, and publish their articles alone: in
    the copy of a page's text stands what the article leaves out."""
    if '<article class="record ' in values.get("body", ""):
        app.add_css_file(host_styles.NAME)
    if state.of(app).is_ours(pagename):
        values["sourcename"] = ""


def write_styles(app: Sphinx, exception: Exception | None) -> None:
    """Put the stylesheet where the pages look for it."""
    if exception is None and app.builder.format == "html":
        from policykb.sphinx_ext.build.generated import write

        write(Path(app.outdir, "_static", host_styles.NAME), host_styles.css().encode())
