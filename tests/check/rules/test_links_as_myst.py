"""Links lead where MyST lets them: to labels and terms of any page, within the project, by the
project's own kinds of addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.small import check

PAGE = "docs/about.md"
HEAD = """# About

(my-label)=
## Harbor dues

(sec/part)=
### Part

(sec:colon)=
### Colon

(日本)=
### Words

(bare)=
Words.

```{glossary}
quay
  A place.
```

"""
CONF = """myst_heading_anchors = 2
myst_url_schemes = {"https": None, "ftp": None, "wiki": {"url": "https://example.org/{{path}}"}}
"""


def codes(folder: Path, text: str) -> list[str]:
    files = {PAGE: HEAD + text, "docs/other.md": "# Other\n\n## Deep\n\n### Deeper\n"}
    _, report = check(folder, {**files, "conf.py": CONF})
    return [one.code for one in report.diagnostics if one.path == PAGE]


@pytest.mark.parametrize(
    "text",
    [
        *("[a](my-label)", "[](my-label)", "[a](sec/part)", "[a](sec:colon)", "[a](bare)"),
        *(
            "[a](quay)",
            "[a](%E6%97%A5%E6%9C%AC)",
            "[a](#%E6%97%A5%E6%9C%AC)",
            "[a][b]\n\n[b]: bare",
        ),
        *("<project:#my-label>", "[a](project:#my-label)", "[](project:other.md)"),
        *(
            "<project:other.md>",
            "[a](project:other.md#deep)",
            "[a](wiki:Quay)",
            "[a](other.md#deep)",
        ),
    ],
)
def test_what_myst_finds_is_no_mistake(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[a](no-label)", "PKB602"),
        ("[](bare)", "PKB602"),
        ("![a](my-label)", "PKB708"),
        ("[a](sec:none)", "PKB707"),
        ("<project:#none>", "PKB603"),
        ("[a](project:other)", "PKB602"),
        ("[a](project:none.md)", "PKB602"),
        ("[a](project:../../etc/passwd)", "PKB707"),
        ("[a](other.md#deeper)", "PKB603"),
        ("[a](ftp:x)", "PKB707"),
        ("[a](path:x)", "PKB707"),
        ("(javascript:x)=\n## A\n\n[a](javascript:x)", "PKB707"),
    ],
)
def test_what_myst_does_not_find_is_told(tmp_path: Path, text: str, code: str) -> None:
    assert code in codes(tmp_path, text)
