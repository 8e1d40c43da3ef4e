"""The files that change when definitions are added, with their contents before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..codelists import SourceType
from ..files.regular_file import read_regular
from ..reading.limits import MAX_BYTES
from .addition import Additions
from .insertion import InsertionError, inserted, of_file
from .new_registry import has_one_type, new_registry, refuse_name, usual_registry
from .newer_schema import raised
from .places import registry_for
from .stating import with_types

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus

Contents = dict[str, tuple[bytes, bytes]]
"""By the path of a file, its content before and after."""


def named_file(corpus: Corpus, to: str, folder: Path) -> str:
    """The path of a file of the corpus, as the corpus names it, or of a new one; empty if none is asked for.

    Raises:
        InsertionError: the file is not in the corpus, or cannot become a registry in its folder.
    """
    if not to:
        return ""
    wanted = Path(to).resolve()
    for entry in corpus.entries:
        if Path(entry.path).resolve() == wanted:
            return entry.path
    if wanted.exists():
        raise InsertionError(f"{to} is no record of this corpus")
    refuse_name(Path(to), folder)
    return to


def placed(corpus: Corpus, additions: Additions, to: str, folder: Path) -> tuple[Contents, dict[str, str]]:
    """The contents of the files with all definitions and stated types, and the path of the file for each id.

    ``to`` is the path of a record or registry; if it is empty, each definition goes to the registry with the most like
    it, or else to the one that a corpus in this folder usually has. A registry that does not exist is created.

    Raises:
        InsertionError: a file cannot be edited.
    """
    by_path: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in additions.definitions:
        by_path[to or _registry(corpus, additions.kind, _type(each), folder)].append(each)
    contents = {path: inserted(Path(path), additions.kind, each, _new(Path(path))) for path, each in by_path.items()}
    paths = {str(each["id"]): path for path, some in by_path.items() for each in some}
    _state(contents, additions)
    additions.raised = raised((path, *both) for path, both in contents.items())
    return contents, paths


def _type(definition: Mapping[str, Any]) -> str:
    """The type that decides where a definition belongs; empty if it has none, or one that is unknown."""
    type = str(definition.get("type", ""))
    return "" if type == SourceType.UNKNOWN else type


def _registry(corpus: Corpus, kind: str, type: str, folder: Path) -> str:
    if found := registry_for(corpus, kind, type):
        return found
    usual, of_any_type = usual_registry(folder, kind, type), registry_for(corpus, kind)
    return usual if not of_any_type or has_one_type(of_any_type) else of_any_type


def _new(path: Path) -> bytes:
    """What a file begins with that does not exist yet; empty if it does."""
    return b"" if path.exists() else new_registry(path)


def _state(contents: Contents, additions: Additions) -> None:
    """State the types that the curator states, where they are unknown."""
    for path in sorted({each.path for each in additions.existing if each.id in additions.stated}):
        with of_file(Path(path)):
            content = read_regular(Path(path), MAX_BYTES)
            before, after = contents.get(path, (content, content))
            made, ids = with_types(after, path, additions.stated)
            if ids:
                contents[path] = before, made
                additions.settled |= dict.fromkeys(ids, path)
