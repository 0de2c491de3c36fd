"""``policykb find``: records by any name, passages as evidence that checks."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run, change

from policykb.check import engine
from policykb.edit.find.clauses import sentences, shortest
from policykb.edit.find.passages import documents, find_passages
from policykb.edit.find.records import find_records
from policykb.evidence.document.find import Match, find


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Vesta", "ORG_VESTA"),
        ("vesta lnes", "ORG_VESTA"),
        ("Borealis Shiping", "ORG_BOREALIS"),
        ("HEF", "PRG_HEF"),
        ("harbor electrification", "PRG_HEF"),
        ("ORG_COST", "ORG_COAST"),
        ("quaylight", "JV_QUAYLIGHT"),
    ],
)
def test_records_are_found_by_any_name_mistyped_or_in_part(
    quay: Path, text: str, first: str
) -> None:
    assert find_records(engine.load(quay), text)[0][0].id == first


def test_a_name_that_is_none_finds_no_record(quay: Path) -> None:
    assert find_records(engine.load(quay), "photosynthesis") == []


def test_the_project_s_own_names_are_found_in_both_scripts(root: Path) -> None:
    base = engine.load(root)
    named = [entry for entry in base.by_id.values() if entry.text("name_ja")]
    for entry in named:
        assert find_records(base, entry.text("name_ja"))[0][0].text("name_ja") == entry.text(
            "name_ja"
        )
    assert find_records(base, "Alfressa")[0][0].id == "ORG_ALFRESA"


def test_a_passage_is_printed_as_evidence_that_checks(quay: Path, policykb: Run) -> None:
    answer = policykb("find", "financed", "electrification")
    assert answer.returncode == 0
    assert answer.stdout == (
        "SRC_NOTICE, paragraph 3:\n\n:::{evidence} SRC_NOTICE\n:supports: text\n\n"
        "Quaylight will be financed from the Harbour Electrification Fund\n:::\n"
    )
    block = answer.stdout.partition("paragraph 3:\n")[2]
    page = quay / "docs/programs/hef.md"
    page.write_text(page.read_text("utf-8").removesuffix("::::\n") + f"{block}::::\n", "utf-8")
    assert policykb("check").returncode == 0


def test_a_passage_without_one_of_the_words_says_so_behind_the_others(policykb: Run) -> None:
    shown = policykb("find", "Quaylight", "financed", "--from", "SRC_NOTICE").stdout
    heads = [line for line in shown.splitlines() if line.startswith("SRC_")]
    assert heads == [
        "SRC_NOTICE, paragraph 3:",
        "SRC_NOTICE, paragraph 2, without “financed”:",
    ]


def test_every_passage_proposed_from_the_project_s_sources_is_found_there(root: Path) -> None:
    base = engine.load(root)
    proposed = 0
    for _, document in documents(base):
        for word in sorted(set(re.findall(r"[A-Za-z]{9,}", document.text)))[::12]:
            for passage in find_passages(base, word, limit=3):
                match = find(passage.document, passage.quote)
                assert isinstance(match, Match), passage.quote
                assert match.paragraph == passage.paragraph
                assert word.lower()[:5] in passage.quote.lower()
                proposed += 1
    assert proposed > 50


def test_the_name_that_was_meant_is_told(quay: Path, policykb: Run) -> None:
    change(quay / "docs/programs/hef.md", ":aliases: HEF", ":aliases: Plug Fund")
    assert policykb("find", "plugfund").stdout == (
        "PRG_HEF  Harbour Electrification Fund, also “Plug Fund” (program)  "
        "docs/programs/hef.md:3\n"
    )


def test_asked_for_one_kind_or_source_the_rest_is_left(quay: Path, policykb: Run) -> None:
    assert "SRC_NOTICE, paragraph" not in policykb("find", "Quaylight", "--type", "jv").stdout
    only = policykb("find", "Quaylight", "--from", "Harbour notice").stdout
    assert only.count("{evidence}") == 2
    assert "JV_QUAYLIGHT" not in only
    assert policykb("find", "x", "--from", "SRC_NOPE").returncode == 2
    assert policykb("find", "photosynthesis").stdout == "Nothing found for “photosynthesis”.\n"


def test_sentences_end_where_they_end() -> None:
    text = "Mr. Doe of A.B. Inc. met us. It went “well.” Then 3.5 m. 完了。次。"
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == [
        "Mr. Doe of A.B. Inc. met us",
        "It went “well.”",
        "Then 3.5 m",
        "完了",
        "次",
    ]


def test_clauses_that_say_nothing_wanted_are_left_out() -> None:
    text = "In a first step, the fund, which is new, was opened on May 21, 2025, said the minister"

    def kept(*words: str) -> str:
        start, end = shortest(
            text, (0, len(text)), lambda span: all(word in text[slice(*span)] for word in words)
        )
        return text[start:end]

    assert kept("opened", "2025") == "was opened on May 21, 2025"
    assert kept("fund", "opened") == "the fund, which is new, was opened on May 21, 2025"


@pytest.mark.parametrize(
    ("text", "word", "kept"),
    [
        (
            "昨年、利根薬品株式会社（本社：前橋市、以下「利根薬品」）は、群馬県と、協定を結んだ",
            "利根薬品",
            "利根薬品株式会社（本社：前橋市、以下「利根薬品」）は、群馬県と、協定を結んだ",
        ),
        ("利根薬品は、群馬県と、協定を結び、薬を備える", "群馬県", "群馬県と、協定を結び"),
        (
            "会長は「備え、届け、知らせる」と述べ、席を立った",
            "届け",
            "会長は「備え、届け、知らせる」と述べ",
        ),
        (
            "该公司（总部：上海，简称“浦药”）成立，随后上市",
            "上海",
            "该公司（总部：上海，简称“浦药”）成立",
        ),
        (
            "In May, the fund (new; for quays, says Vesta) was opened, said the minister",
            "quays",
            "the fund (new; for quays, says Vesta) was opened",
        ),
        ("At first; Vesta Lines; with others, opened it", "Vesta", "Vesta Lines; with others"),
        (
            "It (as said, the quay opened, and closed",
            "said",
            "It (as said, the quay opened, and closed",
        ),
    ],
)
def test_a_cut_parts_no_brackets_and_leaves_no_bare_name(text: str, word: str, kept: str) -> None:
    start, end = shortest(text, (0, len(text)), lambda span: word in text[slice(*span)])
    assert text[start:end] == kept
