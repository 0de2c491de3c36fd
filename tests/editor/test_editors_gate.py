"""Editors as the guide sets them up: what they show of a page with a mistake, and complete."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import change

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/guide/editors.md"
QUAY = ROOT / "tests/contract/quay"
VENTURE = "docs/ventures/quaylight.md"
RUN = "Quaylight will be financed from the Harbour Electrification Fund"
pytestmark = pytest.mark.long

NEOVIM = """
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, one in ipairs(vim.diagnostic.get(0)) do print(one.lnum + 1, one.code) end
vim.api.nvim_win_set_cursor(0, { 21, 16 })
local done
vim.fn.complete = function(at, items) print(at, items[1].word) done = true end
vim.fn.mode = function() return "i" end
vim.lsp.omnifunc(1, "")
vim.wait(5000, function() return done end, 50)
"""
EMACS = """
(package-initialize)
(load (expand-file-name "init.el") nil t)
(setq eglot-sync-connect 20)
(find-file "docs/ventures/quaylight.md")
(require 'eglot)
(unless (eglot-current-server) (call-interactively #'eglot))
(flymake-start)
(dotimes (_ 200) (unless (flymake-diagnostics) (accept-process-output nil 0.05)))
(dolist (one (flymake-diagnostics)) (princ (flymake-diagnostic-text one)) (terpri))
(goto-char (point-min)) (forward-line 20) (end-of-line)
(princ (all-completions "" (nth 2 (eglot-completion-at-point))))
"""


def snippet(language: str, words: str) -> str:
    """The guide's snippet in a language that has some words in it."""
    found = re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return str(next(one for one in found if words in one))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A base with a mistake in its venture, and a quotation that is begun."""
    root = Path(shutil.copytree(QUAY, tmp_path / "base"))
    (root / "pyproject.toml").touch()
    change(root / VENTURE, ":status: agreed", ":status: agred")
    change(root / VENTURE, f"{RUN}.", "Quaylight will be")
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    return root


def shown(base: Path, *command: str) -> str:
    """What an editor prints."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not on PATH")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=base,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PATH": path, "HOME": str(base)},
    )
    return done.stdout + done.stderr


def test_neovim(base: Path) -> None:
    (base / "init.lua").write_text(snippet("lua", "start_client"), "utf-8")
    (base / "try.lua").write_text(NEOVIM, "utf-8")
    words = ("--clean", "--headless", "-n", "-u", "init.lua", VENTURE)
    said = shown(base, "nvim", *words, "-c", "luafile try.lua", "-c", "qa!")
    assert "5 PKB105" in said
    assert f"1 {RUN}" in said


def test_emacs(base: Path) -> None:
    (base / "init.el").write_text(snippet("lisp", "eglot"), "utf-8")
    (base / "try.el").write_text(EMACS, "utf-8")
    said = shown(base, "emacs", "--batch", "-l", "try.el")
    assert "status cannot be “agred”" in said
    assert RUN in said
