"""One editor's session: its open files, and whatever it asks about them. All work is done in one thread, in order."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from ..diagnostics.report import Report
from ..errors import CommuniqueError, defect
from ..files.paths import is_folder, place
from . import messages
from .aids import Aids, AidsError
from .completion import offers
from .hover import explanation
from .latest import Latest
from .open_files import OpenFiles
from .positions import Positions
from .quick_fixes import fix_all, quick_fixes
from .rename_edit import workspace_edit
from .renaming import named, renaming
from .symbols import symbols
from .targets import Target, definition, references

T = TypeVar("T")
_PAUSE = 1.0  # seconds


class _Checked(NamedTuple):
    """What was found in a file, and in which state and version of it."""

    state: int
    report: Report
    text: str
    version: int | None


class Session:
    """Answers an editor. What it says of a file is found in the state that the editor has sent last."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._files = OpenFiles()
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._uris: dict[Path, str] = {}
        self._states: dict[Path, int] = {}
        self._checked: dict[Path, _Checked] = {}
        self._waiting: set[Path] = set()
        self._checks = Latest(self._check)
        self._last = 0
        self._complaint = ""
        self._later: asyncio.TimerHandle | None = None
        self.is_informed = False
        """Whether the editor says what changes on disk. If not, the disk is looked at when nobody types."""

    def put(self, uri: str, text: str) -> None:
        """A file was opened or changed."""
        path = self._path(uri)
        self._uris[path] = uri
        self._renew(path)
        self._worker.submit(self._files.put, path, text, nameless=_file(uri) is None)
        self._ask(path)
        if not self.is_informed:
            self._look_later()

    def drop(self, uri: str) -> None:
        """A file was closed."""
        path = self._path(uri)
        for known in (self._uris, self._states, self._checked):
            known.pop(path, None)
        self._worker.submit(self._files.drop, path)
        self._publish(uri, [])
        self.look_again()

    def configure(self, given: Any) -> None:
        """The editor's settings are these: the section `communique`, or all of them with that section."""
        try:
            aids = Aids.of(given, self._root)
        except AidsError as error:
            self._complain(str(error))
            return
        self.look_again(aids)

    def look_again(self, aids: Aids | None = None) -> None:
        """Something on disk may have changed; or these are the aids from now on."""
        self._worker.submit(self._files.look_again, aids)
        for path in self._uris:
            self._renew(path)
        self._ask(*self._uris)

    def _look_later(self) -> None:
        """Look at the disk when nothing was typed for a while."""
        if self._later:
            self._later.cancel()
        self._later = asyncio.get_running_loop().call_later(_PAUSE, self.look_again)

    def _renew(self, path: Path) -> None:
        """What was found in a file does not count any more."""
        self._last += 1
        self._states[path] = self._last

    async def hover(self, uri: str, at: types.Position) -> types.Hover | None:
        """What is known of the word at a position."""
        wanted = self._server.client_capabilities.text_document
        formats = (wanted.hover.content_format if wanted and wanted.hover else None) or ()

        def answer(path: Path, positions: Positions) -> types.Hover | None:
            found = explanation(self._files, path, messages.index(positions, at))
            return messages.hover(found, positions, formats) if found else None

        return await self._answer(uri, answer)

    async def complete(self, uri: str, at: types.Position) -> types.CompletionList | None:
        """What may be written at a position."""

        def answer(path: Path, positions: Positions) -> types.CompletionList | None:
            found = offers(self._files, path, messages.index(positions, at))
            return messages.completion(found, positions) if found else None

        return await self._answer(uri, answer)

    async def definition(self, uri: str, at: types.Position) -> list[types.Location] | None:
        """Where the id at a position is defined."""
        return await self._answer(
            uri,
            lambda path, positions: self._locations(definition(self._files, path, messages.index(positions, at))),
        )

    async def references(self, uri: str, at: types.Position, *, with_definition: bool) -> list[types.Location] | None:
        """Where the id at a position is referred to."""

        def answer(path: Path, positions: Positions) -> list[types.Location]:
            index = messages.index(positions, at)
            return self._locations(references(self._files, path, index, with_definition=with_definition))

        return await self._answer(uri, answer)

    async def renamed_range(self, uri: str, at: types.Position) -> types.PrepareRenamePlaceholder | None:
        """The id at a position, if it can be renamed."""

        def answer(path: Path, positions: Positions) -> types.PrepareRenamePlaceholder | None:
            found = named(self._files, path, messages.index(positions, at))
            if found is None:
                return None
            return types.PrepareRenamePlaceholder(messages.range_of(positions, found.start, found.end), found.id)

        return await self._answer(uri, answer)

    async def rename(self, uri: str, at: types.Position, new: str) -> types.WorkspaceEdit | None:
        """What has to be changed so that the thing with the id at a position has another one."""
        self._complaint = ""  # a refusal is said every time

        def answer(path: Path, positions: Positions) -> types.WorkspaceEdit:
            found = renaming(self._files, path, messages.index(positions, at), new)
            return workspace_edit(found, self._server.client_capabilities, self._uri, self._counted)

        return await self._answer(uri, answer)

    async def outline(self, uri: str) -> list[types.DocumentSymbol] | None:
        """The fields of a record, and what is in their lists."""
        return await self._answer(
            uri,
            lambda path, positions: [messages.symbol(each, positions) for each in symbols(self._files.text(path))],
        )

    async def code_actions(self, uri: str, range: types.Range) -> list[types.CodeAction] | None:
        """The corrections of findings in these lines, and the one for all of the file."""
        state = self._states.get(self._path(uri))

        def answer(path: Path, positions: Positions) -> list[types.CodeAction]:
            known = self._checked.get(path)
            report = known.report if known and known.state == state else self._files.check(path)[path]
            content, text = self._files.content(path), self._files.text(path)
            lines = range.start.line + 1, range.end.line + 1
            here = [each for each in report.findings if lines[0] <= each.line <= lines[1]]
            every = fix_all(content, report.findings)
            return [
                messages.code_action(
                    each, uri, positions, [messages.diagnostic(each.finding, text, positions)] if each.finding else ()
                )
                for each in (*quick_fixes(content, here), *([every] if every else ()))
            ]

        return await self._answer(uri, answer)

    async def _answer(self, uri: str, answer: Callable[[Path, Positions], T]) -> T | None:
        """What the function says of an open file; None, and a message, if it says why it cannot."""
        path = self._path(uri)
        if path not in self._uris:
            return None
        try:
            return await self._do(lambda: answer(path, Positions(self._files.text(path), self._counted)))
        except CommuniqueError as error:
            self._complain(str(error))
        return None

    async def _do(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def _ask(self, *paths: Path) -> None:
        self._waiting.update(paths)
        self._checks.ask()

    async def _check(self) -> None:
        """Check all files that wait for it, unless a newer state of one arrives: then that comes first."""
        while self._waiting and not self._checks.is_asked:
            path = self._waiting.pop()
            if path in self._states:
                await self._check_around(path)

    async def _check_around(self, path: Path) -> None:
        """Check a file and the other open ones of its corpus, and say what was found in those that are still so."""
        states = {**self._states}
        try:
            found = await self._do(lambda: self._found(path))
        except CommuniqueError as error:
            self._complain(str(error))
            return
        except Exception as error:  # a defect: it is named, and the session goes on
            self._complain(f"internal error: checking {path}: {defect(error)}")
            return
        self._complaint = ""
        for each, (report, text) in found.items():
            if self._states.get(each) == states.get(each) is not None:
                self._waiting.discard(each)
                version = self._server.workspace.get_text_document(self._uris[each]).version
                self._say(each, _Checked(states[each], report, text, version))
            for internal_error in report.internal_errors:
                self._complain(f"internal error: {internal_error}")

    def _found(self, path: Path) -> dict[Path, tuple[Report, str]]:
        if path not in self._files:
            return {}
        return {each: (report, self._files.text(each)) for each, report in self._files.check(path).items()}

    def _say(self, path: Path, checked: _Checked) -> None:
        """Publish what was found, unless the editor shows it already."""
        before = self._checked.get(path)
        self._checked[path] = checked
        if before and before.version == checked.version and before.report.findings == checked.report.findings:
            return
        positions = Positions(checked.text, self._counted)
        found = [messages.diagnostic(each, checked.text, positions) for each in checked.report.findings]
        self._publish(self._uris[path], found, checked.version)

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None = None) -> None:
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version=version))

    def _complain(self, message: str) -> None:
        """Show a message, once for as long as it stays the same."""
        if message != self._complaint:
            self._complaint = message
            kind = types.MessageType.Error
            self._server.window_show_message(types.ShowMessageParams(type=kind, message=message))

    def _locations(self, targets: list[Target]) -> list[types.Location]:
        return [self._location(each) for each in targets]

    def _location(self, target: Target) -> types.Location:
        positions = Positions(target.text, self._counted)
        return types.Location(self._uri(target.path), messages.range_of(positions, target.start, target.end))

    def _uri(self, path: Path) -> str:
        return self._uris.get(path) or from_fs_path(str(path)) or ""

    @property
    def _counted(self) -> str:
        """The units of the editor's positions."""
        return types.PositionEncodingKind(self._server.workspace.position_encoding or "utf-16").value

    def _path(self, uri: str) -> Path:
        """The place of a file; of one without a place, a name in the folder in which the editor works."""
        return _file(uri) or self._root / f"<{uri.rpartition('/')[2]}>"

    @property
    def _root(self) -> Path:
        """The folder in which the editor works."""
        return place(Path(self._server.workspace.root_path or "."))


def _file(uri: str) -> Path | None:
    """The place of a file on this machine; None if it is on another, or none at all."""
    if not uri.startswith("file:"):
        return None
    path = to_fs_path(uri.replace("//localhost/", "///", 1))
    if not path or (path.startswith("//") and os.name != "nt") or is_folder(Path(path)):
        return None
    return place(Path(path))
