"""What lies in the folders that anyone may change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from policykb.base import ground
from policykb.base.pictures import is_picture
from policykb.base.settings import Settings


def lay(root: Path, *paths: str) -> None:
    """Write files that say where they are."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path, "utf-8")


def test_every_file_is_of_one_kind(tmp_path: Path) -> None:
    pages = ["docs/a.md", "docs/b/c.md"]
    steering = [
        "docs/Conf.py",
        "docs/_templates/x.txt",
        "docs/b/x.po",
        "docs/l/x.MO",
        "docs/x.css_t",
    ]
    quiet = [
        "docs/.git/conf.py",
        "docs/out/conf.py",
        "docs/_p/a.md",
        "docs/b/x.pdf",
        "seeds/conf.py",
    ]
    lay(tmp_path, *pages, *steering, *quiet)
    (tmp_path / "docs/_p/link").symlink_to("/")
    (tmp_path / "docs/out/link").symlink_to("nowhere")
    os.mkfifo(tmp_path / "seeds/pipe.txt")
    found = ground.survey(tmp_path, Settings(exclude=["out"]))
    assert found.pages == pages
    assert found.steering == sorted(steering)
    assert found.files == {*pages, *steering, *quiet}
    assert found.links == ["docs/_p/link", "docs/out/link"]
    assert found.special == ["seeds/pipe.txt"]
    assert found.folders == {"docs", "seeds"}


def test_a_folder_behind_a_link_is_not_walked(tmp_path: Path) -> None:
    lay(tmp_path, "elsewhere/docs/a.md", "seeds/a.txt")
    (tmp_path / "in").symlink_to("elsewhere")
    found = ground.survey(tmp_path, Settings(docs="in/docs"))
    assert (found.pages, found.links, found.folders) == ([], ["in"], {"seeds"})
    assert found.holds("in/docs/a.md")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("link", "link"),
        ("folder/link/x/y", "link"),
        ("pipe", "special"),
        ("file/x", "special"),
        ("../x", "outside"),
        ("/etc/hostname", "outside"),
        ("", "outside"),
    ],
)
def test_a_path_that_leads_to_no_plain_file(path: str, kind: str, tmp_path: Path) -> None:
    lay(tmp_path, "file", "folder/file")
    for name in ("link", "folder/link"):
        (tmp_path / name).symlink_to(tmp_path / "folder")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ground.NotReal) as caught:
        ground.real(tmp_path, path)
    assert caught.value.kind == kind
    assert ground.real(tmp_path, "folder/new/file") == tmp_path / "folder/new/file"
    assert ground.read(tmp_path, "folder/file") == b"folder/file"


@pytest.mark.parametrize(
    ("name", "data", "sound"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n...", True),
        ("a.PNG", b"\x89PNG\r\n\x1a\n...", True),
        ("a.jpeg", b"\xff\xd8\xff\xe0", True),
        ("a.gif", b"GIF89a", True),
        ("a.gif", b"GIF8<script>", False),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", True),
        ("a.webp", b"RIFF\0\0\0\0WAVE", False),
        ("a.png", b"\xff\xd8\xff\xe0", False),
        ("a.png", b"", False),
        ("a.svg", b"<svg/>", False),
        ("a", b"GIF89a", False),
    ],
)
def test_a_picture_is_what_its_name_says(name: str, data: bytes, sound: bool) -> None:
    assert is_picture(name, data) is sound
