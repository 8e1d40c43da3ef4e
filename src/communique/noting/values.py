"""The value of a field from what a curator writes for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..adding import cell
from ..exporting.tables.field_layout import Field, Layout, fields
from ..importing import cells
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.spelling import question
from ..models.shorthand import shorthands
from ..reading import read_bytes
from ..text.characters import has_no_latin
from ..text.inflection import plural
from ..text.shortening import shorten
from .amounts import amount, number
from .quotes import unquoted

if TYPE_CHECKING:
    from ..models import Model
    from .names import NotedNames

IN_BRACKETS = ("{", "[")
"""How an object or a list begins that is written as in YAML."""
_COUNTRIES = ("country", "countries")
_IN_LATIN = ("en", "de", "es", "fr", "it", "nl", "pt")
"""Languages that are written in Latin letters."""
_DIGITS = lazy_pattern("[0-9]+(?:[-/.,][0-9]+)*")


class Values:
    """Reads values. ``language`` is that of texts for which no other one is given."""

    def __init__(self, names: NotedNames, language: str) -> None:
        self.names, self.language = names, language

    def read(self, model: type[Model], field: Field, written: str) -> Any:
        """The value that is written for a field of the model.

        Raises:
            CellError: it is no value of the field.
        """
        if written.startswith(IN_BRACKETS):
            return in_brackets(written)
        match field.layout:
            case Layout.LOCALIZED:
                return {self.language: self._in_its_script(field, unquoted(written))}
            case Layout.SCALARS:
                return [self.scalar(field, each) for each in self._several(field, written)]
            case Layout.OBJECTS if mark := shorthands(model).get(field.name):
                inner = next(each for each in fields(field.type) if each.name == mark.field)
                return [self.scalar(inner, each) for each in self._several(inner, written)]
            case Layout.OBJECT if (first := fields(field.type)[0]).kinds or first.layout is Layout.DATE:
                return {first.name: self.scalar(first, written)}
            case Layout.OBJECT | Layout.OBJECTS | Layout.OPEN:
                names = ", ".join(f"{each.name}: ..." for each in _main_fields(field))
                raise CellError(f"found {shorten(written)!r}, expected an object", f"write {field.name}: {{{names}}}")
        return self.scalar(field, written)

    def _in_its_script(self, field: Field, text: str) -> str:
        """The text, if its letters can be those of the language of the notes."""
        if self.language.partition("-")[0] in _IN_LATIN and has_no_latin(text):
            message = f"the language of {shorten(text)!r} is not known; the notes are in {self.language}"
            help = f"write it with its language, as in {field.name}: {{zh-Hans: ...}}; --language is that of all texts"
            raise CellError(message, help)
        return text

    def scalar(self, field: Field, written: str) -> Any:
        """A single value of a field, or an item of its list.

        Raises:
            CellError: it is none.
        """
        if field.layout is Layout.DATE:
            return cell.day(written)
        if field.codelist:
            return cell.code(field.type, written)
        if field.kinds:
            return self._id(field, unquoted(written))
        if field.name in _COUNTRIES:
            return cell.country(written)
        if field.layout is Layout.NUMBER_OR_TEXT:
            found = number(written)
            return unquoted(written) if found is None else found
        if field.type in (int, float):
            found = number(written)
            return cells.number(written) if found is None else found
        return cells.boolean(written) if field.type is bool else unquoted(written)

    def _id(self, field: Field, written: str) -> str:
        if found := self.names.find(written, field.kinds):
            return found
        meant = self.names.meant(written, field.kinds)
        sections = " or ".join(plural(kind) for kind in field.kinds)
        help = question(*meant) if meant else f"define it under {sections}"
        raise CellError(f"no {' or '.join(field.kinds)} is called {shorten(written)!r}", help)

    def _several(self, field: Field, written: str) -> list[str]:
        """The items of a list: between semicolons, or between commas if they are codes or ids."""
        if field.kinds and self.names.find(written, field.kinds):
            return [written]
        by_comma = ";" not in written and (field.kinds or field.codelist or field.name in _COUNTRIES)
        return [each for part in written.split("," if by_comma else ";") if (each := part.strip())]


def _main_fields(field: Field) -> Iterable[Field]:
    """Those that an object has to have, or else the first two of them."""
    inner = fields(field.type) if field.layout is not Layout.OPEN else ()
    return [each for each in inner if each.is_required] or inner[:2]


def is_address(written: str) -> bool:
    """Whether it is a web address."""
    return written.startswith(("http://", "https://"))


def is_literal(written: str) -> bool:
    """Whether it is an address, a number, a sum or a date, and so no text unless it is in quotes."""
    if is_address(written) or _DIGITS.fullmatch(written):
        return True
    try:
        return amount(written) is not None or (any(map(str.isdigit, written)) and bool(cell.day(written)))
    except CellError:
        return False


def in_brackets(written: str) -> Any:
    """An object or a list in brackets, as in YAML."""
    document = read_bytes(f"value: {written}\n".encode(), "notes.yaml")
    if not document.sound or not isinstance(document.data, dict):
        why = document.findings[0].message if document.findings else "it is no YAML"
        raise CellError(f"cannot read {shorten(written)!r}: {why}", "write it as in a record, with quotes around texts")
    return document.data["value"]
