"""Rules that other packages register by entry point, in the group ``policykb.rules``.

Looking entry points up takes longer than reading a thousand pages, so this is done only where the
settings name some.
"""

from collections.abc import Iterable

from policykb.base.settings import SettingsError
from policykb.check.rules.rule import Rule

GROUP = "policykb.rules"


def registered(names: list[str], ours: Iterable[str]) -> list[Rule]:
    """The rules of the named entry points; each is a `Rule` or a sequence of them. Raises
    `SettingsError` for a name that is not installed, for what is no rule, and for a code that
    another rule has; ``ours`` are the codes of policykb itself."""
    from importlib.metadata import entry_points

    found = {point.name: point for point in entry_points(group=GROUP)}
    rules: list[Rule] = []
    taken = dict.fromkeys(ours, "policykb itself")
    for name in dict.fromkeys(names):
        if name not in found:
            known = ", ".join(sorted(found)) or "none"
            raise SettingsError(
                f"rules_from: no installed package registers “{name}” under "
                f"{GROUP}; registered are: {known}"
            )
        point = f"rules_from: “{name}” ({found[name].value})"
        try:
            loaded = found[name].load()
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
            raise SettingsError(f"{point} cannot be loaded: {said}") from error
        several = loaded if isinstance(loaded, (list, tuple)) else (loaded,)
        for rule in several:
            if not isinstance(rule, Rule):
                raise SettingsError(f"{point} is no Rule")
            if rule.code in taken:
                said = f"which a rule of {taken[rule.code]} has; give it another"
                raise SettingsError(f"{point} has a rule with the code {rule.code}, {said}")
            taken[rule.code] = f"“{name}”"
            rules.append(rule)
    return rules
