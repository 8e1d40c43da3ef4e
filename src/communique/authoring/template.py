"""The template of a new record: valid, commented, and with the schema for editors."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from .. import codelists
from ..codelists import AnnouncementType
from ..files.paths import between
from ..lazy import lazy_pattern
from ..models import SCHEMA_VERSION
from ..reading.scalars import is_read_as_text
from . import typed_template
from .field_list import field_lines

_WIDEST = 120
_FIELDS = lazy_pattern(r" <<fields(?: (?P<path>[a-z_/]+))?(?: of (?P<shared>[A-Za-z]+))?>>$")
_VALUE = lazy_pattern(r"<<(?!fields)(\w+)>>")
_YEAR = lazy_pattern(r"-((?:19|20)[0-9]{2})(?:-[2-9])?$")


def place(id: str, folder: Path | None, corpus: Path) -> Path:
    """The path of the new record: in the given folder; else below the corpus, if there is one, in a folder for the
    year at the end of the id, also if a number is behind it that tells it apart; else in the current folder."""
    year = _YEAR.search(id)
    default = (corpus / year[1] if year else corpus) if corpus.is_dir() else Path()
    return (folder or default) / f"{id}.yaml"


def skeleton(id: str, path: Path, type: AnnouncementType | None = None) -> str:
    """The text of a new record at ``path``: of an announcement of any type, or with what one of this type needs."""
    template = (files(__package__) / "template.yaml").read_text(encoding="utf-8")
    template = template if type is None else typed_template.text(type, template)
    values = {"editor": for_editors(path), "version": SCHEMA_VERSION, "id": id, "written_id": _written(id)}
    values |= {codelist.list_name: ", ".join(codelist) for codelist in codelists.CODELISTS}
    record = yaml.safe_load(_opened(_filled(template, values)))
    explained: set[str] = set()
    lines = (each for line in template.splitlines() for each in _with_fields(line, record, explained))
    return "".join(f"{part}\n" for line in lines for part in _folded(_filled(line, values)))


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _VALUE.sub(lambda match: values[match[1]], text)


def _opened(text: str) -> str:
    """The text with every field open that it offers, without the first line, which is for editors."""
    return re.sub(r"^( *)# ", r"\1", text.partition("\n")[2], flags=re.MULTILINE)


def _with_fields(line: str, record: dict[str, Any], explained: set[str]) -> Iterator[str]:
    """The line; one that asks for fields, as ``## More: <<fields roles>>``, with them below it, if there are any.

    Codelists and models that the lines explain are added to ``explained``; each is explained once.
    """
    listed = _VALUE.findall(line)
    explained |= {each.__name__ for each in codelists.CODELISTS if each.list_name in listed}
    asked = _FIELDS.search(line)
    found = list(field_lines(asked["path"] or "", asked["shared"] or "", record, explained)) if asked else []
    if found or not asked:
        yield _FIELDS.sub("", line).rstrip()
        yield from (f"##   {each}" for each in found)


def _folded(line: str) -> list[str]:
    """A comment, which is one line of the template however long it is, wrapped; any other line as it is."""
    if not line.startswith("##") or len(line) <= _WIDEST:
        return [line]
    indent = "##     " if line.startswith("##   ") else "## "
    return textwrap.wrap(line, _WIDEST, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)


def _written(id: str) -> str:
    """The id as YAML that every program reads as text, not as a number, date, boolean or null."""
    return id if is_read_as_text(id) and not id[0].isdigit() else f"'{id}'"


def for_editors(path: Path, kind: str = "announcement") -> str:
    """The comment with the path of the schema for editors, if the project has it."""
    name = Path("schemas", SCHEMA_VERSION, f"{kind}.schema.json")
    for folder in path.absolute().parents:
        if (folder / name).is_file():
            schema = Path(between(folder / name, path.absolute().parent)).as_posix()
            return f"yaml-language-server: $schema={schema}"
    return "Run `communique schema publish` to have the schemas here; new records then name their path for editors."
