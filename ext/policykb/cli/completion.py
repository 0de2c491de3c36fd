"""Shell completion: a few lines for the shell, which ask policykb itself what can come next."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policykb.model import Spec

SCRIPTS = {
    "bash": """\
_policykb() {
  local IFS=$'\\n'
  COMPREPLY=($(policykb --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _policykb policykb
""",
    "zsh": """\
(( $+functions[compdef] )) || { autoload -U compinit && compinit; }
_policykb() {
  local -a found
  found=("${(@f)$(policykb --complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -a found; else _files; fi
}
compdef _policykb policykb
""",
    "fish": """\
complete -c policykb -a '(policykb --complete (commandline -opc)[2..] (commandline -ct))'
""",
}
"""The code that a shell runs at its start, as ``eval "$(policykb --completion bash)"``."""


def candidates(words: list[str], parser: argparse.ArgumentParser) -> list[str]:
    """The completions of the last of ``words``, after the others on the command line; none if a
    file or free text is wanted."""
    *before, current = words or [""]
    wanted: argparse.Action | None = None
    record_type = before[1] if before[:1] == ["new"] and len(before) > 1 else ""
    for word in before:
        if wanted is not None:
            wanted = None
            continue
        options = parser._option_string_actions
        if word in options:
            wanted = options[word] if options[word].nargs is None else None
        else:
            parser = subparsers(parser).get(word, parser)
    last = current
    if wanted is not None:
        spec = _field(record_type, wanted)
        if spec.many if spec else wanted.metavar == "CODES":
            last = current.rpartition(",")[2].lstrip()
        found = _of_field(spec) if spec else _values(wanted)
    elif current.startswith("-"):
        found = list(parser._option_string_actions)
    else:
        places = [action for action in parser._actions if not action.option_strings]
        found = [value for action in places for value in _values(action)]
    kept = current.removesuffix(last)
    return [kept + item for item in found if item.startswith(last)]


def _field(record_type: str, action: argparse.Action) -> Spec | None:
    """The field that an option of ``new`` fills in."""
    from policykb.model import TYPES

    name = action.dest.removeprefix("field_")
    if record_type not in TYPES or name == action.dest:
        return None
    return TYPES[record_type].specs[name]


def _of_field(spec: Spec) -> list[str]:
    """The values of a vocabulary, or the ids of the records that a link can lead to."""
    if spec.is_link:
        return _ids(() if "any" in spec.targets else spec.targets)
    return list(spec.value.choices)


def subparsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of the commands within one."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _values(action: argparse.Action) -> list[str]:
    if action.choices is not None:
        return [str(choice) for choice in action.choices]
    found = _KNOWN.get(str(action.metavar))
    return found() if found else []


def _ids(types: tuple[str, ...] = ()) -> list[str]:
    """The ids of the base around the current folder, of some types or of all."""
    from policykb.base.root import find_root
    from policykb.base.settings import SettingsError
    from policykb.check.reading import LoadError, load
    from policykb.values.identifier import is_id

    try:
        base = load(find_root(None))
    except (LoadError, SettingsError):
        return []
    # A shell takes part in what it is given: other ids than proper ones could be patterns of files.
    wanted = {ident for ident, one in base.by_id.items() if not types or one.type in types}
    return sorted(filter(is_id, wanted))


def _codes() -> list[str]:
    from policykb.check.rules.catalog import RULES

    return sorted(rule.code for rule in RULES)


def _settings() -> list[str]:
    from policykb.cli.setting import settings_lines

    return ["settings", *settings_lines()]


def _types() -> list[str]:
    from policykb.model import TYPES

    return [*TYPES]


def _revisions() -> list[str]:
    """The branches and tags of the repository around the current folder."""
    from pathlib import Path

    from policykb.base.git import ask

    names = ask(Path(), "for-each-ref", "--format=%(refname:short)") or b""
    return list(dict.fromkeys(["HEAD", *names.decode("utf-8", "replace").split()]))


def _sources() -> list[str]:
    from policykb.model import SOURCE

    return _ids((SOURCE,))


_KNOWN: dict[str, Callable[[], list[str]]] = {
    "SRC": _sources,
    "ID": _ids,
    "CODES": _codes,
    "CODE|ID|TYPE|SETTING": lambda: _codes() + _ids() + _types() + _settings(),
    "BASE": _revisions,
    "HEAD": _revisions,
}
"""The meaning of a placeholder in a command's help."""
