"""Settings of conf.py that a build cannot take, told once it has failed: a value that Sphinx need
not have taken may do no harm."""

import codecs
import re
from collections.abc import Callable
from reprlib import repr as short
from typing import Any

from sphinx.config import ENUM, Config
from sphinx.errors import ExtensionError, SphinxError

_READ: dict[str, Callable[[str], object]] = {
    "needs_id_regex": re.compile,
    "source_encoding": codecs.lookup,
}
"""What reads a setting that cannot hold every text."""


def blamed(config: Config, error: Exception) -> str | None:
    """Which settings a build failed with; None where all fit, or where Sphinx itself tells what is
    wrong."""
    cause = error.orig_exc if isinstance(error, ExtensionError) else error
    if cause is None or isinstance(cause, SphinxError):
        return None
    given = {name: one for name, one in config._raw_config.items() if name in config.values}
    unfit = [f"{name} = {short(one)}" for name, one in given.items() if not _fits(config, name)]
    said = f"{type(cause).__name__}: {cause}"
    return f"conf.py: no site can be built with {', '.join(unfit)}: {said}" if unfit else None


def _fits(config: Config, name: str) -> bool:
    """Whether a setting is of a type that it is declared with, and can be read."""
    value, option = config._raw_config[name], config.values[name]
    declared: Any = option.valid_types
    if isinstance(declared, ENUM):
        return declared.match(value)
    default = option.default(config) if callable(option.default) else option.default
    kinds = {*(declared or ()), *(() if default is None else (type(default),))}
    if kinds & {list, tuple}:
        kinds |= {list, tuple}
    if not kinds or value is None:
        return True
    return isinstance(value, tuple(kinds)) and _is_read(name, value)


def _is_read(name: str, value: Any) -> bool:
    try:
        _READ.get(name, str)(value)
    except (LookupError, ValueError, re.error):
        return False
    return True
