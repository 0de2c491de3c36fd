"""The domain that stands before all others: records first, then what the allow-list lets through.

``program`` is also a directive of Sphinx's standard domain, which is asked before anything that an
extension registers. A primary domain is asked before that, so this one answers for records and
hands every other allowed name to the domain that was primary before.
"""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.directives.code import CodeBlock
from sphinx.domains import Domain

from policykb.markdown.allowed import DIRECTIVES, RECORD_LIST
from policykb.markdown.forms import ranges
from policykb.model import TYPES
from policykb.sphinx_ext.lockdown.blocked import (
    BlockedDirective,
    allows_directive,
    allows_role,
    blocked_role,
)
from policykb.sphinx_ext.records.evidence import EvidenceDirective
from policykb.sphinx_ext.records.record import RecordDirective
from policykb.sphinx_ext.records.record_list import RecordListDirective
from policykb.sphinx_ext.records.reference import need_role

if TYPE_CHECKING:
    from docutils.nodes import Element, reference
    from docutils.parsers.rst import Directive
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import OptionSpec, RoleFunction


def _few_lines(value: str) -> str:
    """Numbers of lines that Sphinx can write out one by one."""
    if ranges(value) is None:
        raise ValueError("no numbers of lines and ranges")
    return value


class BoundedCodeBlock(CodeBlock):
    """Sphinx's, with the options that pages may use."""

    option_spec: ClassVar[OptionSpec] = {
        **{name: CodeBlock.option_spec[name] for name in DIRECTIVES["code-block"]},
        "emphasize-lines": _few_lines,
    }


class PolicyDomain(Domain):
    """Keeps, for each page, what was blocked in it and which records it refers to."""

    name = "policykb"
    label = "Policy knowledge"
    initial_data: ClassVar[dict[str, dict[str, Any]]] = {
        "blocked": {},
        "references": {},
        "headings": {},
        "lists": {},
    }
    data_version = 3

    @property
    def blocked(self) -> dict[str, list[tuple[int, str]]]:
        """By docname: the line and the words of everything that was not let through."""
        found: dict[str, list[tuple[int, str]]] = self.data["blocked"]
        return found

    @property
    def references(self) -> dict[str, list[str]]:
        """By docname: the ids that its text refers to."""
        found: dict[str, list[str]] = self.data["references"]
        return found

    @property
    def headings(self) -> dict[str, dict[str, str]]:
        """By docname: the titles of records that its headings show, by id."""
        found: dict[str, dict[str, str]] = self.data["headings"]
        return found

    @property
    def lists(self) -> dict[str, list[dict[str, str]]]:
        """By docname: what each list of records in it asks for."""
        found: dict[str, list[dict[str, str]]] = self.data["lists"]
        return found

    def directive(self, name: str) -> type[Directive] | None:
        """The directive itself, not adapted, so that it sees its own name."""
        if name in TYPES:
            return RecordDirective
        if name == "evidence":
            return EvidenceDirective
        if name == RECORD_LIST:
            return RecordListDirective
        if not allows_directive(self.env.config, name):
            return BlockedDirective
        if name in ("code-block", "sourcecode"):
            return BoundedCodeBlock
        former = self._former
        return former.directive(name) if former else None

    def role(self, name: str) -> RoleFunction | None:
        """Likewise for roles."""
        if name == "need":
            return need_role
        if not allows_role(self.env.config, name):
            return blocked_role
        former = self._former
        return former.role(name) if former else None

    @property
    def _former(self) -> Domain | None:
        return self.env.domains.get(self.env.config.policykb_former_domain)

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is read again or gone."""
        for kind in self.initial_data:
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another reading process found."""
        for kind in self.initial_data:
            for docname in docnames:
                if docname in otherdata[kind]:
                    self.data[kind][docname] = otherdata[kind][docname]

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, reference]]:
        """Nothing: records are referred to by ``need`` only."""
        return []


def of(env: BuildEnvironment) -> PolicyDomain:
    """The domain of a build environment."""
    domain = env.domains["policykb"]
    assert isinstance(domain, PolicyDomain)
    return domain


def setup(app: Sphinx) -> None:
    """Register the domain; the configuration makes it primary."""
    app.add_domain(PolicyDomain)
