"""The color, the logo and the front page that a base chooses."""

import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import commit, git
from tests.publish.test_colors import CSS, contrast

from policykb.base import look as checks
from policykb.base.settings import SettingsError, read
from policykb.check import engine
from policykb.compare.revision import opened
from policykb.publish import catalog
from policykb.publish.files import registry
from policykb.publish.frame import look
from policykb.publish.layout import page_context

QUAY = Path(__file__).parents[1] / "contract/quay"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A copy of the small base, to give a look to."""
    return Path(shutil.copytree(QUAY, tmp_path / "quay"))


def settings(root: Path, **values: str) -> None:
    lines = "".join(f'{name} = "{value}"\n' for name, value in values.items())
    (root / "policykb.toml").write_text(lines, "utf-8")


def refused(root: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        engine.check(root)
    return str(caught.value)


def test_what_the_color_is_held_against_is_what_the_site_has() -> None:
    for ground in checks.GROUNDS:
        assert f"light-dark({ground}," in CSS or f": {ground};" in CSS
    assert f"--raised: light-dark(#ffffff, {checks.DARK_PAPER});" in CSS


@pytest.mark.parametrize("accent", ["#17477e", "#7a1f1f", "#0b5d3b", "#000000", "#4b2e83"])
def test_a_color_that_is_taken_can_be_read_everywhere(accent: str) -> None:
    assert read({"accent": accent}, "").accent == accent
    text = look.css(accent)
    assert text.startswith(":root { --brand: light-dark(")
    header, link = (pair.split(")")[0].split(", ") for pair in text.split("light-dark(")[1:])
    assert header[0] == link[0] == accent
    for paper in ("#fcfbf8", "#ffffff", "#f3f1ea"):
        assert contrast(link[0], paper) >= 4.5
    for paper in ("#12161d", "#1a2029", "#0d1117"):
        assert contrast(link[1], paper) >= 4.5
    assert contrast(header[0], "#ffffff") >= 4.5
    assert contrast(header[1], "#f4f1e8") >= 4.5
    assert min(contrast(color, "#e9b44c") for color in header) >= 3


def test_one_that_is_too_light_is_refused_with_one_that_would_do() -> None:
    with pytest.raises(SettingsError, match=r"policykb\.toml:1:1: “accent” is too light") as caught:
        read({"accent": "#3aa0ff"}, 'accent = "#3aa0ff"', "policykb.toml")
    better = str(caught.value).split("; ")[1].split()[0]
    assert read({"accent": better}, "").accent == better


@pytest.mark.parametrize("accent", ["blue", "#fff", "#17477E;}", "#17477e\n"])
def test_what_is_no_color_is_refused(accent: str) -> None:
    with pytest.raises(SettingsError, match="must be a color such as"):
        read({"accent": accent}, "")


@pytest.mark.parametrize(("name", "data"), [("logo.svg", SVG), ("art/logo.png", PNG)])
def test_a_logo_is_shown_on_every_page_and_in_the_tab(quay: Path, name: str, data: bytes) -> None:
    (quay / name).parent.mkdir(exist_ok=True)
    (quay / name).write_bytes(data)
    settings(quay, logo=name, accent="#7a1f1f")
    site = catalog.site(engine.load(quay))
    written = dict(registry.files(site))
    shown = page_context(site, "ventures/quaylight")["kb"]
    assert written[f"_static/{shown['logo']}"] == data
    assert shown["stamps"][shown["logo"]]
    assert b"--brand: light-dark(#7a1f1f" in written["_static/types.css"]


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("logo.svg", None, "names logo.svg, which is not there"),
        ("logo.svg", SVG.replace(b"<path", b"<script>1</script><path"), "“<script”"),
        ("logo.svg", SVG.replace(b"<path", b'<path onload="1"'), "more than draw: “onload=”"),
        ("logo.png", b"<html>", "is no picture of its kind"),
        ("logo.exe", b"MZ", "is no picture of its kind"),
        ("logo.svg", SVG + bytes(100_000), "100,000 are the most"),
        ("docs/logo.svg", SVG, "must not lie in docs or seeds, where anyone may change it"),
        ("../logo.svg", None, "must be a path inside the base's folder"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told_with_its_line(
    quay: Path, path: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (quay / path).write_bytes(data)
    settings(quay, title="Quays", logo=path)
    found = refused(quay)
    assert said in found
    assert found.startswith("policykb.toml:2:1: “logo”")


def test_a_link_in_place_of_the_logo_is_not_followed(quay: Path, tmp_path: Path) -> None:
    (tmp_path / "other.svg").write_bytes(SVG)
    (quay / "logo.svg").symlink_to(tmp_path / "other.svg")
    settings(quay, logo="logo.svg")
    assert "symbolic link" in refused(quay)


def test_the_front_page_has_the_blocks_that_are_chosen(quay: Path) -> None:
    (quay / "policykb.toml").write_text('landing = ["search", "types"]\n', "utf-8")
    site = catalog.site(engine.load(quay))
    after = page_context(site, "index")["kb"]["after"]
    assert 'id="hero-q"' in after
    assert 'id="types"' in after
    assert 'class="numbers"' not in after
    assert 'id="chain"' not in after
    with pytest.raises(SettingsError, match="has no block “news”; blocks are search, numbers"):
        read({"landing": ["news"]}, "")


def test_an_earlier_revision_has_its_logo_too(quay: Path) -> None:
    (quay / "logo.svg").write_bytes(SVG)
    settings(quay, logo="logo.svg")
    git(quay, "init", "-q", "-b", "main")
    commit(quay)
    (quay / "logo.svg").unlink()
    assert "not there" in refused(quay)
    with opened(quay, "HEAD") as (folder, theirs, _):
        assert engine.check(folder, settings=theirs)[1].diagnostics == []
