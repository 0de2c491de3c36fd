"""Characters that Python counts as line ends and Markdown does not.

MyST splits the text of a directive at them, which would move every line behind. Both readers take
them for spaces; the checker refuses them anyway.
"""

from __future__ import annotations

AS_SPACES = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")
"""A table for `str.translate`, one character for one."""
