"""The language server, asked by a client of its own, capability by capability."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Callable, Coroutine, Iterator
from functools import wraps
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient

QUAY = Path(__file__).parents[1] / "contract" / "quay"
T = TypeVar("T")
VENTURE, SOURCE = "docs/ventures/quaylight.md", "docs/sources/notice.md"
pytestmark = [
    pytest.mark.gate,
    pytest.mark.filterwarnings("ignore::pytest_lsp.LspSpecificationWarning"),
]


class Loop:
    """An event loop in a thread of its own: a browser's driver may run one in this thread."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


LOOP = Loop()


def on_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """The test as a plain function that runs on the loop."""

    @wraps(test)
    def run(*args: object, **given: object) -> None:
        LOOP.run(test(*args, **given))

    return run


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageClient]:
    root = tmp_path_factory.mktemp("editor") / "a base"
    shutil.copytree(QUAY, root)
    made = pytest_lsp.make_test_lsp_client()
    made.root = root  # type: ignore[attr-defined]
    LOOP.run(begun(made, root))
    LOOP.run(found(made, (root / VENTURE).as_uri()))  # from here on the base is read
    yield made
    LOOP.run(made.shutdown_session())
    LOOP.run(made.stop())  # type: ignore[no-untyped-call]
    LOOP.close()


async def begun(client: LanguageClient, root: Path, *, names_root: bool = True) -> None:
    client.watched = asyncio.Event()  # type: ignore[attr-defined]

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
    def register(params: lsp.RegistrationParams) -> None:
        if lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES in {one.method for one in params.registrations}:
            client.watched.set()  # type: ignore[attr-defined]

    await client.start_io(sys.executable, "-m", "policykb", "lsp")
    client.told = await client.initialize_session(  # type: ignore[attr-defined]
        lsp.InitializeParams(
            capabilities=pytest_lsp.client_capabilities("visual-studio-code"),
            root_uri=root.as_uri() if names_root else None,
            workspace_folders=[lsp.WorkspaceFolder(root.as_uri(), "base")],
        )
    )


@pytest.fixture(autouse=True)
def closed(client: LanguageClient) -> Iterator[None]:
    """Close after each test what it opened, and take its settings away."""
    yield
    LOOP.run(close(client))


async def close(client: LanguageClient) -> None:
    for uri in OPENED:
        client.text_document_did_close(
            lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri))
        )
    OPENED.clear()


OPENED: list[str] = []


def root_of(client: LanguageClient) -> Path:
    found: Path = client.root  # type: ignore[attr-defined]
    return found


async def opened(client: LanguageClient, path: str, text: str | None = None) -> str:
    """Open a page with a text (its own if none is given) and wait for what is found in it."""
    file = root_of(client) / path
    uri = file.as_uri()
    text = file.read_text("utf-8") if text is None else text
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "markdown", 1, text))
    )
    OPENED.append(uri)
    return uri


async def found(client: LanguageClient, uri: str) -> list[lsp.Diagnostic]:
    report = await client.text_document_diagnostic_async(
        lsp.DocumentDiagnosticParams(lsp.TextDocumentIdentifier(uri))
    )
    assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
    return list(report.items)


def place(text: str, words: str, after: int = 0) -> lsp.Position:
    """The place behind the first ``after`` characters of some words, in UTF-16 units."""
    at = text.index(words) + after
    line = text.count("\n", 0, at)
    start = text.rfind("\n", 0, at) + 1
    return lsp.Position(line, len(text[start:at].encode("utf-16-le")) // 2)


async def completed(client: LanguageClient, uri: str, at: lsp.Position) -> list[lsp.CompletionItem]:
    answer = await client.text_document_completion_async(
        lsp.CompletionParams(lsp.TextDocumentIdentifier(uri), at)
    )
    assert isinstance(answer, lsp.CompletionList)
    return list(answer.items)


def page(client: LanguageClient) -> str:
    return (root_of(client) / VENTURE).read_text("utf-8")


@on_loop
async def test_findings_come_while_typing_and_go(client: LanguageClient) -> None:
    text = page(client)
    broken = text.replace(":funded_by: PRG_HEF\n", "")
    uri = await opened(client, VENTURE, broken)
    assert "PKB203" in [one.code for one in await found(client, uri)]
    pushed = [one.code for one in client.diagnostics[uri]]
    assert "PKB203" in pushed
    at = place(broken, ":agreed:")
    change = lsp.TextDocumentContentChangePartial(lsp.Range(at, at), ":funded_by: PRG_HEF\n")
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(2, uri), [change])
    )
    assert not [one for one in await found(client, uri) if one.severity == 1]


