"""Configuration that a project need not write: set at ``config-inited`` unless it did."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from policykb.base.ground import survey
from policykb.base.settings import SettingsError
from policykb.publish.frame import assets
from policykb.sphinx_ext.build import needs_config
from policykb.sphinx_ext.shared import state

LOGGER = logging.getLogger(__name__)

DEFAULTS: dict[str, Any] = {
    "source_suffix": {".md": "markdown"},
    "html_theme": "pydata_sphinx_theme",
    "html_sidebars": {"**": []},
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_use_index": False,
    "html_domain_indices": False,
    "html_permalinks": False,
    "pygments_style": "a11y-high-contrast-light",
    "needs_id_required": True,
    "needs_build_json": False,
    "needs_reproducible_json": True,
    "needs_json_remove_defaults": True,
    "myst_url_schemes": {"http": None, "https": None, "mailto": None},
}
"""Values a project may set otherwise."""

SUPPRESSED = (
    "misc.highlighting_failure",
    "myst.header",
    "toc.circular",
    "toc.not_included",
    "toc.secnum",
    "needs.duplicate_id",
    "needs.link_outgoing",
    "needs.link_target_type",
)
"""Messages of others about what policykb reports itself, or about what is no fault here."""


def configure(app: Sphinx, config: Config) -> None:
    """Fill in what the project left open; switch off what content must not do."""
    title = state.of(app).settings.title or "Policy knowledge base"
    for name, value in (DEFAULTS | {"project": title}).items():
        if not state.is_set(config, name):
            config[name] = value
    if not state.is_set(config, "html_title"):
        config["html_title"] = config.project
    config["html_context"] = {"default_mode": "auto", **config.html_context}
    config["html_theme_options"] = {**_theme_options(config), **config.html_theme_options}
    config["suppress_warnings"] = [*config.suppress_warnings, *SUPPRESSED]
    shut(app, config)
    config["templates_path"] = [*config.templates_path, str(assets.template_dir)]
    config["html_static_path"] = [*config.html_static_path, str(assets.static_dir)]
    _root_page(app, config)
    _needs(config)
    config["needs_parse_dynamic_functions"] = False
    config["needs_allow_unsafe_filters"] = False
    config["primary_domain"] = "policykb"


def _root_page(app: Sphinx, config: Config) -> None:
    """Sphinx wants a written root page: without a front page, which is then generated, any will
    do."""
    if state.is_set(config, "root_doc") or any(Path(app.srcdir).glob(f"{config.root_doc}.*")):
        return
    known = state.of(app)
    paths = survey(known.root, known.settings).pages
    if paths:
        config["root_doc"] = known.docname(paths[0])


def ground(app: Sphinx) -> object:
    """What of the folder of pages the settings rest on; where it changes, Sphinx begins anew."""
    known = state.of(app)
    first = survey(known.root, known.settings).pages[:1]
    return any(Path(app.srcdir).glob("index.*")), first, excluded(app)


def _theme_options(config: Config) -> dict[str, Any]:
    if config.html_theme != "pydata_sphinx_theme":
        return {}
    return {
        "pygments_light_style": "a11y-high-contrast-light",
        "pygments_dark_style": "a11y-high-contrast-dark",
    }


def _needs(config: Config) -> None:
    own = needs_config.need_types()
    theirs = config.needs_types if state.is_set(config, "needs_types") else []
    names = {one["directive"] for one in own}
    config["needs_types"] = [*(one for one in theirs if one["directive"] not in names), *own]
    fields = {
        name: {**config.needs_fields.get(name, {}), **field}
        for name, field in needs_config.need_fields().items()
    }
    config["needs_fields"] = {**config.needs_fields, **fields}
    config["needs_links"] = {**config.needs_links, **needs_config.need_links()}
    if not theirs and not state.is_set(config, "needs_id_regex"):
        config["needs_id_regex"] = needs_config.id_pattern()


PATHS = ("templates_path", "html_static_path", "html_extra_path", "html_theme_path")
"""Settings of Sphinx that name folders or files to read, relative to the folder of conf.py."""


def shut(app: Sphinx, config: Config) -> None:
    """Take out of the settings what lies among the pages, where anyone may put a file: folders of
    templates, static files and translations, and the pictures of the layout. Leave out what the
    checker does not read, and tell what pages may use beside what they always may."""
    known = state.of(app)
    folder = known.source
    config["exclude_patterns"] = [*config.exclude_patterns, *excluded(app)]
    config["policykb_allow_directives"] = sorted(known.settings.allow_directives)
    config["policykb_allow_roles"] = sorted(known.settings.allow_roles)
    config["policykb_former_domain"] = config.primary_domain or ""
    for name in PATHS:
        config[name] = _outside(config[name], Path(app.confdir), folder, name)
    for name in ("html_logo", "html_favicon"):
        if config[name] and not _outside([config[name]], Path(app.confdir), folder, name):
            config[name] = None
    for path in shut_translations(config, Path(app.srcdir), folder):
        words = Path(app.srcdir, path, config.language, "LC_MESSAGES", "sphinx.mo")
        if words.exists():
            # Sphinx takes its own words from there before it loads any extension.
            inner = words.relative_to(app.srcdir).with_suffix(".*").as_posix()
            place = f"{known.settings.docs}/{inner}"
            state.stop(SettingsError(f"{place} would replace words of the site; remove them"))


def shut_translations(config: Config, srcdir: Path, folder: Path) -> list[str]:
    """The same for translations alone; returns the folders that were taken out."""
    given_dirs = list(config.locale_dirs)
    told = "locale_dirs" if state.is_set(config, "locale_dirs") else None
    config["locale_dirs"] = _outside(given_dirs, srcdir, folder, told)
    return [path for path in given_dirs if path not in config.locale_dirs]


def _outside(paths: Iterable[Any], start: Path, folder: Path, told: str | None) -> list[Any]:
    """The paths that neither lie in a folder nor lead there; the others are told."""
    kept = []
    for path in paths:
        place = os.path.normpath(start / (path[0] if isinstance(path, tuple) else path))
        if Path(place).is_relative_to(folder) or Path(place).resolve().is_relative_to(folder):
            if told:
                LOGGER.warning(
                    "%s: “%s” lies among the pages, where anyone may change it: it is left out",
                    *(told, path),
                    type="policykb",
                    subtype="path",
                )
        else:
            kept.append(path)
    return kept


def excluded(app: Sphinx) -> list[str]:
    """Patterns for what the checker does not read either: hidden and private names, folders the
    settings leave out, symbolic links, and what is no plain file."""
    known = state.of(app)
    names = ["_*", "**/_*", ".*", "**/.*", *map(literal, known.settings.exclude)]
    docs = f"{known.settings.docs.rstrip('/')}/"
    ground = survey(known.root, known.settings)
    names += [
        literal(path.removeprefix(docs))
        for path in (*ground.links, *ground.special)
        if path.startswith(docs)
    ]
    return [known.prefix + name for name in names]


def literal(path: str) -> str:
    """A pattern for one path."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in path)


def set_docutils(app: Sphinx) -> None:
    """Let nothing raw in, nor files; make no index and no styles that nothing uses."""
    app.env.settings.update(raw_enabled=False, file_insertion_enabled=False)
    if app.builder.format == "html":
        # Pagefind serves the search; Sphinx's own index would only cost time.
        app.builder.search = False  # type: ignore[attr-defined]
        # For each piece of HTML docutils would look for its own styles, which Sphinx never uses.
        app.env.settings.update(stylesheet=None, stylesheet_path=None)
        app.builder._settings.stylesheet_path = None  # type: ignore[attr-defined]
