"""Characters that are read as others.

MyST splits the text of a directive at what Python counts as line ends and Markdown does not, which
would move every later line, and reads a NUL as U+FFFD (CommonMark 0.31, section 2.3). Both readers
take the former for spaces and the latter as MyST does; the checker refuses them anyway.
"""

READ_AS: dict[int, str] = {
    **dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " "),
    0: "\ufffd",
}
"""A table for `str.translate`, one character for one."""
