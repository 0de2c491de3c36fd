"""The language of the site: its words, dates and names."""

import re
import tomllib
from pathlib import Path

import pytest
from markupsafe import Markup

from policykb.model import TYPES
from policykb.publish import catalog
from policykb.publish.facts import interface as words
from policykb.publish.facts.site import Site
from policykb.publish.layout import page_context
from policykb.values.date import DATE

ENGLISH = words.interface("en").texts
DECLARED = ("pages.", "types.", "dates.")
"""Tables of what is declared elsewhere in English."""
WHOLE = ("en", "ja")
"""Languages that have every text."""
USED = re.compile(r"""\bt\(\s*['"]([a-z_.]+)['"]""")


def holes(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))


@pytest.mark.parametrize("language", words.languages())
def test_a_file_has_the_keys_and_holes_of_english(language: str) -> None:
    texts = words.interface(language).texts
    own = {key: text for key, text in texts.items() if not key.startswith(DECLARED)}
    english = {key: holes(text) for key, text in ENGLISH.items()}
    mine = {key: holes(text) for key, text in own.items()}
    # What another language lacks is shown in English.
    assert mine == (english if language in WHOLE else {key: english.get(key) for key in mine})


def test_japanese_names_every_type_and_page_that_there_is() -> None:
    texts = words.interface("ja").texts
    wanted = {f"types.{name}.{word}" for name in TYPES for word in ("label", "plural")}
    assert wanted == {key for key in texts if key.startswith("types.")}
    known = {f"pages.{page.docname}" for page in catalog.found()}
    named = {key for key in texts if key.startswith("pages.")}
    assert named <= known
    lists = {f"pages.{model.folder}/index" for model in TYPES.values()}
    assert known - named - lists == {"pages.index"}


def test_every_english_text_is_used_and_every_used_text_is_there() -> None:
    folder = Path(words.__file__).parents[1]
    files = [*folder.rglob("*.html"), *folder.rglob("*.py")]
    used = {key for path in files for key in USED.findall(path.read_text(encoding="utf-8"))}
    assert {key for key in used if not key.startswith("dates.")} == set(ENGLISH)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2025-05-21", "2025年5月21日"),
        ("2025-05", "2025年5月"),
        ("2025", "2025年"),
        ("XXXX-03-17", "3月17日（年の記載なし）"),
        ("2025~", "2025年頃"),
        ("2025-Q1", "2025年第1四半期"),
        ("2025-05-21/2025-06-02", "2025年5月21日～2025年6月2日"),
        ("2025-05/..", "2025年5月以降"),
        ("../2025-05", "2025年5月まで"),
    ],
)
def test_dates_in_japanese(written: str, shown: str) -> None:
    value = DATE.parse(written)
    assert words.interface("ja").date(value) == shown
    assert words.interface("en").date(value) == DATE.display(value)


@pytest.mark.parametrize(
    ("page", "marked"), [("en", ""), ("en-GB", ""), ("ja", ' lang="en"'), ("fr", ' lang="en"')]
)
def test_a_quotation_says_its_language_where_it_is_not_the_page_s(
    site: Site, page: str, marked: str
) -> None:
    site.speak(page)
    (quote, *_) = site.quotations(site.base.by_id["JV_QUAYLIGHT"])
    assert str(site.lang(quote)) == marked


def test_the_nearest_file_is_taken() -> None:
    assert [words.interface(one).language for one in ("ja", "ja_JP", "en-GB", "fr")] == [
        *("ja", "ja", "en", "en")
    ]


def test_a_site_in_japanese(site: Site) -> None:
    site.speak("ja")
    frame = page_context(site, "ventures/quaylight")["kb"]
    assert frame["trail"][0]["text"] == "ホーム"
    assert [item.text for item in site.items(site.base.by_id["JV_QUAYLIGHT"], "agreed")] == [
        "2024年3月3日"
    ]
    pages = {page.docname: page for page in catalog.pages(site)}
    assert pages["gaps"].title == "未確認の事項"
    assert pages["search"].title == "検索"
    assert "関連度順" in pages["search"].html
    assert ">Search<" not in pages["search"].html


def test_html_in_a_text_stays_and_words_are_escaped() -> None:
    made = words.Interface("xx", {"missing.lead": "<b> {search}"})
    assert made("missing.lead", search=Markup("<i>")) == "&lt;b&gt; <i>"


def test_files_are_flat_texts() -> None:
    for path in words.FOLDER.glob("*.toml"):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        assert all(isinstance(table, dict) for table in tables.values()), path.name
