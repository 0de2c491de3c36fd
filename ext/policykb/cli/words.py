"""What is said of words on the command line that no command takes."""

import argparse

_ALONE = ("--snippets", "--yes", "--help", "-h")
"""Options of ``new`` that no value follows."""


class Unknown(Exception):
    """A word that cannot be taken, in words for the terminal."""


def type_first(argv: list[str]) -> list[str]:
    """The words of ``new`` with the type before the options, wherever it stands among them. Raises
    `Unknown` where there is none, but something else."""
    from policykb.model import TYPES

    plain = [at for at in range(1, len(argv)) if not _is_of_option(argv, at)]
    for at in plain:
        if argv[at] in TYPES:
            return ["new", argv[at], *argv[1:at], *argv[at + 1 :]]
    if plain:
        raise Unknown(_no_type(argv[plain[0]], list(TYPES)))
    if any(_fills(argv, at) for at in range(1, len(argv))):
        raise Unknown(f"of which type? policykb new with one of {', '.join(TYPES)}")
    return argv


def _is_of_option(argv: list[str], at: int) -> bool:
    """Whether a word is an option or the value of the one before it."""
    before = argv[at - 1]
    takes = before.startswith("-") and "=" not in before and before not in _ALONE
    return argv[at].startswith("-") or takes


def _fills(argv: list[str], at: int) -> bool:
    """Whether a word gives a field its text: "--title=X", or the X of "--title X"."""
    if argv[at].startswith("-"):
        return "=" in argv[at] and not argv[at].startswith("--root=")
    return argv[at - 1] != "--root"


def _no_type(word: str, types: list[str]) -> str:
    from policykb.model import TYPES
    from policykb.text.similar import nearest_word

    called = {other: one for one in types for other in TYPES[one].also_called}
    near = called.get(word.lower()) or nearest_word(word, types)
    hint = f"did you mean {near}?" if near else f"types are {', '.join(types)}"
    return f"there is no type “{word}”; {hint}"


def refused(top: argparse.ArgumentParser, args: argparse.Namespace, words: list[str]) -> str:
    """What is said of words that a command cannot take, with the option that may be meant."""
    asked = _asked(top, args)
    name, word = asked.prog.removeprefix("policykb "), words[0]
    is_type = args.command == "new" and args.type
    more = f"{asked.prog} --help lists {'its fields' if is_type else 'the options'}"
    if args.command == "export" and word == "--format":
        return f"{name} has no option {word}; write policykb export {[*words, args.format][1]}"
    if not word.startswith("-"):
        takes = "takes options alone, and no" if is_type else "has no use for"
        return f"{name} {takes} “{word}”; {more}"
    from policykb.text.similar import nearest_word

    given = word.partition("=")[0]
    if given in asked._option_string_actions:
        return f"{name}: write {given} before “--”; no word after it is an option"
    near = nearest_word(given.lstrip("-"), [one[2:] for one in asked._option_string_actions])
    hint = f"did you mean --{near}? " if near else ""
    return f"{name} has no option {given}; {hint}{more}"


def _asked(top: argparse.ArgumentParser, args: argparse.Namespace) -> argparse.ArgumentParser:
    """The parser of the command that is asked for, or of the part of it."""
    from policykb.cli.completion import subparsers

    for key in ("command", "type", "doing"):
        top = subparsers(top).get(getattr(args, key, None) or "", top)
    return top
