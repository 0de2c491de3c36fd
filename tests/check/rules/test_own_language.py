"""What a record says in its own words is read in the language of the base."""

from pathlib import Path

import pytest
from tests.small import check

TEXT = """\
Bund beschließt Hafenfonds

Vesta Lines erhält seit dem 27. Februar 2024 rund 16,7 Milliarden Euro für 356.000 Anschlüsse.
"""
PAGE = """\
# Vesta Lines

::::{{org}} Vesta Lines
:id: ORG_VESTA
:kind: company

{said}

:::{{evidence}} SRC_BUND
:supports: text

Vesta Lines erhält seit dem 27. Februar 2024 rund 16,7 Milliarden Euro für 356.000 Anschlüsse
:::
::::
"""
SOURCE = """\
# Bund

:::{{source}} Bund
:id: SRC_BUND
:file: bund.txt
:sha256: {}
:language: de
:rights: none stated
:::
"""


def told(folder: Path, said: str, language: str) -> list[tuple[str, str]]:
    """The findings on the text of a record in a base of a language, each with its help."""
    from hashlib import sha256

    files = {
        "conf.py": f'extensions = ["policykb"]\nlanguage = "{language}"\n',
        "seeds/bund.txt": TEXT,
        "docs/sources/bund.md": SOURCE.format(sha256(TEXT.encode()).hexdigest()),
        "docs/organizations/vesta.md": PAGE.format(said=said),
    }
    _, report = check(folder, files)
    return [
        (f"{one.code} {one.message.partition('“')[2].partition('”')[0]}", one.help or "")
        for one in report.diagnostics
        if one.code in ("PKB610", "PKB611")
    ]


@pytest.mark.parametrize("language", ["de", "de_AT"])
@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Sie erhält 16,7 Milliarden Euro seit dem 27. Februar 2024 für 356.000 Anschlüsse.", []),
        ("Seit Februar 2024 sind es 16,8 Milliarden Euro.", ["PKB610 16,8 Milliarden Euro"]),
        ("Das gilt seit dem 28. Februar 2024.", ["PKB610 28. Februar 2024"]),
        ("Es sind zwölf Anschlüsse.", ["PKB610 zwölf"]),
        ("It receives 16.7 billion euros, in February 2024, for 356,000 links.", []),
    ],
)
def test_a_base_in_german(tmp_path: Path, said: str, codes: list[str], language: str) -> None:
    assert [code for code, _ in told(tmp_path, said, language)] == codes


def test_german_in_an_english_base_is_pointed_to_the_setting(tmp_path: Path) -> None:
    said = "Sie erhält 16,7 Milliarden Euro."
    (found,) = told(tmp_path, said, "en")
    assert 'language = "de" in conf.py' in found[1]
    (other,) = told(tmp_path, "Sie erhält 16,9 Milliarden Euro.", "en")
    assert "conf.py" not in other[1]
