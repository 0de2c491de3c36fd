"""One command on one broken base, in this process, with what must hold of it."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from tests.fuzz.mutate import state

from policykb.cli import main

READING = [
    ["check"],
    ["check", "--format", "json"],
    ["check", "--format", "concise", "docs"],
    ["check", "--format", "github"],
    ["check", "--format", "sarif"],
    ["check", "--select", "PKB3", "--today", "2025-01-01"],
    ["find", "Vesta", "fund"],
    ["find", "shore power", "--from", "SRC_NOTICE", "--limit", "3"],
    ["explain", "JV_QUAYLIGHT"],
    ["explain", "PKB201"],
    ["fix", "--diff", "--unsafe"],
    ["export", "json"],
    ["export", "csv"],
]
WRITING = [
    ["fix"],
    ["fix", "--unsafe"],
    ["fix", "--repin", "SRC_NOTICE"],
    ["new", "org", "--title", "New Harbour", "--kind", "company"],
    ["new", "jv", "--title", "New Venture", "--from", "SRC_NOTICE", "--about", "agreement"],
]


def run(root: Path, words: list[str]) -> tuple[int, str, str]:
    """Exit code and output; an exception that is no user's fault comes through."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True), io.StringIO()
    wanted = patch.dict(os.environ, {"POLICYKB_TRACEBACK": "1"})
    with redirect_stdout(out), redirect_stderr(err), wanted:
        code = main([*words, "--root", str(root)])
    out.seek(0)
    return code, out.read(), err.getvalue()


def hold(root: Path, words: list[str]) -> None:
    """Run a command; it ends in an answer or in one plain line, and what only reads writes
    nothing."""
    before = state(root)
    code, out, err = run(root, words)
    assert code in (0, 1, 2), (words, code)
    assert "Traceback" not in out + err
    assert (code == 2) == err.startswith("policykb: "), (words, code, err)
    assert "fault in policykb itself" not in err, (words, err)
    after = state(root)
    if words in READING:
        assert after == before, words
    else:
        assert set(before) <= set(after), words
