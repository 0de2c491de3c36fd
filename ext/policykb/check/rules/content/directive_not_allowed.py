"""A page uses a directive that content may not use."""

from policykb.check.rules.rule import Findings, Known, Page, Place, Severity, finds
from policykb.check.rules.shape.unknown_type import meant_type
from policykb.markdown.allowed import DIRECTIVES, EVALUATING

ALLOWED = frozenset({"default-domain", *DIRECTIVES})
PLAIN = "{note}, {warning}, {figure}, {list-table}, {code-block}, {toctree}"


def may_be_allowed(setting: str, name: str) -> str:
    """A clause on the setting that allows a directive or role, if any may."""
    return "" if name in EVALUATING else f'; the setting {setting} = ["{name}"] would allow it'


@finds("PKB701", Severity.ERROR, where="blocks")
def rule(page: Page, known: Known) -> Findings:
    """Directives that run, include or fetch something are refused, and so is every unknown one."""
    for block in page.blocks:
        name = block.name
        if name in ALLOWED or name in known.settings.allow_directives:
            continue
        if meant_type(block) is None:
            at = page.text.index(name, block.start)
            yield rule.at(
                Place(page, at, at + len(name)),
                f"pages here may not use {{{name}}}",
                help=f"write plain Markdown, records, or one of {PLAIN}"
                + may_be_allowed("allow_directives", name),
            )
