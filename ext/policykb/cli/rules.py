"""``policykb rules``: all rules in a list; ``explain CODE`` shows one of them whole."""

import argparse
import json
from typing import Any

from policykb.base.settings import load as load_settings
from policykb.check.rules.catalog import all_rules
from policykb.check.rules.pages import FAMILIES, first_words
from policykb.check.rules.rule import Rule

FORMATS = ("text", "json")


def add(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the list")


def run(args: argparse.Namespace) -> int:
    """0; the severities are those of the base's settings."""
    settings = load_settings(args.root)
    rules = sorted(all_rules(settings), key=lambda rule: rule.code)
    found = [_told(rule, settings.severity) for rule in rules]
    if args.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        print(*map(_line, found), sep="\n")
    return 0


def _told(rule: Rule, severities: dict[str, str]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": severities.get(rule.code, rule.severity.word),
        "family": FAMILIES.get(rule.code[3:4], "") if rule.code[:3] == "PKB" else "",
        "says": first_words(rule),
    }


def _line(told: dict[str, Any]) -> str:
    says = told["says"].partition(". ")[0].rstrip(".")
    return f"{told['code']}  {told['severity']:7}  {told['name']}: {says}"
