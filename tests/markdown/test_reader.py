"""Pages to records: what is read, and where it stands."""

from policykb.markdown.page import Page
from policykb.markdown.reader import read_page
from policykb.model import TYPES


def read(text: str) -> Page:
    return read_page("docs/page.md", text, frozenset(TYPES))


def kinds(page: Page) -> list[str]:
    return [fault.kind for fault in page.faults]


def test_a_record_is_read_with_the_place_of_every_part() -> None:
    page = read(
        "# Head\n\n::::{jv} Quaylight\n:id: JV_Q\n:parties: ORG_A, ORG_B\n\nOwn words.\n\n"
        ":::{evidence} SRC_A\n:supports: status\n\nVesta signed it\n:::\n\nMore words.\n::::\n"
        "After.\n"
    )
    (record,) = page.records
    assert (record.type, record.title, record.line) == ("jv", "Quaylight", 3)
    assert {name: option.value for name, option in record.options.items()} == {
        "id": "JV_Q",
        "parties": "ORG_A, ORG_B",
    }
    parties = record.options["parties"]
    assert page.text[parties.at : parties.end] == "ORG_A, ORG_B"
    assert page.position(parties.at) == (5, 11)
    (evidence,) = record.evidence
    assert (evidence.source, evidence.quote) == ("SRC_A", "Vesta signed it")
    assert page.text[evidence.at : evidence.end] == "Vesta signed it"
    assert evidence.options["supports"].value == "status"
    prose = "".join(page.text[start:end] for start, end in record.prose).split()
    assert prose == ["Own", "words.", "More", "words."]
    assert [page.text[start:end].strip() for start, end in page.prose] == ["# Head", "After."]
    assert not page.faults


def test_backtick_fences_yaml_blocks_and_quoted_values_read_the_same() -> None:
    plain = read(":::{org} A\n:id: ORG_A\n:aliases: Ay; Ah\n:::\n")
    for text in (
        "```{org} A\n:id: ORG_A\n:aliases: Ay; Ah\n```\n",
        ":::{org} A\n---\nid: ORG_A\naliases: Ay; Ah\n---\n:::\n",
        ":::{org} A\n---\n  id: ORG_A\n  aliases: Ay; Ah\n---\n:::\n",
        ":::{org} A\n:id: 'ORG_A'\n:aliases: \"Ay; Ah\"\n:::\n",
        ":::{org} A\r\n:id: ORG_A\r\n:aliases: Ay; Ah\r\n:::\r\n",
        "\ufeff:::{org} A\n:id: ORG_A\n:aliases: Ay;\n:  Ah\n:::\n",
    ):
        (record,) = read(text).records
        assert {n: o.value for n, o in record.options.items()} == {
            n: o.value for n, o in plain.records[0].options.items()
        }, text


def test_the_place_of_a_quoted_value_is_the_quoted_text() -> None:
    page = read(":::{org} A\n---\n  id: 'ORG_A'\n---\n:::\n")
    option = page.records[0].options["id"]
    assert page.text[option.at : option.end] == "'ORG_A'"
    assert page.position(option.at) == (3, 7)


def test_code_fences_and_inline_examples_make_no_records() -> None:
    page = read("````md\n:::{org} A\n:id: ORG_A\n:::\n````\n\n~~~\n:::{org} B\n~~~\n")
    assert page.records == []
    assert page.faults == []


def test_records_in_lists_quotes_and_indented_are_found_and_refused() -> None:
    page = read(
        "- item\n\n  :::{org} A\n  :id: ORG_A\n  :::\n\n> :::{org} B\n> :::\n\n :::{org} C\n :::\n"
    )
    assert [(fault.kind, fault.data) for fault in page.faults] == [
        ("misplaced", "list"),
        ("misplaced", "quote"),
        ("misplaced", "indent"),
    ]
    assert [page.line(fault.start) for fault in page.faults] == [3, 7, 10]


def test_a_fence_as_short_as_what_it_holds_is_one_fault_at_the_outer_fence() -> None:
    page = read(":::{jv} Q\n:id: JV_Q\n\n:::{evidence} SRC_A\n\nquoted words here\n:::\n:::\n")
    assert kinds(page) == ["short-fence"]
    assert page.line(page.faults[0].start) == 1
    assert page.records[0].void


def test_an_unclosed_fence_is_one_fault_and_keeps_what_it_swallows() -> None:
    page = read("::::{jv} Q\n:id: JV_Q\n\n:::{org} A\n:id: ORG_A\n:::\n")
    assert kinds(page) == ["unclosed"]
    assert [record.options["id"].value for record in page.records] == ["JV_Q", "ORG_A"]


def test_faults_of_options_are_told_apart_and_placed() -> None:
    page = read(
        ":::{org} A\n:id: ORG_A\n:id: ORG_B\n:aliases: Ay # cut\n\nText\n\n:kind: company\n"
        '：country： JP\n:::\n\n:::{org} B\n:x: "No" y\n:id: ORG_C\n:::\n'
    )
    assert [(fault.kind, page.position(fault.start)) for fault in page.faults] == [
        ("repeated-option", (3, 2)),
        ("truncated-option", (4, 14)),
        ("late-option", (8, 1)),
        ("full-width", (9, 1)),
        ("void-options", (13, 10)),
    ]
    assert page.records[0].options["id"].value == "ORG_B"
    assert page.records[1].void


def test_evidence_outside_a_record_and_records_within_records_are_faults() -> None:
    page = read(":::{evidence} SRC_A\n\nwords\n:::\n\n::::{jv} Q\n\n:::{org} A\n:::\n::::\n")
    assert kinds(page) == ["stray-evidence", "nested-record"]


def test_nesting_has_an_end() -> None:
    depth = 60
    text = "\n".join(":" * (depth + 3 - i) + "{note}" for i in range(depth))
    text += "\n" + "\n".join(":" * (i + 4) for i in range(depth)) + "\n"
    assert kinds(read(text)) == ["too-deep"]


def test_a_list_of_pages_is_no_prose() -> None:
    page = read("```{toctree}\n:maxdepth: 1\n\nTitle </a>\n```\n")
    assert (page.prose, page.faults) == ([], [])
    assert page.blocks[0].values == {"maxdepth": "1"}


def test_blocks_in_lists_within_quotes_and_in_footnotes_are_read_by_their_lines() -> None:
    page = read(
        "> 1. :::{code-block} sh\n>    :lineno-start: 1-9\n>\n>    ls\n>    :::\n\n"
        "[^a]: :::{org} A\n    :id: ORG_A\n    :::\n\n:::{org} B\n:id: ORG_B\n:::\n"
    )
    assert page.blocks[0].values == {"lineno-start": "1-9"}
    assert [(fault.kind, fault.data) for fault in page.faults] == [("misplaced", "note")]
    assert [record.values["id"] for record in page.records] == ["ORG_A", "ORG_B"]
    assert kinds(read("Words[^a].\n\n[^a]: ~~~text\n\nMore.\n")) == ["unclosed"]
