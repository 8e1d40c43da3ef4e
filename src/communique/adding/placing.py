"""The files that change when definitions are added, with their contents before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..files.regular_file import read_regular
from ..reading.limits import MAX_BYTES
from .addition import Additions
from .confirming import with_marks, with_types
from .insertion import InsertionError, inserted, of_file
from .places import registry_for

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus

Contents = dict[str, tuple[bytes, bytes]]
"""By the path of a file, its content before and after."""


def named_file(corpus: Corpus, to: str) -> str:
    """The path of a file of the corpus, as the corpus names it; empty if none is asked for.

    Raises:
        InsertionError: the file is not in the corpus.
    """
    if not to:
        return ""
    wanted = Path(to).resolve()
    for entry in corpus.entries:
        if Path(entry.path).resolve() == wanted:
            return entry.path
    raise InsertionError(f"{to} is no record of this corpus; create it first, as with `communique new`")


def placed(corpus: Corpus, additions: Additions, to: str) -> tuple[Contents, dict[str, str]]:
    """The contents of the files with all definitions and stated types, and the path of the file for each id.

    ``to`` is the path of a record or registry; if it is empty, each definition goes to the registry with the most like
    it.

    Raises:
        InsertionError: there is no such registry, or a file cannot be edited.
    """
    by_path: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in additions.definitions:
        path = to or registry_for(corpus, additions.kind, str(each.get("type", "")))
        if not path:
            raise InsertionError(f"no registry has a definition of this kind ({additions.kind}); name a file with --to")
        by_path[path].append(each)
    contents = {path: inserted(Path(path), additions.kind, each) for path, each in by_path.items()}
    paths = {str(each["id"]): path for path, some in by_path.items() for each in some}
    _mark(contents, additions, paths)
    _state(contents, additions)
    return contents, paths


def _mark(contents: Contents, additions: Additions, paths: Mapping[str, str]) -> None:
    """Mark the types that are only likely."""
    for path in sorted({paths[id] for id in additions.to_confirm}):
        before, after = contents[path]
        with of_file(Path(path)):
            contents[path] = before, with_marks(after, path, additions.to_confirm)


def _state(contents: Contents, additions: Additions) -> None:
    """State the types that the curator states, where they were marked."""
    for path in sorted({each.path for each in additions.existing if each.id in additions.stated}):
        with of_file(Path(path)):
            content = read_regular(Path(path), MAX_BYTES)
            before, after = contents.get(path, (content, content))
            made, ids = with_types(after, path, additions.stated)
            if ids:
                contents[path] = before, made
                additions.confirmed |= dict.fromkeys(ids, path)
