"""The files in the folders that anyone may change, listed once, before anything is read.

No symbolic link is followed below a base's root: a link could lead to any file of the machine. A
file that the walk did not find as a plain file is not used anywhere, so that the files examined are
the files used.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from policykb.base.settings import Settings

STEERING = frozenset({"conf.py", "docutils.conf"})
"""Names of the files by which Sphinx and docutils are configured."""
TRANSLATIONS = (".po", ".mo")
TEMPLATES = (".jinja", ".jinja2", ".j2", ".css_t", ".js_t", ".html_t", ".svg_t")
TEMPLATE_FOLDER = "_templates"
_MISNAMED = re.compile(r".*\.(?:md|markdown|mdown|mkdn?|rst)(?:\.txt)?\s*", re.IGNORECASE)
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
"""A pipe that somebody put in a page's place is opened without waiting for its other end."""
_CHUNK = 1 << 20


class NotReal(OSError):
    """A path below a root leads to no plain file; ``kind`` is ``link``, ``outside`` or
    ``special``, ``path`` the part to blame."""

    def __init__(self, kind: str, path: str) -> None:
        super().__init__(errno.ELOOP, _WORDS[kind], path)
        self.kind = kind
        self.path = path


_WORDS = {
    "link": "is a symbolic link, which is not followed",
    "outside": "is outside the base",
    "special": "is no plain file",
}


@dataclass(slots=True)
class Ground:
    """The files in the folders of pages and sources, as POSIX paths relative to the root."""

    pages: list[str] = field(default_factory=list)
    """The Markdown pages, sorted."""
    misnamed: list[str] = field(default_factory=list)
    """Files among the pages that end as pages do elsewhere, sorted; they are not read."""
    files: set[str] = field(default_factory=set)
    """Every plain file, hidden ones too."""
    links: list[str] = field(default_factory=list)
    """Symbolic links, and folders of the settings that are reached through one."""
    special: list[str] = field(default_factory=list)
    """Pipes, sockets and devices."""
    steering: list[str] = field(default_factory=list)
    """Files by which Sphinx would be configured, translated or filled, were they read."""
    folders: set[str] = field(default_factory=set)
    """Those of the two folders that are real ones."""

    def knows(self, folder: str) -> bool:
        """True if a folder of the settings exists, even through a link."""
        return folder in self.folders or self.holds(folder)

    def holds(self, path: str) -> bool:
        """True if a path is a plain file, or is at or below a path that is reported itself."""
        return path in self.files or self._is_odd(path)

    def _is_odd(self, path: str) -> bool:
        return any(is_within(path, other) for other in (*self.links, *self.special))

    def follow(self, root: Path, path: str, settings: Settings) -> bool:
        """Look again at one path: at a page that is there or is not, at any other file that is
        there as before, at nothing. False where that needs another walk."""
        if self._is_odd(path):
            return False
        was, now = path in self.files, _is_plain(root, path)
        if not was and not now:
            around = (*self.links, *self.special, *self.files)
            return not os.path.lexists(root / path) and not any(
                is_within(one, path) for one in around
            )
        if was == now:
            return True
        if not is_page(path, settings) or os.path.lexists(root / path) != now:
            return False
        self.files ^= {path}
        self.pages = sorted({*self.pages} ^ {path})
        return (root / settings.docs).is_dir()


def is_within(path: str, folder: str) -> bool:
    """Whether a POSIX path is a folder or lies in it."""
    return path == folder or path.startswith(f"{folder}/")


def is_page(path: str, settings: Settings) -> bool:
    """Whether a POSIX path, relative to the root, would be taken for a page if there were one."""
    docs = settings.docs.rstrip("/")
    skip = [f"{docs}/{name}".rstrip("/") for name in settings.exclude]
    inner = path.removeprefix(f"{docs}/").split("/")
    return (
        path.endswith(".md")
        and is_within(path, docs)
        and not any(part.startswith((".", "_")) for part in inner)
        and not any(is_within(path, folder) for folder in skip)
    )


def _is_plain(root: Path, path: str) -> bool:
    try:
        return real(root, path).is_file()
    except OSError:
        return False


