"""Every format, found beside this module: a format is a module that declares its ``EXPORT``."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from policykb import export as folder
from policykb.check.context import Context
from policykb.check.reading import LoadError
from policykb.export.format import Export
from policykb.export.records import Records, address_of


def found() -> dict[str, Export]:
    """The formats by name, in its order."""
    return {one.name: one for one in sorted(_declared(), key=lambda one: one.name)}


def _declared() -> Iterator[Export]:
    for info in iter_modules(folder.__path__, f"{folder.__name__}."):
        declared = getattr(import_module(info.name), "EXPORT", None)
        if declared is not None:
            yield declared


class Missing(LoadError):
    """A library that a format needs is not installed."""


def written(export: Export, base: Context, made: Records | None = None) -> bytes:
    """The file of a base; ``made`` are its records if they are made already. Raises `Missing`."""
    if not export.is_there:
        raise Missing(
            f"the format {export.name} needs {export.library}, which is not installed: "
            f"pip install 'policykb[{export.extra}]'"
        )
    content = export.render(base, Records(base, address_of(base)) if made is None else made)
    return content.encode("utf-8") if isinstance(content, str) else content
