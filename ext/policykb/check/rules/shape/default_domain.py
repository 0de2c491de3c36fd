"""A page changes what directive names mean."""

from policykb.check.rules.rule import Findings, Page, Rule, Severity


def check(page: Page) -> Findings:
    """``{default-domain}`` would make program records vanish from the rest of the page."""
    for block in page.blocks:
        if block.name == "default-domain":
            said = "{default-domain} is not possible here: after it, {program} makes no record"
            help = "remove it, and write the domain with the name, as {std:option}"
            yield RULE.on_block(page, block, said, help=help)


RULE = Rule("PKB124", "default-domain", Severity.ERROR, check, where="blocks")
