"""The record that a name means which is no record's."""

from pathlib import Path

import pytest
from tests.small import check

NAMES = {
    "ORG_YAMADA": "株式会社山田電池",
    "ORG_MORI": "森海運",
    "ORG_BALTIC": "Oy Ab",
}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("山田電池", "ORG_YAMADA"),
        ("山田電池株式会社", "ORG_YAMADA"),
        ("森海運株式会社", "ORG_MORI"),
        ("株式会社", None),
        ("山本造船", None),
    ],
)
def test_a_company_is_meant_without_its_legal_form(
    said: str, meant: str | None, tmp_path: Path
) -> None:
    text = "# Firms\n\n" + "\n".join(
        f":::{{org}} {name}\n:id: {ident}\n:kind: company\n:::\n" for ident, name in NAMES.items()
    )
    page = f"{text}\n:::{{person}} Mori\n:id: PER_MORI\n:affiliation: {said}\n:::\n"
    found = check(tmp_path, {"docs/organizations/firms.md": page})[1].diagnostics
    (fault,) = [one for one in found if one.code == "PKB105"]
    fix = fault.fix
    assert (fix.edits[0].text if fix else None) == meant
    assert fix is None or fix.applicability == "unsafe"
