"""The pages that document the rules: they stand beside the rules and come with the package."""

from collections.abc import Iterable, Iterator

from policykb.check.rules.catalog import PAGES, RULES
from policykb.check.rules.rule import Rule


def page_of(rule: Rule) -> str:
    """A rule's page, Markdown. Raises `FileNotFoundError` for a rule that has none."""
    if rule.page is not None:
        return rule.page
    if rule.code not in PAGES:
        raise FileNotFoundError(f"{rule.code} has no page")
    return PAGES[rule.code].read_text(encoding="utf-8")


def first_words(rule: Rule) -> str:
    """What a rule finds: the first paragraph of its page, in one line."""
    return page_of(rule).strip().split("\n\n", 2)[1].replace("\n", " ")


def pages(rules: Iterable[Rule] = RULES) -> Iterator[tuple[str, str]]:
    """Code and page of every rule, in the order of the codes."""
    for rule in sorted(rules, key=lambda rule: rule.code):
        yield rule.code, page_of(rule)


def index(rules: Iterable[Rule] = RULES) -> str:
    """A page, Markdown, that lists all rules by family."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    parts = ["# Rules\n", "What `policykb check` finds, by family. Notes never fail a check.\n"]
    for digit, name in FAMILIES.items():
        family = [rule for rule in ordered if rule.code.startswith(f"PKB{digit}")]
        parts += _family(f"{digit}xx {name}", family)
    parts += _family("Of other packages", [rule for rule in ordered if rule.code[:3] != "PKB"])
    listed = "\n".join(rule.code for rule in ordered)
    parts.append(f"```{{toctree}}\n:hidden:\n\n{listed}\n```\n")
    return "\n".join(parts)


def _family(name: str, rules: list[Rule]) -> list[str]:
    rows = ["| rule | severity | what it finds |", "|---|---|---|"]
    for rule in rules:
        said = first_words(rule).replace("|", "\\|")
        link = f"[{rule.code} {rule.name}]({rule.code}.md)"
        rows.append(f"| {link} | {rule.severity.word} | {said} |")
    return [f"## {name}\n", "\n".join(rows) + "\n"] if rules else []


FAMILIES = {
    "1": "shape",
    "2": "relations",
    "3": "evidence",
    "4": "dates and freshness",
    "5": "names",
    "6": "prose and links",
    "7": "content that would execute or inject",
    "9": "the base as a whole",
}
