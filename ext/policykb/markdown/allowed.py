"""What content may use. Content is data: whatever is not named here is refused by the checker and
made inert by the build. Names are as MyST reads them, in lower case."""

from policykb.markdown.forms import FORMS
from policykb.model import EVIDENCE_OPTIONS

RECORD_LIST = "records"
"""The directive that lists records by type and status; it evaluates no expressions."""

DIRECTIVES = {
    "evidence": frozenset(EVIDENCE_OPTIONS),
    **{name: frozenset(form.options.split()) for name, form in FORMS.items()},
}
"""Directives beside the record types, each with the options it may have."""

ROLES = frozenset(
    """
need doc ref term option abbr code emphasis strong literal sub subscript sup superscript kbd file
std:doc std:ref std:term std:option
""".split()
)
"""Roles that name, link or mark words; none of them evaluates or fetches."""

CONTROL_OPTIONS = frozenset(
    """
collapse constraints constraints_error constraints_passed constraints_results content delete doctype
hide is_external jinja_content layout links post_template pre_template signature style template
title_from_content title_optional type type_color type_style variant
""".split()
)
"""Options by which sphinx-needs is told to hide, delete, evaluate or fill in a record."""

SCHEMES = ("http://", "https://", "mailto:")
"""How the target of a link to the outside begins."""

ACTIVE = ("javascript:", "vbscript:", "data:", "blob:", "file:", "about:")
"""Beginnings of addresses that act: no label is called so in a link."""

FRONT_MATTER = frozenset({"orphan", "tocdepth", "title", "date", "nosearch"})
"""Keys of a page's front matter that only describe the page."""


def has_login(address: str) -> bool:
    """Whether an address carries the name of a user, which looks like that of another host."""
    host = address.partition("//")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return address.startswith("http") and "@" in host


EVALUATING = frozenset(
    """
if choose when otherwise list2need needarch needbar needextend needextract needflow needgantt
needimport needlist needpie needreport needsequence needservice needtable needuml
need_count ndf variant ifconfig doctest testcode testoutput testsetup testcleanup
exec program-output command-output jupyter-execute ipython plot eval-rst
""".split()
)
"""Directives and roles that evaluate or run what a page says; no setting allows them."""
