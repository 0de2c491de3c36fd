"""The ``evidence`` directive: a quotation is literal text, shown by its record's article."""

from docutils import nodes
from docutils.parsers.rst import Directive, directives

from policykb.model import EVIDENCE_OPTIONS


class EvidenceDirective(Directive):
    """Takes its text as it stands and leaves nothing in the page."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = dict.fromkeys(EVIDENCE_OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        return []
