"""Which files and folders are one on systems that do not tell letter case apart."""

import pytest

from policykb.check.rules.content.file_name import _twins


@pytest.mark.parametrize(
    ("paths", "twins"),
    [
        (["docs/a/x.md", "docs/a/y.md", "docs/b/x.md"], []),
        (["docs/a/x.md", "docs/a/X.md"], ["docs/a/X.md"]),
        (["docs/a/x.md", "docs/A/y.md"], ["docs/A/y.md"]),
        (["docs/a/b/x.md", "docs/A/c/y.md"], ["docs/A/c/y.md"]),
        (["docs/caf\u00e9/x.md", "docs/cafe\u0301/y.md"], ["docs/cafe\u0301/y.md"]),
    ],
)
def test_twins_are_found_at_any_depth(paths: list[str], twins: list[str]) -> None:
    assert [path for path, _, _ in _twins(paths)] == twins
