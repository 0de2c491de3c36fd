"""Publisher, contact and license: shown where set, refused where they cannot be used."""

from pathlib import Path

import pytest

from policykb.base.settings import Settings, SettingsError, read
from policykb.check.engine import load
from policykb.publish import catalog
from policykb.publish.facts.site import Site
from policykb.publish.layout import page_context
from policykb.publish.pages import about


def test_what_is_set_is_shown(root: Path) -> None:
    settings = Settings(publisher="Port & Co", contact="desk@port.example", license="CC BY 4.0")
    site = catalog.site(load(root, settings))
    kb = page_context(site, "index")["kb"]
    assert kb["publisher"] == "Port & Co"
    assert 'href="mailto:desk@port.example"' in kb["contact_link"]
    assert 'href="https://creativecommons.org/' in kb["license_link"]
    html = about.after(site, "about")
    assert "Published by Port &amp; Co." in html
    assert 'href="mailto:desk@port.example"' in html


def test_what_is_not_set_is_not_shown(site: Site) -> None:
    kb = page_context(site, "index")["kb"]
    assert {kb[name] for name in ("publisher", "contact", "contact_link", "license")} == {""}
    assert "Publisher" not in about.after(site, "about")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("contact", "javascript:alert(1)"),
        ("contact", "desk at port.example"),
        ("contact", "https://"),
        ("publisher", "Port\nand Co"),
        ("license", " CC"),
    ],
)
def test_what_cannot_be_used_is_refused(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"“{name}” must be"):
        read({name: value}, "")


def test_a_license_under_its_former_name_is_read() -> None:
    assert read({"licence": "CC BY 4.0"}, "").license == "CC BY 4.0"


def test_a_setting_under_both_its_names_is_refused() -> None:
    with pytest.raises(SettingsError, match="“licence” stands twice, under another name as well"):
        read({"license": "CC BY 4.0", "licence": "CC0"}, "")
