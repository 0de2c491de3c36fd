"""What the function of a rule looks at, told by the names of its parameters.

The first may be ``entry`` (a record), ``page`` or ``fact`` (a fact with its grade): the function is
then called for each of them. What stands beside it, or alone, is handed the same for all:

=========  =====================================================================================
known      of all records ids, types, names and statuses; the sources; what places can be named
links      which record and which page links to which record, and where a link is said to be a gap
quotes     what is quoted from each source
labels     labels and terms that stand more than once
openings   records that begin with the same sentence
kept       what comments and the baseline keep quiet; such a rule runs after all others
base       everything
=========  =====================================================================================

A session knows from this what to run again after an edit.
"""

from collections.abc import Callable, Set
from typing import Any, NamedTuple

EACH = ("entry", "page", "fact")
BESIDE = ("known", "links", "quotes", "labels", "openings", "kept", "base")


class Scope(NamedTuple):
    """What a function is called for each of (empty: it is called once), and what it is handed
    beside it."""

    each: str
    beside: tuple[str, ...]

    def looks_at(self, changed: Set[str]) -> bool:
        """Whether all is to be looked at again after something of the base has changed. Of names it
        is told which pages may hold one."""
        wide = changed - {"known"} if self.each else changed
        return "base" in self.beside or not wide.isdisjoint(self.beside)


def scope_of(check: Callable[..., Any]) -> Scope:
    """The scope of a rule's function. A single parameter of another name is the base. Raises
    `TypeError` for several of which one is nothing that a rule can look at."""
    names = _parameters(check)
    if len(names) == 1 and names[0] not in (*EACH, *BESIDE):
        names = ("base",)
    each, beside = (names[0], names[1:]) if names[:1] and names[0] in EACH else ("", names)
    for name in beside:
        if name not in BESIDE:
            raise TypeError(
                f"a rule looks at “{name}”, which is none of {', '.join((*EACH, *BESIDE))}"
            )
    return Scope(each, tuple(beside))


def _parameters(check: Callable[..., Any]) -> tuple[str, ...]:
    code = getattr(check, "__code__", None)
    if code is not None and not hasattr(check, "__wrapped__"):
        return tuple(code.co_varnames[: code.co_argcount])
    import inspect

    return tuple(inspect.signature(check).parameters)