@pytest.mark.parametrize("odd", ["\f", "\v", "\x1c", "\x85", "\u2028", "\u2029"])
@on_loop
async def test_lines_end_where_the_editor_ends_them(client: LanguageClient, odd: str) -> None:
    text = page(client).replace("for shore", f"for{odd}shore")
    uri = await opened(client, VENTURE, text)
    start, end = (place(text, ":funded_by: PRG_HEF", after) for after in (12, 19))
    change = lsp.TextDocumentContentChangePartial(lsp.Range(start, end), "PRG_HEFF")
    quote = place(text, "Quaylight will")
    second = lsp.TextDocumentContentChangePartial(lsp.Range(quote, quote), "We hear: ")
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            lsp.VersionedTextDocumentIdentifier(2, uri), [change, second]
        )
    )
    refused = next(one for one in await found(client, uri) if one.code == "PKB301")
    assert refused.range.start == quote
    assert "We hear: Quaylight will" in refused.message


@on_loop
async def test_findings_are_told_and_not_offered_a_second_time(client: LanguageClient) -> None:
    assert client.told.capabilities.diagnostic_provider is None  # type: ignore[attr-defined]


@on_loop
async def test_the_editor_is_asked_to_tell_of_files_that_others_write(
    client: LanguageClient,
) -> None:
    await asyncio.wait_for(client.watched.wait(), 20)  # type: ignore[attr-defined]


@on_loop
async def test_a_document_saved_in_the_editor_counts(client: LanguageClient) -> None:
    file, uri = root_of(client) / "seeds/notice.txt", (root_of(client) / SOURCE).as_uri()
    text = file.read_text("utf-8")
    saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(file.as_uri()))
    for words, there in ((text.replace("Vesta Lines", "Vista Lines"), True), (text, False)):
        file.write_text(words, "utf-8")
        client.text_document_did_save(saved)
        assert ("PKB310" in [one.code for one in await found(client, uri)]) is there


@pytest.mark.parametrize(
    ("path", "told", "code"),
    [(VENTURE, VENTURE, "PKB301"), ("seeds/notice.txt", SOURCE, "PKB310")],
)
@on_loop
async def test_files_that_others_write_are_followed(
    client: LanguageClient, path: str, told: str, code: str
) -> None:
    file, uri = root_of(client) / path, (root_of(client) / told).as_uri()
    event = lsp.FileEvent(file.as_uri(), lsp.FileChangeType.Changed)
    text = file.read_text("utf-8")
    for words, there in ((text.replace("Vesta Lines", "Vista Lines"), True), (text, False)):
        file.write_text(words, "utf-8")
        client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
        assert (code in [one.code for one in await found(client, uri)]) is there


@on_loop
async def test_places_are_counted_as_the_editor_counts(client: LanguageClient) -> None:
    text = page(client).replace("{need}`ORG_VESTA`", "𠮷𠮷 {need}`ORG_VESTX`")
    uri = await opened(client, VENTURE, text)
    item = next(one for one in await found(client, uri) if "ORG_VESTX" in one.message)
    assert item.range.start == place(text, "ORG_VESTX")
    assert item.range.end == place(text, "ORG_VESTX", len("ORG_VESTX"))


