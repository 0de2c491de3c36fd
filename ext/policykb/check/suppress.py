"""Which findings are shown: comments, the baseline and the settings keep some quiet.

A comment ``% policykb: ignore[PKB604] why`` in a record's text is for that record's findings; one
outside records is for the findings on the page itself and, where the next line opens a record, for
that record. It needs a reason. What content may not use (7xx) can be let through by the settings
alone, since whoever sends a page could otherwise excuse it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from policykb.base.settings import SettingsError, file_of, position
from policykb.check.context import Context
from policykb.check.diagnostics import Diagnostic, Severity
from policykb.check.quiet import Known, Suppression

_COMMENT = re.compile(r"\s*policykb\s*(?::|(?=ignore\b))\s*(?P<rest>.*)", re.IGNORECASE)


def suppressions(base: Context) -> list[Suppression]:
    """The comments of all pages that speak to policykb."""
    found: list[Suppression] = []
    for page in base.pages:
        if "%" not in page.text or "policykb" not in page.text:
            continue
        for item, record in page.inlines:
            if item.kind == "comment":
                said = _COMMENT.fullmatch(item.text)
                if said:
                    found.append(Suppression(page, record, item.start, said["rest"].strip()))
    return found


def apply(base: Context, found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings that neither a comment nor the baseline keeps quiet."""
    base.kept.suppressions = suppressions(base)
    for one in base.kept.suppressions:
        if one.reads:
            kept = []
            for item in found:
                if item.code in one.codes and id(item.subject) in one.subjects:
                    one.used.add(item.code)
                else:
                    kept.append(item)
            found = kept
    if base.settings.baseline:
        found, base.kept.stale = _without_known(read_baseline(base), found)
    return found


def choose(base: Context, found: list[Diagnostic], codes: Iterable[str]) -> list[Diagnostic]:
    """The findings that the settings choose, with the severities that they set; ``codes`` are all
    that there are. Raises `SettingsError` for a code or severity that is none."""
    settings = base.settings
    every = tuple(codes)
    for name in ("select", "ignore", "severity"):
        for code in getattr(settings, name):
            if not code or not any(each.startswith(code) for each in every):
                line, col = position(base.root, name)
                given = name in settings.given
                where = f"{file_of(base.root)}:{line}:{col}: {name}" if given else f"--{name}"
                raise SettingsError(f"{where}: no rule is {code or '“”'}")
    select, ignore = tuple(settings.select), tuple(settings.ignore)
    asked = [code for code in every if not select or code.startswith(select)]
    if all(code.startswith(ignore) for code in asked):
        raise SettingsError("select and ignore leave no rule, so nothing is checked")
    if select:
        found = [item for item in found if item.code.startswith(select)]
    if ignore:
        found = [item for item in found if not item.code.startswith(ignore)]
    if settings.severity:
        weights = {code: _severity(base, word) for code, word in settings.severity.items()}
        found = [
            replace(item, severity=weights[item.code]) if item.code in weights else item
            for item in found
        ]
    return found


def _severity(base: Context, word: str) -> Severity:
    try:
        return Severity[word.upper()]
    except KeyError:
        line, col = position(base.root, "severity")
        raise SettingsError(
            f"{file_of(base.root)}:{line}:{col}: severity: “{word}” is not error, warning or note"
        ) from None


def read_baseline(base: Context) -> list[Known]:
    """The lines of the baseline file. Raises `SettingsError` where it cannot be read."""
    name = base.settings.baseline
    try:
        text = (base.root / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{name}: the baseline cannot be read: {error}") from None
    known = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fingerprint, _, said = line.partition(" ")
        if not re.fullmatch(r"[0-9a-f]{20}", fingerprint):
            raise SettingsError(f"{name}:{number}:1: a line begins with a fingerprint of 20 digits")
        known.append(Known(fingerprint, number, said.strip()))
    return known


def _without_known(
    known: list[Known], found: list[Diagnostic]
) -> tuple[list[Diagnostic], list[Known]]:
    """The findings that are not known, and the known ones that are no longer found."""
    left = Counter(item.fingerprint for item in known)
    kept = []
    for item in found:
        if left[item.fingerprint] > 0:
            left[item.fingerprint] -= 1
        else:
            kept.append(item)
    stale = []
    for one in reversed(known):
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
            stale.append(one)
    return kept, stale[::-1]


def update_baseline(base: Context, found: list[Diagnostic]) -> int:
    """Write the baseline: all findings where there is no file yet, else the old lines that are
    still found; it never grows. Returns how many lines it has."""
    path = base.root / base.settings.baseline
    if path.exists():
        stale = {one.line for one in base.kept.stale}
        lines = [
            f"{one.fingerprint} {one.said}" for one in read_baseline(base) if one.line not in stale
        ]
    else:
        lines = [
            f"{item.fingerprint} {item.code} {item.path}: {item.message}"
            for item in found
            if item.severity is not Severity.NOTE
        ]
    head = "# Known findings. Lines are only ever removed: policykb check --update-baseline\n"
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(head + "".join(line + "\n" for line in sorted(lines)), encoding="utf-8")
    fresh.replace(path)
    return len(lines)