def survey(root: Path, settings: Settings) -> Ground:
    """Walk the folders of pages and sources; raises `OSError` for one that cannot be listed."""
    found = Ground()
    docs, seeds = settings.docs.rstrip("/"), settings.seeds.rstrip("/")
    for name in dict.fromkeys((docs, seeds)):
        try:
            if real(root, name).is_dir():
                found.folders.add(name)
        except NotReal as error:
            (found.links if error.kind == "link" else found.special).append(error.path)
    skip = {f"{docs}/{name}".rstrip("/") for name in settings.exclude}
    if docs in found.folders:
        _walk(root, docs, found, skip, steers=True)
    if seeds in found.folders and not is_within(seeds, docs):
        _walk(root, seeds, found, set(), steers=False)
    for paths in (found.pages, found.misnamed, found.links, found.special, found.steering):
        paths.sort()
    return found


def _walk(root: Path, top: str, found: Ground, skip: set[str], *, steers: bool) -> None:
    """Take in everything below a folder; hidden, private and left-out folders have no pages."""
    stack = [(top, steers, steers)]
    while stack:
        folder, has_pages, may_steer = stack.pop()
        for entry in _entries(root, folder, needed=has_pages):
            path = f"{folder}/{entry.name}"
            quiet = entry.name.startswith(".") or path in skip
            here = has_pages and not quiet and not entry.name.startswith("_")
            if entry.is_symlink() or getattr(entry, "is_junction", bool)():
                found.links.append(path)
            elif entry.is_dir(follow_symlinks=False):
                stack.append((path, here, may_steer and not quiet))
            elif not entry.is_file(follow_symlinks=False):
                found.special.append(path)
            else:
                found.files.add(path)
                if here and entry.name.endswith(".md"):
                    found.pages.append(path)
                elif here and _MISNAMED.fullmatch(entry.name):
                    found.misnamed.append(path)
                elif may_steer and steering_kind(path):
                    found.steering.append(path)


def _entries(root: Path, folder: str, *, needed: bool) -> Iterator[os.DirEntry[str]]:
    """The entries of a folder; none if it has no pages and cannot be listed."""
    try:
        with os.scandir(root / folder) as entries:
            yield from entries
    except OSError:
        if needed:
            raise


def steering_kind(path: str) -> str | None:
    """How Sphinx would use a file, in words; None if it would not."""
    name = path.rpartition("/")[2].lower()
    if name in STEERING:
        return "configuration"
    if name.endswith(TRANSLATIONS):
        return "a translation"
    if name.endswith(TEMPLATES) or f"/{TEMPLATE_FOLDER}/" in path.lower():
        return "a template"
    return None


def real(root: Path, path: str) -> Path:
    """The place of a POSIX path below a root, be there a file, a folder or nothing yet; raises
    `NotReal` where a link is on the way, or anything else at its end."""
    at, parts = str(root), PurePosixPath(path).parts
    if not parts or parts[0] == "/" or ".." in parts or Path(path).is_absolute():
        raise NotReal("outside", path)
    for number, part in enumerate(parts, 1):
        at = f"{at}/{part}"
        try:
            mode = os.lstat(at).st_mode
        except FileNotFoundError:
            return root / path
        if stat.S_ISLNK(mode):
            raise NotReal("link", "/".join(parts[:number]))
        if not stat.S_ISDIR(mode) and (number < len(parts) or not stat.S_ISREG(mode)):
            raise NotReal("special", "/".join(parts[:number]))
    return Path(at)


def read(root: Path, path: str) -> bytes:
    """All of a plain file below a root; raises `OSError`."""
    return read_bytes(str(real(root, path)))


def read_bytes(path: str, most: int | None = None) -> bytes:
    """All of a plain file, or its first ``most`` bytes. Raises `OSError`, for a link too."""
    number = os.open(path, _FLAGS)
    try:
        state = os.fstat(number)
        if stat.S_ISDIR(state.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        if not stat.S_ISREG(state.st_mode):
            raise NotReal("special", path)
        data = os.read(number, state.st_size + 1 if most is None else most)
        # A file has other bytes than it says only where it changes meanwhile.
        while most is None and len(data) != state.st_size and (more := os.read(number, _CHUNK)):
            data += more
        return data
    finally:
        os.close(number)
