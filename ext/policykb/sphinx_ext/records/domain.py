"""The domain that stands before all others: records first, then what the allow-list lets through.

``program`` is also a directive of Sphinx's standard domain, which is asked before anything that an
extension registers. A primary domain is asked before that, so this one answers for records and
hands every other allowed name to the domain that was primary before.
"""

from docutils.nodes import Element, reference
from docutils.parsers.rst import Directive
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import RoleFunction

from policykb.markdown.allowed import DIRECTIVES, RECORD_LIST
from policykb.model import TYPES
from policykb.sphinx_ext.lockdown import allow
from policykb.sphinx_ext.lockdown.allow import BlockedDirective, allows_role, of_docutils
from policykb.sphinx_ext.records.record import (
    EvidenceDirective,
    GuestRecordDirective,
    RecordDirective,
)
from policykb.sphinx_ext.records.record_list import RecordListDirective
from policykb.sphinx_ext.records.reference import need_role
from policykb.sphinx_ext.shared import state
from policykb.sphinx_ext.shared.notes import PageNotes


class PolicyDomain(PageNotes):
    """Answers for records, `need`, evidence and lists, and for every name that is not allowed."""

    def directive(self, name: str) -> type[Directive] | None:
        """The directive itself, not adapted, so that it sees its own name."""
        if name in TYPES:
            guest = state.of(self.env.app).is_guest
            return GuestRecordDirective if guest else RecordDirective
        if name == "evidence":
            return EvidenceDirective
        if name == RECORD_LIST:
            return RecordListDirective
        if not allow.allows_directive(self.env.config, name):
            return BlockedDirective
        found = self._known(name)
        if found is not None and allow.evaluates(found):
            return BlockedDirective
        return allow.limited(name, found) if found is not None and name in DIRECTIVES else found

    def _known(self, name: str) -> type[Directive] | None:
        """The directive that a name stands for without this domain."""
        former, std = self._former, self.env.domains.standard_domain
        places = (
            former.directive if former is not None else of_docutils,
            std.directive,
            of_docutils,
        )
        found = (place(name.removeprefix("std:")) for place in places)
        return next((one for one in found if one is not None), None)

    def role(self, name: str) -> RoleFunction | None:
        """Likewise for roles."""
        if name == "need":
            return need_role
        if not allows_role(self.env.config, name):
            return allow.blocked_role
        former = self._former
        return former.role(name) if former else None

    @property
    def _former(self) -> Domain | None:
        return self.env.domains.get(self.env.config.policykb_former_domain)

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
