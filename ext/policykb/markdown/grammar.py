"""Which Markdown a base is written in: what a project's ``myst_*`` settings switch on.

The build reads the pages of a base by the very same settings, less those that would turn text into
markup or evaluate it.
"""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

UNSAFE_SYNTAX = frozenset({"html_admonition", "html_image", "substitution"})
"""Extensions of MyST that turn a page's text into markup or evaluate it."""
UNSAFE_RULES = frozenset({"html_block", "html_inline"})
"""Rules of Markdown that let a page's text through as markup."""
ALWAYS = frozenset({"colon_fence"})
"""Extensions that records are written with."""
FIXED: dict[str, Any] = {
    "commonmark_only": False,
    "gfm_only": False,
    "all_links_external": False,
    "fence_as_directive": set(),
    "heading_slug_func": None,
}
"""Settings that hold in a base's pages whatever the project says: others would leave no records,
check no links, make directives of code, or name headings in a way that no check knows."""
READ = (
    "dmath_allow_labels",
    "dmath_allow_space",
    "dmath_allow_digits",
    "dmath_double_inline",
    "linkify_fuzzy_links",
    "strikethrough_single_tilde",
    "colon_fence_exact_match",
)
"""Settings beside the lists of extensions and rules by which MyST finds what stands in a page."""
DEPTH = 4
"""Levels of headings that a link can lead to, where the project does not say."""


class Grammar(NamedTuple):
    """The settings of MyST that change what is read: extensions switched on, rules of Markdown
    switched off, the values of `READ` that are given; ``depth``: the levels of headings that a link
    from another page can lead to; ``schemes``: what addresses of the project's own become, by how
    they begin (without the colon)."""

    extensions: frozenset[str] = ALWAYS
    disabled: frozenset[str] = UNSAFE_RULES
    more: tuple[tuple[str, Any], ...] = ()
    depth: int = DEPTH
    schemes: tuple[tuple[str, str], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the fast scan reads this grammar: it reads MyST's own and colon fences."""
        return self[:3] == PLAIN[:3]


PLAIN = Grammar()


def safe(extensions: Collection[str]) -> frozenset[str]:
    """The extensions that hold in a base's pages where a project asks for some."""
    return (ALWAYS | frozenset(extensions)) - UNSAFE_SYNTAX


def grammar(given: Mapping[str, Any]) -> Grammar:
    """The grammar of settings by name, without ``myst_``; what has the wrong form is left out, as
    MyST refuses it."""
    return Grammar(
        safe(_names(given.get("enable_extensions"))),
        UNSAFE_RULES | _names(given.get("disable_syntax")),
        tuple((name, given[name]) for name in READ if isinstance(given.get(name), bool)),
        _depth(given.get("heading_anchors")),
        tuple(sorted(_schemes(given.get("url_schemes")).items())),
    )


def _names(value: object) -> frozenset[str]:
    if not isinstance(value, list | tuple | set | frozenset):
        return frozenset()
    return frozenset(name for name in value if isinstance(name, str))


def _depth(value: object) -> int:
    return value if isinstance(value, int) and 0 < value <= 7 else DEPTH


def _schemes(value: object) -> dict[str, str]:
    """What becomes of addresses that begin so: a template with ``{{path}}`` and the like, or the
    address itself."""
    if not isinstance(value, dict):
        return dict.fromkeys(_names(value), "")
    found = {}
    for name, made in value.items():
        url = made.get("url", "") if isinstance(made, dict) else made
        if isinstance(name, str):
            found[name] = url if isinstance(url, str) else ""
    return found
