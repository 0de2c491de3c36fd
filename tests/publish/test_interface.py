"""The language of the site: its words, dates and names."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from markupsafe import Markup

from policykb.export import catalog as exports
from policykb.model import TYPES
from policykb.model.spec import Spec
from policykb.publish import article, catalog, layout
from policykb.publish.facts import interface as words
from policykb.publish.facts import value_words
from policykb.publish.facts.site import Site
from policykb.publish.facts.words import capital, label, other_language
from policykb.publish.frame import marked_text as marks
from policykb.publish.layout import page_context
from policykb.values.country import COUNTRY
from policykb.values.date import DATE
from policykb.values.language import LANGUAGE
from policykb.values.money import MONEY
from policykb.values.number import NUMBER
from policykb.values.term import Vocabulary

ENGLISH = words.interface("en").texts
DECLARED = (
    *("pages.", "views.", "descriptions.", "types.", "words.", "values."),
    *("dates.", "scales.", "currencies.", "order."),
)
"""Tables of what is declared elsewhere in English."""
WHOLE = ("en", "ja")
"""Languages that have every text."""
LITERAL = re.compile(r"""["']([\w-]+\.[\w.-]*)["'{]""")
ASKED = re.compile(r"""\bt(?:\.plural)?\(\s*["']([a-z_]+\.[\w-]+)["']""")


def holes(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))


def forms(texts: Iterable[str]) -> set[str]:
    """Keys without the endings of plural forms."""
    return {re.sub(r"\.(zero|one|two|few|many|other)$", "", key) for key in texts}


@pytest.mark.parametrize("language", words.languages())
def test_a_file_has_the_keys_and_holes_of_english(language: str) -> None:
    texts = words.interface(language).texts
    own = {key: text for key, text in texts.items() if not key.startswith(DECLARED)}
    assert forms(own) <= forms(ENGLISH)
    # What another language lacks is shown in English.
    assert language not in WHOLE or forms(own) == forms(ENGLISH)
    for key, text in own.items():
        like = ENGLISH.get(key) or ENGLISH[re.sub(r"\.\w+$", ".other", key)]
        assert holes(text) == holes(like), key


@pytest.mark.parametrize("language", [one for one in WHOLE if one != "en"])
def test_a_whole_language_words_all_that_is_declared(language: str) -> None:
    texts = words.interface(language).texts
    asked: set[str] = set()

    class Asked(words.Interface):
        def own(self, key: str, otherwise: str) -> str:
            if otherwise:
                asked.add(key)
            return super().own(key, otherwise)

    t = Asked(language, texts)
    for model in TYPES.values():
        asked |= {f"types.{model.name}.{word}" for word in ("label", "plural")}
        t.own(f"types.{model.name}.lead", model.lead)
        t.own("words.Organization", model.facet)
        for name, spec in model.specs.items():
            t.word(label(name, spec))
            t.word(spec.back)
            for value in spec.value.choices if isinstance(spec.value, Vocabulary) else ():
                t.own(f"values.{value}", value)
    for page in catalog.found():
        t.own(f"pages.{page.docname}", "" if page.docname in LISTS else page.title)
        t.own(f"views.{page.docname}", page.browse)
        t.own(f"descriptions.{page.docname}", page.description)
    for one in exports.found().values():
        if one.file:
            t.word(capital(one.what))
    asked -= {"words.", "pages.index"}
    assert asked <= set(texts)
    table = {key for key in texts if key.startswith(DECLARED) and not key.startswith(DECLARED[6:])}
    elsewhere = {f"words.{word}" for word in ELSEWHERE} | {f"pages.{name}" for name in LISTS}
    own = {key for key in table if key.startswith("types.")}
    assert table - own - asked <= elsewhere


LISTS = {f"{model.folder}/index" for model in TYPES.values()}
ELSEWHERE = ("All records", "All facts", "All links", "All quotations", "facts", "quotations")
"""Words of tables, which the page of data shows."""


def test_every_english_text_is_used_and_every_used_text_is_there() -> None:
    folder = Path(words.__file__).parents[1]
    files = [one for form in ("html", "py") for one in folder.rglob(f"*.{form}")]
    files += (folder.parent / "sphinx_ext").rglob("*.py")
    text = "\n".join(path.read_text("utf-8") for path in files)
    scripts = "\n".join(path.read_text("utf-8") for path in folder.glob("static/*.js"))
    literals = set(LITERAL.findall(text))
    literals |= {f"script.{key}" for key in re.findall(r'\b(?:policykbS|s)ay\("(\w+)"', scripts)}
    literals |= {f"count.{key}" for key in re.findall(r"""["'](\w+)["']""", text)}
    begun = tuple(one for one in literals if one.endswith((".", "_")) and one != "count.")
    keys = forms(ENGLISH)
    assert {key for key in keys if key not in literals and not key.startswith(begun)} == set()
    assert {one for one in ASKED.findall(text) if not one.startswith(DECLARED)} <= keys


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2025-05-21", "2025年5月21日"),
        ("2025-05", "2025年5月"),
        ("2025", "2025年"),
        ("XXXX-03-17", "3月17日（年の記載なし）"),
        ("2025~", "2025年頃"),
        ("2025-Q1", "2025年第1四半期"),
        ("2025-05-21/2025-06-02", "2025年5月21日～6月2日"),
        ("2025-05-21/2025-05-23", "2025年5月21日～23日"),
        ("2025-04/2025-06", "2025年4月～6月"),
        ("2024-12-30/2025-01-02", "2024年12月30日～2025年1月2日"),
        ("2021/2023", "2021年～2023年"),
        ("XXXX-03-17/XXXX-03-19", "3月17日～19日（年の記載なし）"),
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


