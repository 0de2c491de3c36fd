"""Shell completion: a few lines for the shell, which ask policykb itself what can come next."""

from __future__ import annotations

import argparse

SCRIPTS = {
    "bash": """\
_policykb() {
  local IFS=$'\\n'
  COMPREPLY=($(policykb --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _policykb policykb
""",
    "zsh": """\
autoload -U +X bashcompinit && bashcompinit
_policykb() {
  local IFS=$'\\n'
  COMPREPLY=($(policykb --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _policykb policykb
""",
    "fish": """\
complete -c policykb -a '(policykb --complete (commandline -opc)[2..] (commandline -ct))'
""",
}
"""What a shell runs at its start, as ``eval "$(policykb --completion bash)"``."""


def candidates(words: list[str], parser: argparse.ArgumentParser) -> list[str]:
    """What the last of ``words`` can become, the others standing before it on the command line;
    nothing where a file or free text is wanted."""
    *before, current = words or [""]
    wanted: argparse.Action | None = None
    for word in before:
        if wanted is not None:
            wanted = None
            continue
        options = parser._option_string_actions
        if word in options:
            wanted = options[word] if options[word].nargs is None else None
        else:
            parser = _subparsers(parser).get(word, parser)
    if wanted is not None:
        found = _values(wanted)
    elif current.startswith("-"):
        found = list(parser._option_string_actions)
    else:
        found = [
            value
            for action in parser._actions
            if not action.option_strings
            for value in _values(action)
        ]
    return [item for item in found if item.startswith(current)]


def _subparsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _values(action: argparse.Action) -> list[str]:
    if action.choices is not None:
        return [str(choice) for choice in action.choices]
    metavar = str(action.metavar)
    return _ids("source" if metavar == "SRC" else "") if metavar in ("SRC", "CODE|ID") else []


def _ids(kind: str) -> list[str]:
    """The ids of the base around the current folder."""
    from policykb.base.root import find_root
    from policykb.base.settings import SettingsError
    from policykb.check.engine import LoadError, load

    try:
        base = load(find_root(None))
    except (LoadError, SettingsError):
        return []
    return sorted(ident for ident, entry in base.by_id.items() if not kind or entry.type == kind)
