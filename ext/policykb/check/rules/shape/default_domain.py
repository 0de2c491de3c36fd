"""A page changes what directive names mean."""

from policykb.check.rules.rule import Findings, Page, Severity, finds


@finds("PKB124", Severity.ERROR, where="blocks")
def rule(page: Page) -> Findings:
    """``{default-domain}`` would make program records vanish from the rest of the page."""
    for block in page.blocks:
        if block.name == "default-domain":
            said = "{default-domain} is not possible here: after it, {program} makes no record"
            help = "remove it, and write the domain with the name, as {std:option}"
            yield rule.on_block(page, block, said, help=help)
