"""How words of a quotation were read, said where it is worth saying."""

from pathlib import Path

from policykb.base.settings import Settings
from policykb.check.engine import load
from policykb.publish import catalog
from policykb.publish.facts import readings
from policykb.publish.facts.site import Site


def said(site: Site, ident: str, number: int) -> list[tuple[str, str, str, bool]]:
    quote = site.quotations(site.base.by_id[ident])[number]
    return [(one.words, one.label, one.value, one.alias) for one in readings.of(site, quote)]


def shows(root: Path, ident: str, mapping: str) -> Site:
    page = root / "docs/programs/hef.md"
    text = page.read_text(encoding="utf-8").replace(
        ":supports: status\n", f":supports: status\n:shows: {mapping}\n"
    )
    page.write_text(text, encoding="utf-8")
    return catalog.site(load(root, Settings()))


def test_words_are_read_as_a_field_and_its_value(root: Path) -> None:
    site = shows(root, "PRG_HEF", 'status = "fund is open"')
    assert said(site, "PRG_HEF", 0) == [("fund is open", "Status", "Open", False)]


def test_words_that_differ_in_case_only_are_not_explained(root: Path) -> None:
    site = shows(root, "PRG_HEF", 'status = "open"')
    assert said(site, "PRG_HEF", 0) == []


def test_another_name_is_called_one(site: Site, root: Path) -> None:
    assert said(site, "JV_QUAYLIGHT", 1) == [
        ("the Harbour Electrification Fund", "Funded by", "Harbour fund", True)
    ]
    page = root / "docs/ventures/quaylight.md"
    text = page.read_text(encoding="utf-8")
    text = text.replace(':shows: funded_by PRG_HEF = "the Harbour Electrification Fund"\n', "")
    page.write_text(text, encoding="utf-8")
    without = catalog.site(load(root, Settings()))
    assert said(without, "JV_QUAYLIGHT", 1) == [
        ("Harbour Electrification Fund", "Funded by", "Harbour fund", True)
    ]
    assert said(without, "JV_QUAYLIGHT", 0) == []
