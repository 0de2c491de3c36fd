"""The look that a base and its types choose, as files of the site: colors, a logo."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from policykb.base import ground, pictures
from policykb.base.look import mixed, on_dark
from policykb.base.settings import Settings
from policykb.model import RecordType

STYLES = "types.css"
"""The stylesheet of these colors."""
SHADE = 0.55
"""How much white makes a color fit for a dark ground, where its type names none."""


def css(accent: str) -> str:
    """The rule that puts a base's color in the place of this site's; empty without one."""
    if not accent:
        return ""
    header, link = mixed(accent, "#000000", 0.45), on_dark(accent)
    return (
        f":root {{ --brand: light-dark({accent}, {header}); "
        f"--link: light-dark({accent}, {link}); }}\n"
    )


def of_types(types: Iterable[RecordType]) -> str:
    """The rules with an accent for each type, on light and on dark ground."""
    colors = ((one, one.color_dark or mixed(one.color, "#ffffff", SHADE)) for one in types)
    return "".join(
        f".t-{one.name} {{ --accent: light-dark({one.color}, {dark}); }}\n" for one, dark in colors
    )


def logo_name(settings: Settings) -> str:
    """The name of the logo among the static files; empty without one."""
    return f"logo{pictures.ending(settings.logo)}" if settings.logo else ""


def logo(root: Path, settings: Settings) -> dict[str, bytes]:
    """The logo by its name among the static files."""
    if not settings.logo:
        return {}
    stat = ground.real(root, settings.logo).stat()
    return {logo_name(settings): _read(root, settings.logo, stat.st_mtime_ns, stat.st_size)}


@cache
def _read(root: Path, path: str, changed: int, size: int) -> bytes:
    """The logo as it was at a time: each page asks for its checksum."""
    return ground.read(root, path)
