"""Every rule, found in the folders beside this module: a rule is a file with a page beside it."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from policykb.base.settings import Settings
from policykb.check.rules.rule import Rule

HERE = Path(__file__).parent


def files(suffix: str) -> Iterator[str]:
    """The files of all families that end in ``suffix``, as ``family/name``, sorted."""
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir()):
        for path in sorted(folder.iterdir()):
            if path.suffix == suffix and not path.name.startswith("_"):
                yield f"{folder.name}/{path.stem}"


def ordered(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Causes before consequences: first rules that shake a record, late rules last, each after the
    rules that it requires; else by code."""
    known = {rule.code: rule for rule in rules}
    placed: dict[str, Rule] = {}
    begun: set[str] = set()

    def place(rule: Rule) -> None:
        if rule.code in begun:
            return
        begun.add(rule.code)
        for code in rule.requires:
            if code in known:
                place(known[code])
        placed[rule.code] = rule

    for rule in sorted(known.values(), key=lambda rule: (rule.late, not rule.shakes, rule.code)):
        place(rule)
    return tuple(placed.values())


def _found() -> dict[str, Rule]:
    """The rules by their file."""
    return {
        file: import_module(f"policykb.check.rules.{file.replace('/', '.')}").rule
        for file in files(".py")
    }


_FILES = _found()
PAGES = {rule.code: HERE / f"{file}.md" for file, rule in _FILES.items()}
"""Where the page of each rule is, by code."""
RULES = ordered(_FILES.values())
"""The rules that come with policykb, in the order in which they run."""


def all_rules(settings: Settings | None = None) -> tuple[Rule, ...]:
    """The rules that come with policykb, and those of the packages that the settings name under
    ``rules_from``."""
    if settings is None or not settings.rules_from:
        return RULES
    from policykb.check.rules.registered import registered

    return (*RULES, *registered(settings.rules_from, PAGES))


def rules_to_run(settings: Settings) -> tuple[Rule, ...]:
    """All rules; of those on request only what the settings name."""
    named = (*settings.severity, *settings.select, *settings.ignore)
    return tuple(
        rule for rule in all_rules(settings) if not rule.on_request or rule.code.startswith(named)
    )
