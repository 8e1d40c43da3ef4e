"""The language server: which requests of the protocol are answered, and by what."""

from __future__ import annotations

import os
from collections.abc import Mapping

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from ..reading.record_files import SUFFIXES
from ..version import __version__
from . import parent
from .aids import SECTION, Aids
from .session import Session

_WATCHED = (*(f"**/*{suffix}" for suffix in SUFFIXES), "**/*.toml")
_TRIGGERS = [" ", '"']


def language_server() -> LanguageServer:
    """A server that is ready to be started.

    The editor sends the whole text at each change: pygls counts lines otherwise than the protocol where a text has
    other line ends, such as U+2028, and would put a change of a part into the wrong place.
    """
    server = LanguageServer("communique", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = Session(server)
    _follow_editor(server, session)
    _follow_files(server, session)
    _answer_requests(server, session)
    return server


def _follow_files(server: LanguageServer, session: Session) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        session.put(params.text_document.uri, params.text_document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        session.put(uri, server.workspace.get_text_document(uri).source)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        session.drop(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        session.look_again()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_on_disk(params: types.DidChangeWatchedFilesParams) -> None:
        session.look_again()


def _follow_editor(server: LanguageServer, session: Session) -> None:
    """The editor's settings, and its end."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        if params.process_id is not None:
            parent.watch(params.process_id, _end)
        session.configure(params.initialization_options)

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        wanted = [_watching()] if _can_register(server, "did_change_watched_files") else []
        session.is_informed = bool(wanted)
        if _can_register(server, "did_change_configuration"):
            wanted.append(types.Registration("communique-settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION))
        if wanted:
            server.client_register_capability(types.RegistrationParams(wanted))
        await _ask_for_settings(server, session)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(params: types.DidChangeConfigurationParams) -> None:
        if isinstance(params.settings, Mapping) and SECTION in params.settings:
            session.configure(params.settings)
        else:
            await _ask_for_settings(server, session)


def _end() -> None:
    """End at once: nobody is there any more who could be answered."""
    os._exit(1)


async def _ask_for_settings(server: LanguageServer, session: Session) -> None:
    """Ask the editor for its settings, if it can be asked and has any for us."""
    workspace = server.client_capabilities.workspace
    if not (workspace and workspace.configuration):
        return
    items = [types.ConfigurationItem(section=SECTION)]
    found = await server.workspace_configuration_async(types.ConfigurationParams(items))
    if found and isinstance(found[0], Mapping) and not {*Aids._fields}.isdisjoint(found[0]):
        session.configure(found[0])


def _can_register(server: LanguageServer, name: str) -> bool:
    """Whether the editor informs of such changes when it is asked to."""
    capability = getattr(server.client_capabilities.workspace, name, None)
    return bool(capability and capability.dynamic_registration)


def _watching() -> types.Registration:
    """The wish to be informed of changes on disk, which not every editor fulfils unasked."""
    watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    return types.Registration("communique-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)


def _answer_requests(server: LanguageServer, session: Session) -> None:
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await session.hover(params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=_TRIGGERS))
    async def complete(params: types.CompletionParams) -> types.CompletionList | None:
        return await session.complete(params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: types.DefinitionParams) -> list[types.Location] | None:
        return await session.definition(params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def references(params: types.ReferenceParams) -> list[types.Location] | None:
        wanted = params.context.include_declaration
        return await session.references(params.text_document.uri, params.position, with_definition=wanted)

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare_rename(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        return await session.renamed_range(params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        return await session.rename(params.text_document.uri, params.position, params.new_name)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return await session.outline(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        return await session.code_actions(params.text_document.uri, params.range)
