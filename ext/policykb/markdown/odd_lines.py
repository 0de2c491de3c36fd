"""Whether the quick reading of lines (`inline`) may differ from MyST's own (`exact`): what is not
plain is not guessed at."""

import re
from collections.abc import Sequence

from policykb.markdown.inline import Inline

_INDENTED = r"""(?:
      [ >*+\-0-9.)]*(?:[ ]{4}|\t)              # may be code
    | \+\+\+                                   # a break between blocks
    | [ ]*[>*+\-0-9][ >*+\-0-9.)]*(?<=[ >])%   # a comment in a quote or list
    )"""
"""What begins a line that only MyST's parser places."""
_FIRST = re.compile(_INDENTED, re.VERBOSE)
_LATER = re.compile(rf"\n{_INDENTED}", re.VERBOSE)
_LEFT = re.compile(r"[`\[\]\\<](?:(?<!<)|(?=[A-Za-z/!?]))")
"""Marks that belong to nothing the quick reading found."""
_INSIDE = re.compile(r"[\n\[\]\\|]")
"""Marks within code or a role that may belong to something that binds before it."""
_ADDRESS = re.compile(r"[\n`\\<|\[]")
_WORDS = re.compile(r"[\n`\\<\[\]]")
_PLAIN = frozenset({"role", "code", "auto"})


def is_odd(text: str, start: int, stop: int, found: Sequence[Inline]) -> bool:
    """Whether ``text[start:stop]``, in which the quick reading found this, has to be read by MyST's
    own parser."""
    if start == 0 and _FIRST.match(text, 0, stop):
        return True
    if _LATER.search(text, max(start - 1, 0), stop):
        return True
    at = start
    for item in found:
        if item.start < at or _is_odd(text, item) or _LEFT.search(text, at, item.start):
            return True
        at = item.end
    return _LEFT.search(text, at, stop) is not None


def _is_odd(text: str, item: Inline) -> bool:
    if item.kind in _PLAIN:
        return _INSIDE.search(item.text) is not None
    if item.kind not in ("link", "image"):
        return True
    first, last = item.shown
    odd = _WORDS.search(text, first, last) or _ADDRESS.search(text, last + 1, item.end)
    return odd is not None
