"""Pages that are unusual in one way each."""

SHORT = {
    "¶": "# P\n\n",
    "§": ":::{org} Alpha\n:id: ORG_A\n",
    "†": ":::{org} B\n:id: ORG_B\n:::\n",
}
"""Signs that stand for what many pages have."""


def _whole(text: str) -> bytes:
    for sign, words in SHORT.items():
        text = text.replace(sign, words)
    return text.encode("utf-8")


_SHORTENED = {
    "empty": "",
    "one line": "# Page",
    "plain": "# Page\n\n§:kind: company\n\nWords.\n:::\n",
    "no final line feed": "# Page\n\n§:kind: company\n\nWords.\n:::",
    "backticks": "# Page\n\n```{org} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n```\n",
    "tildes": "# Page\n\n~~~{org} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n~~~\n",
    "long colons": "# Page\n\n:::§:kind: company\n\nWords.\n::::::\n",
    "longer closer": "# Page\n\n§:kind: company\n\nWords.\n:::::\n",
    "closer with spaces": "# Page\n\n§:kind: company\n\nWords.\n:::   \n",
    "indented closer": "# Page\n\n§:kind: company\n\nWords.\n   :::\n",
    "closer indented too far": "# Page\n\n§:kind: company\n\nWords.\n    :::\n:::\n",
    "space before name": "# Page\n\n::: {org} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "tab before name": "# Page\n\n:::\t{org} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "no space before title": "¶:::{org}Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "spaces before title": "¶:::{org}    Alpha   \n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "tab before title": "¶:::{org}\tAlpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "no title": "¶:::{org}\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "title goes on": "¶:::{org} Alpha\nBeta\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "upper-case name": "¶:::{ORG} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "mixed-case name": "¶:::{Org} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "attributes behind name": "¶:::{org .wide} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "attributes apart": "¶:::{org} {.wide} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "braces in title": "¶:::{org} Alpha {beta} gamma\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "backtick in title": "¶:::{org} Alpha `beta`\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "backtick in backtick fence": (
        "¶```{org} Alpha `beta`\n:id: ORG_A\n:kind: company\n\nWords.\n```\n"
    ),
    "prefixed name": "¶:::{std:org} Alpha\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n",
    "program": "¶:::{program} Fund\n:id: PRG_A\n:status: open\n:::\n",
    "standard program": "¶:::{std:program} tool\n:::\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n",
    "crlf": "# Page\r\n\r\n:::{org} Alpha\r\n:id: ORG_A\r\n:kind: company\r\n\r\nWords.\r\n:::\r\n",
    "cr": "# Page\r\r:::{org} Alpha\r:id: ORG_A\r:kind: company\r\rWords.\r:::\r",
    "mixed line ends": (
        "# Page\r\n\r\n:::{org} Alpha\r\n:id: ORG_A\n:kind: company\n\nWords.\n:::\n"
    ),
    "bom": "\ufeff# Page\n\n§:kind: company\n\nWords.\n:::\n",
    "bom and crlf": (
        "\ufeff# Page\r\n\r\n:::{org} Alpha\r\n:id: ORG_A\r\n"
        ":kind: company\r\n\r\nWords.\r\n:::\r\n"
    ),
    "front matter": "---\norphan: true\n---\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n",
    "front matter with a fence": (
        "---\nx: |\n  :::{org} No\n  :id: ORG_NO\n  :::\n"
        "---\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n"
    ),
    "unclosed front matter": "---\norphan: true\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n",
    "rule first": "---\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n",
    "rule between": (
        "# Page\n\n§:kind: company\n\nWords.\n:::\n\n---\n\n# Page\n\n:::{org} Alpha\n"
        ":id: ORG_B\n:kind: company\n\nWords.\n:::\n"
    ),
    "setext heading": "Page\n====\n\n§:kind: company\n\nWords.\n:::\n",
    "yaml block": "¶:::{org} Alpha\n---\nid: ORG_A\nkind: company\n---\n\nWords.\n:::\n",
    "yaml block, quoted": "¶:::{org} Alpha\n---\nid: \"ORG_A\"\nkind: 'company'\n---\n:::\n",
    "yaml block, indented": "¶:::{org} Alpha\n---\n  id: ORG_A\n  kind: company\n---\n:::\n",
    "yaml block, folded": "¶:::{org} Alpha\n---\nid: ORG_A\naliases: >-\n  one\n  two\n---\n:::\n",
    "yaml block, literal": "¶:::{org} Alpha\n---\nid: ORG_A\naliases: |\n  one\n  two\n---\n:::\n",
    "yaml block, comment": (
        "¶:::{org} Alpha\n---\n# note\nid: ORG_A\nkind: company # or so\n---\n:::\n"
    ),
    "yaml block, unclosed": "¶:::{org} Alpha\n---\nid: ORG_A\nkind: company\n:::\n",
    "yaml block, long dashes": "¶:::{org} Alpha\n-----\nid: ORG_A\n-----\n:::\n",
    "yaml block, text behind": "¶:::{org} Alpha\n---\nid: ORG_A\n--- words\n:::\n",
    "yaml block, empty": "¶:::{org} Alpha\n---\n---\n:id: ORG_A\n:::\n",
    "option, double quotes": '¶:::{org} Alpha\n:id: "ORG_A"\n:aliases: "a \\" b"\n:::\n',
    "option, single quotes": "¶:::{org} Alpha\n:id: 'ORG_A'\n:aliases: 'it''s'\n:::\n",
    "option, NUL": "¶§:aliases: \0\n:tags: a\0b\n:::\n",
    "title, NUL": "¶:::{org} A\0b\n:id: ORG_A\n:::\n",
    "option, two ids for one": "¶§:part_of: ORG_C, ORG_B\n:::\n",
    "option, quote within": '¶§:aliases: the "best"\n:::\n',
    "option, voided": '¶§:aliases: "No" y\n:::\n',
    "option, comment": "¶§:aliases: one # two\n:::\n",
    "option, hash without space": "¶§:aliases: one#two\n:::\n",
    "option, tab before hash": "¶§:aliases: one\t# two\n:::\n",
    "option, folded": "¶§:aliases: >\n:  one\n:  two\n:::\n",
    "option, continued": "¶§:aliases: one\n  two\n:::\n",
    "option, continued by colon": "¶§:aliases: one\n:  two\n:::\n",
    "option, no space": "¶:::{org} Alpha\n:id:ORG_A\n:::\n",
    "option, colon in value": "¶§:aliases: one: two\n:::\n",
    "option, trailing colon": "¶§:aliases: one:\n:::\n",
    "option, space before colon": "¶:::{org} Alpha\n:id : ORG_A\n:::\n",
    "option, spaces around": "¶:::{org} Alpha\n:id:    ORG_A   \n:kind:   company\n:::\n",
    "option, indented": "¶:::{org} Alpha\n  :id: ORG_A\n  :kind: company\n:::\n",
    "option, one indented": "¶§  :kind: company\n:::\n",
    "option, tab between": "¶:::{org} Alpha\n:id:\tORG_A\n:::\n",
    "option, tab within": "¶§:aliases: one\ttwo\n:::\n",
    "option, empty": "¶§:aliases:\n:::\n",
    "option, empty id": "¶:::{org} Alpha\n:id:\n:kind: company\n:::\n",
    "option, repeated": "¶§:kind: company\n:kind: agency\n:::\n",
    "option, upper case": "¶:::{org} Alpha\n:ID: ORG_A\n:id: ORG_B\n:::\n",
    "option, hyphen": "¶§:part-of: ORG_B\n:::\n",
    "option, full-width colon": "¶§：kind： company\n:::\n",
    "option, starts with bracket": "¶§:aliases: [one]\n:::\n",
    "option, starts with brace": "¶§:aliases: {one}\n:::\n",
    "option, starts with star": "¶§:aliases: *one\n:::\n",
    "option, starts with ampersand": "¶§:aliases: &one two\n:::\n",
    "option, starts with percent": "¶§:aliases: %one\n:::\n",
    "option, starts with at": "¶§:aliases: @one\n:::\n",
    "option, starts with backtick": "¶§:aliases: `one`\n:::\n",
    "option, starts with dash": "¶§:aliases: - one\n:::\n",
    "option, starts with question": "¶§:aliases: ? one\n:::\n",
    "option, dynamic function": "¶§:aliases: [[copy('id')]]\n:::\n",
    "option, variant": "¶§:aliases: <<True: x>>\n:::\n",
    "link with condition": "¶§:part_of: ORG_B[True]\n:::\n",
    "links, spaced": "¶:::{jv} J\n:id: JV_A\n:parties:  ORG_A ,ORG_B,, ORG_C\n:::\n",
    "options behind blank line": "¶:::{org} Alpha\n\n:id: ORG_A\n:::\n",
    "option behind body": "¶§\nWords.\n\n:kind: company\n:::\n",
    "body without blank line": "¶§Words.\n:::\n",
    "hidden": "¶§:hide:\n:::\n",
    "deleted": "¶§:delete: true\n:::\n",
    "jinja": "¶§:jinja_content: true\n\n{{ 1 }}\n:::\n",
    "evidence": (
        "# Page\n\n§:kind: company\n\nWords.\n\n```{evidence} SRC_A\n"
        ":supports: kind\n\na b c\n```\n:::\n"
    ),
    "evidence, record within": (
        "# Page\n\n:§:kind: company\n\nWords.\n\n```{evidence} SRC_A\n"
        "\n:::{org} No\n:id: ORG_NO\n:::\n```\n::::\n"
    ),
    "nested": "¶:§\n:::{org} Beta\n:id: ORG_B\n:::\n::::\n",
    "nested first": "¶::::{org} Alpha\n:::{org} Beta\n:id: ORG_B\n:::\n::::\n",
    "nested, mixed marks": "¶```{org} Alpha\n:id: ORG_A\n\n:::{org} Beta\n:id: ORG_B\n:::\n```\n",
    "nested in a note": "¶::::{note}\n§:::\n::::\n",
    "nested in a note with options": "¶::::{note}\n:name: n\n\n§:::\n::::\n",
    "nested in a note with a title": "¶::::{admonition} T\n\n§:::\n::::\n",
    "nested in a div": "¶::::\n§:::\n::::\n",
    "nested in a named div": "¶:::: wide\n§:::\n::::\n",
    "nested twice": "¶:::::{note}\n\n::::{tip}\n\n§:::\n::::\n:::::\n",
    "in a blocked directive": "¶::::{needextend} x\n\n§:::\n::::\n",
    "short outer fence": "¶§\n:::{org} Beta\n:id: ORG_B\n:::\n:::\n",
    "unclosed": "¶§\nWords.\n",
    "unclosed before another": "¶§\n:::{org} Beta\n:id: ORG_B\n:::\n",
    "unclosed code": "¶```python\nx = 1\n\n§:::\n",
    "in a code block": (
        "¶```\n:::{org} No\n:id: ORG_NO\n:::\n```\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n"
    ),
    "in a labeled code block": (
        "¶````md\n```{org} No\n:id: ORG_NO\n```\n````\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n"
    ),
    "in a code-block directive": "¶````{code-block} md\n:::{org} No\n:id: ORG_NO\n:::\n````\n",
    "in a tilde block": (
        "¶~~~\n:::{org} No\n:id: ORG_NO\n:::\n~~~\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n"
    ),
    "in an indented code block": (
        "¶    :::{org} No\n    :id: ORG_NO\n    :::\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n"
    ),
    "in a comment": "¶<!--\n\n§:::\n\n-->\n",
    "in a comment without blank lines": "¶<!--\n§:::\n-->\n",
    "behind a line comment": "¶% :::{org} No\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n",
    "line comment in between": "¶§% comment\n:kind: company\n:::\n",
    "in a list": "¶- item\n\n  :::{org} Alpha\n  :id: ORG_A\n  :::\n",
    "in a list, directly": "¶- :::{org} Alpha\n  :id: ORG_A\n  :::\n",
    "in a numbered list": "¶1. item\n\n   ```{org} Alpha\n   :id: ORG_A\n   ```\n",
    "in a quote": "¶> :::{org} Alpha\n> :id: ORG_A\n> :::\n",
    "in a quote, then again": "¶> §> :::\n\n§:kind: company\n:::\n",
    "twice, first in a quote": "¶> :::{org} B\n> :id: ORG_A\n> :kind: company\n> :::\n\n§:::\n",
    "twice, first in two quotes": "¶> > :::{org} B\n> > :id: ORG_A\n> > :::\n\n§:::\n",
    "twice, first in a quote, YAML": "¶> :::{org} B\n> ---\n> id: ORG_A\n> ---\n> :::\n\n§:::\n",
    "ends within a quote": "¶> §> :::\n\n> | a |\n> |---|\n> ",
    "record ends within a quote": "¶§\n| a |\n|---|\n| b |\n>\n:::",
    "unclosed, blank at the end": "¶::::{org} Alpha\n:::\n  # Page\n  \n  Words\n  ",
    "in a quote, lazily": "¶> §:::\n",
    "behind a list": "¶- item\n§:::\n",
    "behind a quote": "¶> words\n§:::\n",
    "indented by one": "¶ :::{org} Alpha\n :id: ORG_A\n :::\n",
    "indented by three": "¶   :::{org} Alpha\n   :id: ORG_A\n   :::\n",
    "indented opener only": "¶  §:::\n",
    "straight behind words": "¶Words\n§:::\nWords\n",
    "straight behind a table": "¶| a |\n|---|\n| b |\n§:::\n",
    "in a table": "¶| a |\n|---|\n| :::{org} No |\n",
    "in a footnote": "¶x[^1]\n\n[^1]: note\n\n    :::{org} Alpha\n    :id: ORG_A\n    :::\n",
    "link definition": "¶[x]: y\n§:::\n",
    "target": "¶(here)=\n§:::\n",
    "block break": "¶+++ break\n§:::\n",
    "html block": "¶<div>\n§:::\n</div>\n",
    "script": "¶<script>\n\n§:::\n\n</script>\n",
    "heading within": "¶§\n## Within\n\nWords.\n:::\n\n## After\n\nWords.\n",
    "two on a page": "# Page\n\n§:kind: company\n\nWords.\n:::\n\n:::{org} Beta\n:id: ORG_B\n:::\n",
    "two without space between": (
        "# Page\n\n§:kind: company\n\nWords.\n:::\n:::{org} Beta\n:id: ORG_B\n:::\n"
    ),
    "same id twice": "# Page\n\n§:kind: company\n\nWords.\n:::\n\n:::{org} Beta\n:id: ORG_A\n:::\n",
    "wrong prefix": "¶:::{org} Alpha\n:id: JV_A\n:::\n",
    "bad id": "¶:::{org} Alpha\n:id: org_a\n:::\n",
    "id with a line feed behind": "¶:::{org} Alpha\n:id: ORG_A.\n:::\n",
    "no id": "¶:::{org} Alpha\n:kind: company\n:::\n",
    "wide title": "¶:::{org} 厚生労働省\n:id: ORG_A\n:name_ja: 厚生労働省\n:::\n",
    "ideographic space": "¶:::{org}\u3000Alpha\u3000\n:id: ORG_A\n:::\n",
    "no-break space": "¶§:aliases:\xa0one\n:::\n",
    "line separator in value": "¶§:aliases: one\u2028two\n:::\n",
    "next line in value": "¶§:aliases: one\x85two\n:::\n",
    "form feed in value": "¶§:aliases: one\x0ctwo\n:::\n",
    "vertical tab in value": "¶§:aliases: one\x0btwo\n:::\n",
    "file separator in value": "¶§:aliases: one\x1ctwo\n:::\n",
    "line separator in title": "¶:::{org} Al\u2028pha\n:id: ORG_A\n:::\n",
    "line separator in body": "¶§\none\u2028:::\u2028two\n:::\n\n†",
    "line separator before record": "¶words\u2028words\n\n§:::\n",
    "form feed before record": "¶\x0c\n\n§:::\n",
    "null": "¶:::{org} Al\x00pha\n:id: ORG_A\n:::\n",
    "zero-width space": "¶:::{org} Alpha\n:id: ORG_A\u200b\n:::\n",
    "combining": "¶:::{org} Café\n:id: ORG_A\n:aliases: é\n:::\n",
    "emoji": "¶:::{org} 🏢 Alpha\n:id: ORG_A\n:aliases: 🏢\n:::\n",
    "right to left": "¶:::{org} \u202eAlpha\u202c\n:id: ORG_A\n:::\n",
    "escaped fence": "¶\\§\\:::\n",
    "two colons": "¶::{org} Alpha\n:id: ORG_A\n::\n",
    "eval-rst": "¶```{eval-rst}\n.. org:: Alpha\n   :id: ORG_A\n```\n",
    "include": "¶```{include} index.md\n```\n\n# Page\n\n§:kind: company\n\nWords.\n:::\n",
    "default domain": "¶```{default-domain} std\n```\n\n:::{program} Fund\n:id: PRG_A\n:::\n",
    "crlf yaml block": (
        "# P\r\n\r\n:::{org} Alpha\r\n---\r\nid: ORG_A\r\nkind: company\r\n---\r\n:::\r\n"
    ),
    "tab indented options": "¶:::{org} Alpha\n\t:id: ORG_A\n:::\n",
    "blank lines before options": "¶:::{org} Alpha\n\n\n:id: ORG_A\n:::\n",
    "spaces on blank line": "¶:::{org} Alpha\n   \n:id: ORG_A\n:::\n",
    "options then closing at once": "¶§:::",
    "quote within record": "¶§\n> :::\n> words\n:::\n\n†",
    "list within record": "¶§\n- :::\n- words\n:::\n\n†",
    "code within record": "¶§\n```\n:::\n```\n:::\n\n†",
}

PAGES: dict[str, bytes] = {name: _whole(text) for name, text in _SHORTENED.items()}
"""By name, the bytes of each page."""
