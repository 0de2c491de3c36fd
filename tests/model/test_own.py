"""What a base adds to the model: it is found everywhere, refused with its place, and stays with its
base."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from policykb.base.settings import SettingsError, load
from policykb.check import engine
from policykb.model import BUILT_IN, TYPES, current, use
from policykb.model.own import taken
from policykb.publish.facts.interface import interface
from policykb.text.lexicon import lexicon

SETTINGS = """\
title = "Fisheries"

[types.quota]
label = "Quota"
plural = "Quotas"
prefix = "QUO_"
folder = "quotas"
description = "What may be caught."
order = 10
color = "#7a1f4b"
columns = ["status", "opens"]

[types.quota.fields.status]
values = ["open", "exhausted"]
vocabulary = "quota status"
required = true
description = "Where it stands."

[types.quota.fields.opens]
type = "date"
description = "From when."

[types.org.fields.kind]
values = ["port-authority"]

[stems.en."quota status".exhausted]
"fished out" = "The quota is fished out."

[words.en.denial.before]
"nowhere near" = "nowhere near open"
"""

QUOTA_IN_JAPANESE = """\
[types.quota.labels.ja]
label = "漁獲枠"
"Opens" = "解禁日"
values = { exhausted = "終漁" }

[types.org.labels.ja.values]
port-authority = "港湾当局"

"""


@pytest.fixture(autouse=True)
def built_in() -> Iterator[None]:
    yield
    use(BUILT_IN)


def settings(folder: Path, text: str = SETTINGS, file: str = "policykb.toml") -> Path:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / file).write_text(text, "utf-8")
    return folder


def test_a_base_adds_a_type_a_value_and_stems(tmp_path: Path) -> None:
    use(load(settings(tmp_path)).model)
    assert [*TYPES["quota"].specs][-2:] == ["status", "opens"]
    kinds = TYPES["org"].specs["kind"].value.choices
    assert kinds == (*BUILT_IN.types["org"].specs["kind"].value.choices, "port-authority")
    assert lexicon("en-GB").pattern("stems", "quota status", "exhausted").search(" fished out now")
    assert lexicon("en").pattern("stems", "policy status", "adopted").search(" adopted")


def test_a_base_adds_words_that_deny(tmp_path: Path) -> None:
    assert not lexicon("en").pattern("denial", "before").search(" nowhere near adopted")
    use(load(settings(tmp_path)).model)
    for denied in (" nowhere near adopted", " not adopted"):
        assert lexicon("en").pattern("denial", "before").search(denied)
    assert lexicon("en").unsays("nowhere near it", " nowhere near it", 0, 15)


def test_the_table_of_pyproject_says_the_same(tmp_path: Path) -> None:
    text = re.sub(r"^\[", "[tool.policykb.", SETTINGS, flags=re.MULTILINE)
    root = settings(tmp_path, "[tool.policykb]\n" + text, "pyproject.toml")
    assert "quota" in load(root).model.types
    bad = (root / "pyproject.toml").read_text("utf-8").replace("#7a1f4b", "violet")
    with pytest.raises(SettingsError, match=r"^pyproject.toml:11: types.quota.color: write it as"):
        load(settings(tmp_path, bad, "pyproject.toml"))


def test_settings_in_both_files_are_refused(tmp_path: Path) -> None:
    settings(tmp_path, '[project]\nname = "x"\n\n[tool.policykb]\ntitle = "A"\n', "pyproject.toml")
    with pytest.raises(SettingsError, match=r"^pyproject.toml:4:1: settings stand here and in"):
        load(settings(tmp_path))
    settings(tmp_path, '[project]\nname = "x"\n', "pyproject.toml")
    assert load(tmp_path).title == "Fisheries"


def test_a_setting_of_policykb_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^policykb.toml:1:1: unknown setting “titel”"):
        load(settings(tmp_path, SETTINGS.replace("title", "titel", 1)))


WRONG = [
    ('"QUO_"', '"QUO"', "6: types.quota.prefix: write it in capital letters"),
    ('"QUO_"', '"ORG_"', "6: types.quota.prefix: another type has it too: org"),
    ("[types.quota]", "[types.note]", "3: types.note: note is the name of a directive already"),
    ("[types.quota]", "[types.any]", "3: types.any: any is the name of a role already"),
    ("[types.quota]", "[types.my-quota]", "3: types.my-quota: the name of a type has small"),
    ("fields.opens]", "fields.docname]", "19: types.quota.fields.docname: sphinx-needs has a"),
    ("fields.opens]", "fields.tags]", "19: types.quota.fields.tags: every record has a field"),
    ("fields.opens]", "fields.parties]", "19: types.quota.fields.parties: in another type it is"),
    ('"quotas"', '"rules"', "7: types.quota.folder: pages that are no records stand there"),
    ("[types.org.fields.kind]", "[types.org.fields.country]", "23: types.org.fields.country: org"),
    ("[types.org.fields.kind]", "[types.org]", "24: types.org.values: org comes with policykb"),
    ('"port-authority"]', '"x"]\nrequired = false', "25: types.org.fields.kind.required: to a"),
    ('values = ["port-authority"]', 'values = "x"', "24: types.org.fields.kind.values: it must"),
    ('type = "date"', "type = 3", "20: types.quota.fields.opens.type: it must be a text in"),
    ("stems.en", "stems.xx", "26: stems.xx: there are words of de, en, es, fr, ja only"),
    ('"quota status".exhausted', '"quota".exhausted', "26: stems.en.quota: no field has a"),
    ('status".exhausted', 'status".gone', "26: stems.en.quota status.gone: quota status has no"),
    ('"fished out" =', '"fished (out" =', "27: stems.en.quota status.exhausted.fished (out: this"),
    ("is fished out", "is open", "27: stems.en.quota status.exhausted.fished out: its example"),
    ("words.en", "words.xx", "29: words.xx: there are words of de, en, es, fr, ja only"),
    ("denial.before", "denial", "30: words.en.denial.nowhere near: words may be added to these"),
    ("denial.before", "cues.start", "29: words.en.cues.start: words may be added to these"),
    ("near open", "open", "30: words.en.denial.before.nowhere near: its example"),
]


@pytest.mark.parametrize(("old", "new", "said"), WRONG, ids=[one[1] for one in WRONG])
def test_what_cannot_be_added_is_refused_with_its_place(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert old in SETTINGS
    with pytest.raises(SettingsError) as refused:
        load(settings(tmp_path, SETTINGS.replace(old, new, 1)))
    assert f"policykb.toml:{said}" in str(refused.value)


def test_two_bases_in_one_process_keep_their_models(tmp_path: Path) -> None:
    for name in ("own", "plain"):
        (tmp_path / name).mkdir()
        text = SETTINGS if name == "own" else ""
        page = settings(tmp_path / name, text) / "docs/cod.md"
        page.write_text("# Cod\n\n:::{quota} Cod\n:id: QUO_COD\n:status: open\n:::\n", "utf-8")
    own, plain = engine.load(tmp_path / "own"), engine.load(tmp_path / "plain")
    for _ in range(2):
        found = [{one.code for one in engine.run(base).diagnostics} for base in (own, plain)]
        assert ["PKB101" in codes for codes in found] == [False, True]
        assert current() is BUILT_IN


class _Names:
    """Notes what an extension of Sphinx registers."""

    def __init__(self) -> None:
        self.directives: set[str] = set()
        self.roles: set[str] = set()

    def add_directive(self, name: str, *_: object, **__: object) -> None:
        self.directives.add(name)

    def add_role(self, name: str, *_: object, **__: object) -> None:
        self.roles.add(name)

    def add_domain(self, domain: object, **__: object) -> None:
        self.directives.update(domain.directives)  # type: ignore[attr-defined]
        self.roles.update(domain.roles)  # type: ignore[attr-defined]

    def __getattr__(self, name: str) -> object:
        return lambda *_, **__: None


def test_the_names_that_are_taken_are_those_of_docutils_sphinx_myst_and_sphinx_needs() -> None:
    from docutils.parsers.rst import directives, roles
    from docutils.parsers.rst.languages import en
    from sphinx.application import builtin_extensions
    from sphinx_needs.data import NeedsCoreFields

    app = _Names()
    for name in (*builtin_extensions, "myst_parser", "sphinx_needs"):
        import_module(name).setup(app)
    app.directives.update(vars(directives)["_directive_registry"], en.directives)
    app.roles.update(vars(roles)["_role_registry"], en.roles)
    possible = re.compile(r"[a-z][a-z0-9_]*")
    known = taken()["directives"] | taken()["roles"] | BUILT_IN.types.keys()
    assert {name for name in app.directives | app.roles if possible.fullmatch(name)} <= known
    shared = {"id", "title", "tags", "status"}
    assert len(NeedsCoreFields) >= 40
    assert set(NeedsCoreFields) - shared <= taken()["fields"]


def test_faults_of_one_line_are_told_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as told:
        load(settings(tmp_path, "[types.quota]\n[types.quota.fields.opens]\ntype = 'date'\n"))
    lines = str(told.value).splitlines()
    assert len(lines) > 6
    assert lines == sorted(lines)


@pytest.mark.parametrize("where", ["quota", "org"])
def test_a_link_is_worded_for_its_target_under_either_type(tmp_path: Path, where: str) -> None:
    field = """
