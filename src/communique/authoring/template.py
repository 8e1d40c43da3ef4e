"""The template of a new record: valid, commented, and with the schema for editors."""

from __future__ import annotations

import re
import textwrap
from importlib.resources import files
from pathlib import Path

from .. import codelists
from ..files.paths import between
from ..models import SCHEMA_VERSION
from ..reading.scalars import UnsafeNumberError, resolve, yaml_1_1_reading

_WIDEST = 120
_YEAR = re.compile(r"-((?:19|20)[0-9]{2})$")


def place(id: str, folder: Path | None, corpus: Path) -> Path:
    """The path of the new record: in the given folder; else below the corpus, if there is one, in a folder for the
    year at the end of the id; else in the current folder."""
    year = _YEAR.search(id)
    default = (corpus / year[1] if year else corpus) if corpus.is_dir() else Path()
    return (folder or default) / f"{id}.yaml"


def skeleton(id: str, path: Path) -> str:
    """The text of a new record at ``path``."""
    template = (files(__package__) / "template.yaml").read_text(encoding="utf-8")
    values = {"editor": _for_editors(path), "version": SCHEMA_VERSION, "id": id, "written_id": _written(id)}
    values |= {codelist.list_name: ", ".join(codelist) for codelist in codelists.CODELISTS}
    filled = re.sub(r"<<(\w+)>>", lambda match: values[match[1]], template)
    return "".join(f"{part}\n" for line in filled.splitlines() for part in _folded(line))


def _folded(line: str) -> list[str]:
    """A comment line, wrapped."""
    if not line.startswith("##") or len(line) <= _WIDEST:
        return [line]
    return textwrap.wrap(line, _WIDEST, subsequent_indent="##   ", break_on_hyphens=False)


def _written(id: str) -> str:
    """The id as YAML that every program reads as text, not as a number, date, boolean or null."""
    try:
        is_plain = resolve(id) == id and yaml_1_1_reading(id) is None and not id[0].isdigit()
    except UnsafeNumberError:
        is_plain = False
    return id if is_plain else f"'{id}'"


def _for_editors(path: Path) -> str:
    """The comment with the path of the schema for editors, if the project has it."""
    name = Path("schemas", SCHEMA_VERSION, "announcement.schema.json")
    for folder in path.absolute().parents:
        if (folder / name).is_file():
            schema = Path(between(folder / name, path.absolute().parent)).as_posix()
            return f"yaml-language-server: $schema={schema}"
    return "Run `communique schema publish` to have the schemas here; new records then name their path for editors."
