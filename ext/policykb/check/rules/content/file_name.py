"""A file's name cannot be used everywhere, or is that of a page or file that is made."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from policykb.check.rules.content.hidden_character import HIDDEN
from policykb.check.rules.evidence.undescribed_source_file import documents
from policykb.check.rules.rule import Findings, Known, Severity, finds
from policykb.markdown.limits import NAME, is_long_name
from policykb.model.record_type import DEVICE
from policykb.text.latin import latin

_PLAIN = re.compile(r"[^\W_][\w.-]*(?:/[^\W_][\w.-]*)*")
_ALL_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(?:[/\n][A-Za-z0-9][A-Za-z0-9_.-]*)*")
_MADE = re.compile(r"(?:pagefind|id)/.*|search|404|genindex|py-modindex")
"""The names of pages and folders that every site has, without the ending."""
_SITE_FILE = re.compile(r".*\.(?:html|js|json|css|csv|txt|xml|inv|zip|svg|md)", re.IGNORECASE)
"""How files of a site end; a folder of such a name would take the place of one."""


@finds("PKB714", Severity.ERROR)
def rule(known: Known) -> Findings:
    """Names of pages, of documents and of their folders can be written on every system, are told
    apart there, and take the place of nothing that a site has."""
    settings = known.settings
    files = [f"{settings.seeds}/{name}" for name in documents(known)]
    for path, says, help in _told(tuple(known.paths), tuple(files), settings.docs):
        yield rule.on_file(path, says, help=help)


Told = tuple[str, str, str]
"""A path, what is said of it, and the way out."""


@lru_cache(maxsize=1)
def _told(pages: tuple[str, ...], files: tuple[str, ...], docs: str) -> list[Told]:
    """What is said of all names; a session asks again and again for the same ones."""
    paths = [*pages, *files]
    return [*_odd(pages, f"{docs}/"), *_unwritable(paths), *_twins(paths)]


def _odd(pages: tuple[str, ...], top: str) -> Iterator[Told]:
    """Pages whose names have other characters, or are those of what is made."""
    names = "\n".join(pages)
    plain = names.count("\n") < len(pages) and _ALL_PLAIN.fullmatch(names) is not None
    for path in pages:
        if not plain and (not _PLAIN.fullmatch(path) or HIDDEN.search(path)):
            name = path.rpartition("/")[2]
            odd = _odd_characters(path)
            says = f"the file's name {path!r} has other characters than letters, digits, - and _"
            wanted = plain_name(name)
            rename = f"rename the file to {wanted}" if wanted not in ("", name) else "rename it"
            yield path, says + odd, rename
        elif _MADE.fullmatch(path.removeprefix(top).removesuffix(".md")):
            says = f"{path} has the name of what every site has, and one would replace the other"
            yield path, says, "rename the file or its folder"
        elif _has_site_file(path.rpartition("/")[0]):
            says = f"a folder of {path} is named as a file of the site would be"
            yield path, says, "rename the folder"


@lru_cache
def _has_site_file(folder: str) -> bool:
    """Whether a part of a folder's path is named as a file of the site would be."""
    return any(_SITE_FILE.fullmatch(name) for name in folder.split("/"))


def _odd_characters(path: str) -> str:
    """Which characters of a path are odd, as the end of a message."""
    odd = dict.fromkeys(char for char in path if not (char.isalnum() or char in "/.-_"))
    shown = ", ".join(
        "a space" if char == " " else f"“{char}”" if "!" <= char <= "~" else f"U+{ord(char):04X}"
        for char in odd
    )
    return f": {shown}" if odd else ""


def plain_name(name: str) -> str:
    """A page's name in small letters, digits and -; empty where that would be a guess."""
    stem = latin(name.removesuffix(".md"))
    return "-".join(re.findall("[a-z0-9]+", stem)) + ".md" if stem else ""


def _unwritable(paths: list[str]) -> Iterator[Told]:
    """Names that Windows cannot write, and those that a build cannot add to."""
    for path in paths:
        if is_long_name(path):
            says = f"the file's name, or a folder's, has more than {NAME} bytes"
            yield path, says, "rename it"
        for name in path.split("/"):
            if not (DEVICE.fullmatch(name) or name.endswith(".")):
                continue
            says = f"{path}: Windows cannot write a file or folder “{name}”"
            yield path, says, "rename it"


def _twins(paths: list[str]) -> Iterator[Told]:
    """Files and folders that differ by case only, or by how an accent is written."""
    first_of: dict[str, str] = {}
    seen: set[str] = set()
    for path in paths:
        parts = path.split("/")
        for end in range(len(parts), 0, -1):
            name = "/".join(parts[:end])
            if name in seen:
                break
            seen.add(name)
            first = first_of.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
            if first != name and first.rpartition("/")[0] == name.rpartition("/")[0]:
                says = f"{name} and {first} are one file or folder on Windows and macOS"
                yield path, says, "rename one of them"