@pytest.mark.parametrize("typed", ["ORG_BO", "boreal", "shipping", "brls"])
@on_loop
async def test_ids_are_completed_by_any_name(client: LanguageClient, typed: str) -> None:
    text = page(client).replace(
        ":parties: ORG_VESTA, ORG_BOREALIS", f":parties: ORG_VESTA, {typed}"
    )
    uri = await opened(client, VENTURE, text)
    items = await completed(client, uri, place(text, f", {typed}", 2 + len(typed)))
    edit = items[0].text_edit
    assert isinstance(edit, lsp.TextEdit)
    assert edit.new_text == "ORG_BOREALIS"
    assert edit.range.start == place(text, f", {typed}", 2)


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        (":status: agreed", ":status: ", "operating"),
        (":status: agreed", ":sta", "stake"),
        (":supports: status, parties, agreed", ":supports: sta", "status"),
        ("::::{jv} Quaylight", "::::{jv", "jv"),
        (":::{evidence} SRC_NOTICE", ":::{evidence} ", "SRC_NOTICE"),
        ("{need}`ORG_VESTA`", "{need}`", "ORG_VESTA"),
        (":agreed: 2024-03-03", ":gap: ", "territory"),
    ],
)
@on_loop
async def test_what_can_be_written_is_offered(
    client: LanguageClient, old: str, new: str, label: str
) -> None:
    text = page(client).replace(old, new, 1)
    uri = await opened(client, VENTURE, text)
    items = await completed(client, uri, place(text, new, len(new)))
    assert label in [one.label for one in items]


@on_loop
async def test_a_quotation_is_picked_from_the_source_with_its_grade(client: LanguageClient) -> None:
    whole = "Quaylight will be financed from the Harbour Electrification Fund"
    text = page(client).replace(whole + ".", "Quaylight will be")
    uri = await opened(client, VENTURE, text)
    items = await completed(client, uri, place(text, "Quaylight will be", 17))
    edit = items[0].text_edit
    assert isinstance(edit, lsp.TextEdit)
    assert edit.new_text.startswith(whole)
    assert "paragraph" in (items[0].detail or "")
    resolved = await client.completion_item_resolve_async(items[0])
    assert resolved.documentation == "funded_by = PRG_HEF: shown"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("PRG_HEF", "Harbour Electrification Fund (program, PRG_HEF)"),
        ("funded_by:", "funded_by: "),
        ("Vesta Lines and Borealis", "status = agreed: shown"),
    ],
)
@on_loop
async def test_what_is_under_the_cursor_is_told(
    client: LanguageClient, words: str, told: str
) -> None:
    text = page(client)
    uri = await opened(client, VENTURE)
    hover = await client.text_document_hover_async(
        lsp.HoverParams(lsp.TextDocumentIdentifier(uri), place(text, words, 2))
    )
    assert hover is not None
    assert isinstance(hover.contents, lsp.MarkupContent)
    assert told in hover.contents.value
    assert hover.contents.kind == lsp.MarkupKind.PlainText


@on_loop
async def test_nothing_is_under_the_cursor_in_a_page_that_is_not_there(
    client: LanguageClient,
) -> None:
    page = lsp.TextDocumentIdentifier((root_of(client) / "docs/ventures/none.md").as_uri())
    at = lsp.Position(3, 8)
    assert await client.text_document_hover_async(lsp.HoverParams(page, at)) is None
    assert await completed(client, page.uri, at) == []
    assert await client.text_document_definition_async(lsp.DefinitionParams(page, at)) is None
    asked = lsp.ReferenceParams(lsp.ReferenceContext(True), page, at)
    assert not await client.text_document_references_async(asked)
    assert await client.text_document_rename_async(lsp.RenameParams(page, at, "ORG_X")) is None


@on_loop
async def test_an_id_leads_to_its_record_and_to_all_that_name_it(client: LanguageClient) -> None:
    text = page(client)
    uri = await opened(client, VENTURE)
    document, at = lsp.TextDocumentIdentifier(uri), place(text, "ORG_VESTA", 3)
    where = await client.text_document_definition_async(lsp.DefinitionParams(document, at))
    assert isinstance(where, lsp.Location)
    assert where.uri.endswith("docs/organizations/all.md")
    for declared, count in ((True, 3), (False, 2)):
        context = lsp.ReferenceContext(declared)
        places = await client.text_document_references_async(
            lsp.ReferenceParams(context, document, at)
        )
        assert places is not None
        assert len(places) == count


