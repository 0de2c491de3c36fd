"""What stands in for a directive or role that content must not use: it leaves nothing behind."""

from typing import Any

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective

from policykb.markdown import allowed
from policykb.model import TYPES
from policykb.sphinx_ext.shared.notes import note


def allows_directive(config: Config, name: str) -> bool:
    """Whether pages may use a directive, by policykb or by the team's settings."""
    return name in TYPES or name in allowed.DIRECTIVES or name in config.policykb_allow_directives


def allows_role(config: Config, name: str) -> bool:
    """Likewise for a role."""
    return name in allowed.ROLES or name in config.policykb_allow_roles


class AnyOption(dict[str, Any]):
    """An option specification that takes every option as text."""

    def __bool__(self) -> bool:
        return True

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Any:
        return lambda text: text


class BlockedDirective(SphinxDirective):
    """Takes anything, does nothing."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption()

    def run(self) -> list[nodes.Node]:
        note(self.env, self.lineno, f"the directive {{{self.name}}}")
        return []


def blocked_role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Inliner, *_: Any, **more: Any
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Leaves the words as literal text."""
    note(inliner.document.settings.env, lineno, f"the role {{{name}}}")
    return [nodes.literal(rawtext, text)], []
