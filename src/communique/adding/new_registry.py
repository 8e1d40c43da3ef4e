"""A registry that is not there yet, for the first definitions of a corpus."""

from __future__ import annotations

from pathlib import Path

from ..authoring.template import for_editors
from ..codelists import ActorType
from ..corpus.corpus import Corpus
from ..models import SCHEMA_VERSION, is_id
from ..text.inflection import plural
from .insertion import InsertionError

_FOLDER = "registry"
_SUFFIXES = (".yaml", ".yml")
_ACTORS = {
    ActorType.PERSON: "people",
    ActorType.COUNTRY: "states",
    ActorType.GOVERNMENT: "bodies",
    ActorType.GOVERNMENT_BODY: "bodies",
    ActorType.SUPRANATIONAL: "bodies",
    ActorType.INTERGOVERNMENTAL: "bodies",
}
_OTHERS = "organisations"
_TITLES = {
    "sources": "Sources that more than one record relies on",
    "people": "People",
    "states": "States",
    "bodies": "Governments, public bodies and organisations of states",
    "organisations": "Companies and other organisations",
}


def folder_of(corpus: Corpus, given: str) -> Path:
    """The folder of a corpus: that of its dataset record; without one, the path that was given."""
    for entry in corpus.entries:
        if entry.record.kind == "dataset":
            return Path(entry.path).parent
    return Path(given) if Path(given).is_dir() else Path(given).parent


def usual_registry(folder: Path, kind: str, type: str = "") -> str:
    """The path at which a corpus usually has its definitions of a kind and type.

    >>> usual_registry(Path("records"), "actor", "person").replace("\\\\", "/")
    'records/registry/people.yaml'
    """
    name = plural(kind)
    if kind == "actor":
        name = next((file for each, file in _ACTORS.items() if each == type), _OTHERS)
    return str(folder / _FOLDER / f"{name}.yaml")


def has_one_type(path: str) -> bool:
    """Whether the name of a registry says that its actors are of certain types, as people.yaml does."""
    return Path(path).stem in {*_ACTORS.values(), _OTHERS}


def refuse_name(path: Path, folder: Path) -> None:
    """Refuse a path at which no registry of the corpus can be created.

    Raises:
        InsertionError: it is not below the folder of the corpus, or has a name that gives no id.
    """
    if not path.resolve().is_relative_to(folder.resolve()):
        slashes = "; write its folders with forward slashes" if "\\" in path.name else ""
        raise InsertionError(f"{path} does not exist, and a new registry has to be below {folder}{slashes}")
    if path.suffix not in _SUFFIXES or not is_id(path.stem):
        expected = "the file of a new registry is named after its id, as sources.yaml"
        raise InsertionError(f"{path} does not exist; {expected}")


def new_registry(path: Path) -> bytes:
    """The content of a registry without definitions, whose id is the name of the file."""
    title = _TITLES.get(path.stem, path.stem.replace("-", " ").capitalize())
    return (
        f"# {for_editors(path, 'registry')}\n"
        f"schema_version: {SCHEMA_VERSION}\nkind: registry\nid: {path.stem}\ntitle:\n  en: {title}\n"
    ).encode()