@on_loop
async def test_a_record_gets_another_id_everywhere(client: LanguageClient) -> None:
    text = page(client)
    uri = await opened(client, VENTURE)
    document, at = lsp.TextDocumentIdentifier(uri), place(text, "ORG_VESTA", 3)
    held = await client.text_document_prepare_rename_async(lsp.PrepareRenameParams(document, at))
    assert isinstance(held, lsp.PrepareRenamePlaceholder)
    assert held.placeholder == "ORG_VESTA"
    edit = await client.text_document_rename_async(lsp.RenameParams(document, at, "ORG_VEGA"))
    assert edit is not None
    assert edit.changes is not None
    texts = [one.new_text for edits in edit.changes.values() for one in edits]
    assert texts.count("ORG_VEGA") == 3
    assert "\n:former_ids: ORG_VESTA" in texts
    for taken in ("ORG_COAST", "VEGA", "ORG_é"):
        params = lsp.RenameParams(document, at, taken)
        assert await client.text_document_rename_async(params) is None


@on_loop
async def test_the_outline_has_records_with_their_evidence(client: LanguageClient) -> None:
    uri = await opened(client, VENTURE)
    params = lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(uri))
    (record,) = await client.text_document_document_symbol_async(params) or ()
    assert isinstance(record, lsp.DocumentSymbol)
    assert (record.name, record.detail) == ("Quaylight", "JV_QUAYLIGHT")
    assert [one.name for one in record.children or ()] == ["SRC_NOTICE", "SRC_NOTICE"]
    params2 = lsp.WorkspaceSymbolParams("borealis")
    symbols = await client.workspace_symbol_async(params2)
    assert symbols
    assert symbols[0].name == "Borealis Shipping (ORG_BOREALIS)"


async def acted(client: LanguageClient, uri: str, item: lsp.Diagnostic) -> list[lsp.CodeAction]:
    params = lsp.CodeActionParams(
        lsp.TextDocumentIdentifier(uri), item.range, lsp.CodeActionContext([item])
    )
    answer = await client.text_document_code_action_async(params) or ()
    return [one for one in answer if isinstance(one, lsp.CodeAction)]


@on_loop
async def test_a_fix_is_an_action(client: LanguageClient) -> None:
    text = page(client).replace("PRG_HEF", "PRG_HEFF")
    uri = await opened(client, VENTURE, text)
    item = next(one for one in await found(client, uri) if "PRG_HEFF" in one.message)
    edits = [
        one.new_text
        for action in await acted(client, uri, item)
        if action.edit and action.edit.changes
        for one in action.edit.changes[uri]
    ]
    assert "PRG_HEF" in edits


@on_loop
async def test_a_missing_record_is_made_by_an_action(client: LanguageClient) -> None:
    text = page(client).replace("ORG_VESTA, ", "ORG_ZEPHYR_YARDS, ")
    uri = await opened(client, VENTURE, text)
    item = next(one for one in await found(client, uri) if "ORG_ZEPHYR_YARDS" in one.message)
    action = next(one for one in await acted(client, uri, item) if one.title.startswith("Create"))
    assert action.edit is not None
    made, filled = action.edit.document_changes or ()
    assert isinstance(made, lsp.CreateFile)
    assert made.uri.endswith("docs/organizations/zephyr-yards.md")
    assert isinstance(filled, lsp.TextDocumentEdit)
    assert ":id: ORG_ZEPHYR_YARDS" in filled.edits[0].new_text  # type: ignore[union-attr]


@on_loop
async def test_a_field_is_added_under_supports(client: LanguageClient) -> None:
    text = page(client).replace(":supports: status, parties, agreed", ":supports: status, parties")
    uri = await opened(client, VENTURE, text)
    item = next(one for one in await found(client, uri) if one.code == "PKB302")
    actions = [one for one in await acted(client, uri, item) if "supports" in one.title]
    assert actions[0].title.startswith("Add agreed to the “supports” of the quotation in line 15")
    assert actions[1].title.startswith("Add agreed under supports of “Quaylight will be financed")