def test_values_in_japanese() -> None:
    t = words.interface("ja")
    money, country = Spec(MONEY, ""), Spec(COUNTRY, "", many=True)
    figures = ("2.9 trillion", "500 billion", "1.2–3 million", "30,000", "90%")
    assert [value_words.written(t, "indicator", Spec(NUMBER, ""), one) for one in figures] == [
        *("2.9兆", "5,000億", "120万～300万", "30,000", "90%")
    ]
    assert value_words.written(t, "program", money, "12.4 billion JPY") == "124億円"
    assert value_words.written(t, "program", money, "1,234 CHF") == "1,234 CHF"
    assert value_words.of(t, "org", country, ("JP", "WORLD")) == ["日本", "世界"]
    parts = value_words.of(t, "org", country, ("JP-40", "US-CT"))
    assert parts == ["福岡県", "Connecticut (アメリカ合衆国)"]
    assert value_words.written(t, "source", Spec(LANGUAGE, ""), "en") == "英語"
    assert t.count(1200, "record") == "記録1,200件"


def test_plurals_are_those_of_the_language() -> None:
    forms = {f"count.link.{form}": f"{{n}} {form}" for form in ("one", "few", "many", "other")}
    polish = words.Interface("pl", forms)
    assert [polish.count(number, "link") for number in (1, 3, 5)] == ["1 one", "3 few", "5 many"]
    assert words.Interface("pl", {}).count(3, "link") == "3 links"


def test_a_base_s_own_label_stays_and_a_type_may_have_words_of_its_own() -> None:
    t = words.interface("ja")
    assert t.word("Behörde", "org") == "Behörde"
    assert (t.word("Published", "policy"), t.word("Published", "source")) == ("公布日", "発行日")
    assert (t.value("closed", "Closed", "facility"), t.value("x", "X", "")) == ("閉鎖", "X")


def test_each_text_says_its_language_and_a_name_in_that_of_the_site_is_first(site: Site) -> None:
    site.speak("ja")
    port, quaylight = (site.base.by_id[one] for one in ("ORG_PORT", "JV_QUAYLIGHT"))
    assert (site.name(port), site.other_name(port)) == ("厚生労働省", (port.title, "en"))
    assert site.name(quaylight) == "Quaylight"
    html = article.before(quaylight, site) + article.after(quaylight, site)
    assert re.search(r'<article class="[^"]*" id="JV_QUAYLIGHT" lang="ja"', html)
    assert '<div class="record-prose" lang="en">' in html
    assert '<span lang="en">Vesta Lines</span></a>' in html
    assert '<blockquote lang="en">' in html
    listed = {page.docname: page.html for page in catalog.pages(site)}["organizations/index"]
    assert re.search(r'>厚生労働省</a> <span class="sub" lang="en">Port &lt;b&gt;', listed)
    headed = layout.in_its_language(site, "organizations/port", "<h1>Port authority</h1>")
    assert headed == (
        '<h1 lang="ja">厚生労働省 <span class="sub" lang="en">Port authority</span></h1>'
    )
    written = layout.in_its_language(site, "briefs/who-pays", '<section id="a"><h1>Who</h1>')
    assert written.startswith('<section lang="en" id="a">')


def test_around_a_text_in_a_language_without_a_file_the_page_says_that_it_is_english(
    site: Site,
) -> None:
    site.speak("fr")
    assert page_context(site, "index")["kb"]["body_language"] == "en"
    assert str(site.own_language("Quai")) == ' lang="fr"'
    site.speak("en-GB")
    assert page_context(site, "index")["kb"]["body_language"] == ""
    assert str(site.own_language("Quay")) == ""


def test_a_text_is_in_the_language_of_most_of_its_letters() -> None:
    english = (
        "The ministry, 厚生労働省, runs the programs that pay for new plants and for training."
    )
    assert [other_language(one, "ja") for one in (english, "METIの方針", "2025", "Quay")] == [
        *("en", "", "", "en")
    ]
    assert [other_language(one, "en") for one in (english, "厚生労働省", "2025")] == ["", "ja", ""]
    assert marks.english("A 厚生 of the harbor, for ships and for shore power, as it is") == (
        '<span lang="en">A <span lang="ja">厚生</span> of the harbor, for ships and for '
        "shore power, as it is</span>"
    )


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


def test_names_in_japanese_stand_in_the_order_of_the_standard() -> None:
    names = ["日本", "髙島屋", "厚生労働省", "Akita", "バイオ", "経済産業省", "ﾊﾏ", "はし", "AMED"]
    wanted = ["Akita", "AMED", "はし", "ﾊﾏ", "バイオ", "経済産業省", "厚生労働省", "日本", "髙島屋"]
    assert sorted(names, key=words.interface("ja").order) == wanted
    assert sorted(["b", "É", "A"], key=words.interface("en").order) == ["A", "b", "É"]


def test_lists_stand_in_the_order_of_the_names_they_show(site: Site) -> None:
    site.base.by_id["ORG_VESTA"].raw.values["name_ja"] = "厚生船"
    site.base.by_id["ORG_BOREALIS"].raw.values["name_ja"] = "経済船"
    site.speak("ja")
    pages = {page.docname: page.html for page in catalog.pages(site)}
    rows = re.findall(r'<tr data-id="(\w+)"', pages["organizations/index"])
    assert rows.index("ORG_BOREALIS") < rows.index("ORG_VESTA")
    assert "名称の文字コード（JIS）順" in pages["organizations/index"]
    assert "名称の文字コード（JIS）順" not in pages["events/index"]
