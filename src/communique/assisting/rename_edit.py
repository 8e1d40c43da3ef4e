"""A renaming in the words of the protocol."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lsprotocol import types

from ..files.paths import from_here
from .messages import range_of
from .positions import Positions
from .renaming import RenameError, Renaming


def workspace_edit(
    found: Renaming, can: types.ClientCapabilities, uri: Callable[[Path], str], counted: str
) -> types.WorkspaceEdit:
    """The edits of all files; a file gets its new name after them.

    Raises:
        RenameError: the editor cannot rename files, and one has to be.
    """
    changes: dict[str, list[types.TextEdit]] = {}
    for path, (text, edits) in found.edits.items():
        positions = Positions(text, counted)
        changes[uri(path)] = [
            types.TextEdit(range_of(positions, each.start, each.end), each.replacement) for each in edits
        ]
    if not found.file:
        return types.WorkspaceEdit(changes=changes)
    old, new = found.file
    if not _can_rename_files(can):
        raise RenameError(f"this editor cannot rename files, and {from_here(old)} is named after the id")
    documents: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = [
        types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri=each), list(edits))
        for each, edits in changes.items()
    ]
    file = types.RenameFile(old_uri=uri(old), new_uri=uri(new))
    return types.WorkspaceEdit(document_changes=[*documents, file])


def _can_rename_files(can: types.ClientCapabilities) -> bool:
    edits = can.workspace.workspace_edit if can.workspace else None
    operations = edits.resource_operations if edits else None
    return bool(edits and edits.document_changes and types.ResourceOperationKind.Rename in (operations or ()))