def client_of(
    root: Path, folder: Path | None = None, *, names_root: bool = True
) -> Iterator[LanguageClient]:
    """A client of a server that has just begun on a base, or on a folder in it."""
    made = pytest_lsp.make_test_lsp_client()
    made.root = root  # type: ignore[attr-defined]
    LOOP.run(begun(made, folder or root, names_root=names_root))
    yield made
    LOOP.run(made.shutdown_session())
    LOOP.run(made.stop())  # type: ignore[no-untyped-call]


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[LanguageClient]:
    """A client of a server that has just begun, on a base that takes it a while to check."""
    root = Path(shutil.copytree(QUAY, tmp_path / "large"))
    text = (root / VENTURE).read_text("utf-8")
    for number in range(250):
        other = text.replace("Quaylight", f"Quay {number}").replace("QUAYLIGHT", f"QUAY_{number}")
        (root / f"docs/ventures/quay-{number}.md").write_text(other, "utf-8")
    yield from client_of(root)


def test_a_page_is_checked_before_the_rest_and_what_is_typed_meanwhile_counts(
    hasty: LanguageClient,
) -> None:
    LOOP.run(typed_early(hasty))


async def typed_early(client: LanguageClient) -> None:
    text = page(client).replace(":status: agreed", ":status: agred")
    uri = await opened(client, VENTURE, text)
    assert "PKB105" in [one.code for one in await found(client, uri)]
    assert next(iter(client.diagnostics)) == uri
    change = lsp.TextDocumentContentChangeWholeDocument(page(client).replace("PRG_HEF", "PRG_HE"))
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(2, uri), [change])
    )
    other = (root_of(client) / "docs/ventures/quay-0.md").as_uri()
    assert await found(client, other)
    assert {"PKB201"} <= {one.code for one in client.diagnostics[uri]}
    assert "PKB105" not in [one.code for one in await found(client, uri)]
    OPENED.clear()


@on_loop
async def test_other_files_and_broken_settings_are_survived(client: LanguageClient) -> None:
    uri = await opened(client, "README.md", "# Words\n")
    assert await found(client, uri) == []
    assert await completed(client, uri, lsp.Position(0, 2)) == []
    settings = root_of(client) / "policykb.toml"
    settings.write_text("severity = [", "utf-8")
    saved = lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(settings.as_uri()))
    client.text_document_did_save(saved)
    await found(client, uri)
    settings.unlink()
    assert any("policykb.toml" in one.message for one in client.messages)


@pytest.fixture(params=["docs/ventures", "linked"])
def inside(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LanguageClient]:
    """A client that has opened a folder of a base, or the base through a link, and names it as one
    of several folders."""
    root = Path(shutil.copytree(QUAY, tmp_path / "base"))
    linked = tmp_path / "linked"
    linked.symlink_to(root)
    is_link = request.param == "linked"
    folder = linked if is_link else root / str(request.param)
    yield from client_of(linked if is_link else root, folder, names_root=False)


def test_the_base_around_a_folder_is_read_and_its_files_keep_their_names(
    inside: LanguageClient,
) -> None:
    LOOP.run(told_inside(inside))


async def told_inside(client: LanguageClient) -> None:
    uri = await opened(client, VENTURE, page(client).replace(":status: agreed", ":status: agred"))
    OPENED.clear()
    assert "PKB105" in [one.code for one in await found(client, uri)]
    assert {one.code for one in client.diagnostics[uri]} == {"PKB105"}


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[LanguageClient]:
    """A client of a server whose base cannot be read."""
    root = Path(shutil.copytree(QUAY, tmp_path / "broken"))
    (root / "policykb.toml").write_text("severity = [", "utf-8")
    yield from client_of(root)


@pytest.mark.parametrize("is_saved", [True, False])
def test_a_base_that_could_not_be_read_is_read_once_it_can_be(
    broken: LanguageClient, is_saved: bool
) -> None:
    LOOP.run(repaired(broken, is_saved))


async def repaired(client: LanguageClient, is_saved: bool) -> None:
    text = page(client).replace(":status: agreed", ":status: agred")
    uri = await opened(client, VENTURE, text)
    OPENED.clear()
    assert await found(client, uri) == []
    assert any("policykb.toml" in one.message for one in client.messages)
    settings = root_of(client) / "policykb.toml"
    settings.write_text("", "utf-8")
    if is_saved:
        client.text_document_did_save(
            lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(settings.as_uri()))
        )
    else:
        event = lsp.FileEvent(settings.as_uri(), lsp.FileChangeType.Changed)
        client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
    assert "PKB105" in [one.code for one in await found(client, uri)]
