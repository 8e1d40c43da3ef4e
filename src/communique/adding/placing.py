"""The files that change when definitions are added, with their contents before and after."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .addition import Additions
from .insertion import InsertionError, inserted
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
    """The contents of the files with all definitions, and the path of the file for each id.

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
    return contents, {str(each["id"]): path for path, some in by_path.items() for each in some}
