"""The field that a part of an item fits that stands without the name of a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..exporting.tables.field_layout import Field, Layout, fields
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.code_words import code_called, codes_for
from ..lexicon.countries import codes_of
from ..lexicon.date_forms import diagnose
from ..lexicon.spelling import all_nearest, question
from ..lexicon.units import currency, is_currency
from ..lexicon.vocabulary import plain
from ..models import Model
from ..models.assertion import Assertion
from ..models.entity import Entity
from ..text.shortening import shorten
from ..validation.structure.help.unknown_code import meant_code
from .amounts import PERCENT, amount
from .quotes import is_quoted
from .texts import text_fields
from .values import Values, is_address, is_literal

_COUNTRY = lazy_pattern("[A-Z]{2}$")
_NUMBERS = ("value", "amount")


class Fit(NamedTuple):
    """A field and its value. It is not sure if a word was taken for a code."""

    field: Field
    value: Any
    is_sure: bool = True


class Fitting:
    """Looks for fields of an object, which has some ``data`` already."""

    def __init__(self, model: type[Model], values: Values, data: Mapping[str, Any]) -> None:
        self._model, self._values, self._data = model, values, data
        self._fields = {each.name: each for each in fields(model)}

    def find(self, part: str) -> Sequence[Fit]:
        """The field that the part fits, and its value there; of a sum, also its currency and how exact it is.

        Raises:
            CellError: it fits none, or several.
        """
        if is_address(part) and "url" in self._fields:
            return (Fit(self._fields["url"], part),)
        if not is_quoted(part):
            if several := self._amount(part):
                return several
            readers = (self._date, self._code, self._country, self._currency, self._thing, self._word)
            if found := next(filter(None, (read(part) for read in readers)), None):
                return (found,)
        if is_quoted(part) or not is_literal(part):
            for field in text_fields(self._model):
                if field.name not in self._data and (field.is_required or is_quoted(part)):
                    return (Fit(field, self._values.read(self._model, field, part)),)
        raise CellError(f"{shorten(part)!r} fits no field here", self._advice(part))

    def _amount(self, part: str) -> Sequence[Fit]:
        """The fields of a number or a sum; none if the object has no field for one of the things that it says."""
        field = next((self._fields[name] for name in _NUMBERS if name in self._fields), None)
        is_free = field and field.name not in self._data and field.layout is not Layout.DATE
        found = amount(part) if is_free else None
        if not field or not found:
            return ()
        unit = "currency" if "currency" in self._fields else "unit"
        said = {field.name: found.value, "comparator": found.comparator, unit: found.unit or found.sign}
        if found.sign and unit == "unit":
            help = f"write the code of the currency in place of {found.sign}, such as USD 42.5 billion"
            raise CellError(f"the currency of {part!r} is not certain", help)
        said = {name: value for name, value in said.items() if value != ""}
        if not said.keys() <= self._fields.keys() or (unit == "currency" and found.unit == PERCENT):
            return ()
        return [Fit(self._fields[name], value) for name, value in said.items() if value != found.sign]

    def _currency(self, part: str) -> Fit | None:
        field = self._fields.get("currency")
        code = part if is_currency(part) else currency(part)
        return Fit(field, code) if field and field.name not in self._data and code else None

    def _date(self, part: str) -> Fit | None:
        inherited = Assertion.model_fields if issubclass(self._model, Assertion) else {}
        own = [each for each in self._fields.values() if each.layout is Layout.DATE and each.name not in inherited]
        if not own or not any(letter.isdigit() for letter in part):
            return None
        try:
            return Fit(own[0], self._values.scalar(own[0], part))
        except CellError:
            if diagnose(part).readings or (is_literal(part) and not amount(part)):
                raise
            return None

    def _code(self, part: str) -> Fit | None:
        """The field of which the part is a code, or of whose list it is several; hyphens and spaces do not matter."""
        codes = [plain(each) if each == each.lower() else each for each in map(str.strip, part.split(","))]
        found = [each for each in self._coded() if all(code in [*each.type] for code in codes)]
        found = [each for each in found if len(codes) == 1 or each.layout is Layout.SCALARS]
        if len(found) > 1:
            names = " or ".join(f"{each.name}: {part}" for each in found)
            raise CellError(f"{part!r} is a code of several fields", f"write {names}")
        return Fit(found[0], codes if found[0].layout is Layout.SCALARS else codes[0]) if found else None

    def _word(self, part: str) -> Fit | None:
        """The only field with a code for which people write this word."""
        if not part[0].islower():
            return None
        found = [Fit(each, str(code), False) for each in self._coded() if (code := code_called(part, each.type))]
        return found[0] if len(found) == 1 else None

    def _coded(self) -> list[Field]:
        """The fields with codes that have no value yet, or may have several."""
        coded = [each for each in self._fields.values() if each.codelist]
        return [each for each in coded if each.layout is Layout.SCALARS or each.name not in self._data]

    def _country(self, part: str) -> Fit | None:
        field = self._fields.get("country")
        return Fit(field, part) if field and _COUNTRY.match(part) and codes_of(part) == (part,) else None

    def _thing(self, part: str) -> Fit | None:
        """The field that can hold the id of the thing that is called so, or of all that are.

        Of several fields for things of one kind, only the first is taken; the others need their names. In a definition,
        another name is mostly its own, so there all of them do.
        """
        kinds = set[str]()
        for field in self._fields.values() if not issubclass(self._model, Entity) else ():
            is_first, is_list = not kinds & {*field.kinds}, field.layout is Layout.SCALARS
            kinds |= {*field.kinds}
            if not field.kinds or not is_first or (field.name in self._data and not is_list):
                continue
            parts = [each.strip() for each in part.split(";")] if is_list else [part]
            ids = [self._values.names.find(each, field.kinds) for each in parts]
            if all(ids):
                return Fit(field, ids if is_list else ids[0])
        return None

    def _advice(self, part: str) -> str:
        kinds = [kind for each in self._fields.values() for kind in each.kinds]
        meant = [] if issubclass(self._model, Entity) else self._values.names.meant(part, dict.fromkeys(kinds))
        if "country" in self._fields and "country" not in self._data:
            meant += [f"country: {code}" for code in codes_of(part)]
        for each in self._coded():
            codes = codes_for(part, [each.type]) or all_nearest(part, [*each.type])
            meant += [f"{each.name}: {code}" for code in codes]
        if meant:
            return question(*meant[:5])
        if lists := [each.type for each in self._coded() if each.is_required and part == part.lower()]:
            return meant_code(part, [*lists[0]], lists[0].schema_title()).help
        return f"write the name of the field before it; `communique fields {self._model.__name__.lower()}` lists them"