[types.quota.fields.set_by]
targets = ["org"]
back = "Quotas set"
description = "Who set it."
"""
    words = f'\n[types.{where}.labels.ja]\n"Quotas set" = "設定した枠"\n'
    found = load(settings(tmp_path, SETTINGS + field + words))
    t = interface("ja").with_types(found.model.types.values(), "ja")
    assert t.word("Quotas set", "org") == "設定した枠"


def test_a_base_words_its_types_in_another_language(tmp_path: Path) -> None:
    own = SETTINGS.replace("[types.org.fields", QUOTA_IN_JAPANESE + "[types.org.fields", 1)
    found = load(settings(tmp_path, own))
    t = interface("ja").with_types(found.model.types.values(), "ja_JP")
    assert (t.own("types.quota.label", ""), t.word("Opens", "quota")) == ("漁獲枠", "解禁日")
    assert t.value("exhausted", "exhausted", "quota") == "終漁"
    assert t.value("port-authority", "port authority", "org") == "港湾当局"
    assert t.value("company", "company", "org") == "企業"
    assert (
        interface("en").with_types(found.model.types.values(), "en").texts is interface("en").texts
    )
    for right, wrong, said in (
        ('"Opens"', '"Openz"', r":\d+: types.quota.labels.ja.Openz: .*; did you mean “Opens”"),
        ("exhausted =", "exhaust =", r"labels.ja.values.exhaust: .*; did you mean “exhausted”"),
    ):
        with pytest.raises(SettingsError, match=said):
            load(settings(tmp_path, own.replace(f"{right}", wrong)))
    with pytest.raises(SettingsError, match=r"types.quota.labels.ja.label: it must be a text"):
        load(settings(tmp_path, own.replace('"漁獲枠"', "3")))
