"""One format of ``policykb export``."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from policykb.check.context import Context
from policykb.export.records import Records

__all__ = ["Export", "Records"]


@dataclass(frozen=True, slots=True)
class Export:
    """A format as its module declares it. ``render`` makes the whole file, text as UTF-8; a library
    that is large is imported there and not before."""

    name: str
    """The word after ``policykb export``."""
    what: str
    """The content of the file in a few words."""
    render: Callable[[Context, Records], str | bytes]
    file: str = ""
    """Its name among the downloads of the site; empty where it is not offered there."""
    library: str = ""
    """The module that it cannot do without, and that only an extra of the package brings."""
    extra: str = ""
    """That extra's name."""
    most: int = 0
    """The facts of a base up to which the site offers it; 0 for any number. Beyond, the time that
    it takes would delay every build."""

    @property
    def is_there(self) -> bool:
        """Whether its library is installed."""
        return not self.library or find_spec(self.library) is not None
