"""How to write a text that does not match its format: an id, a date, a language tag, a web address."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from ....lazy import lazy_pattern
from ....lexicon.countries import name_of
from ....lexicon.date_forms import diagnose
from ....lexicon.durations import duration
from ....lexicon.registered_codes import countries_by_name, is_country, is_language, language_by_name
from ....lexicon.spelling import question, squeezed
from ....lexicon.time_zones import time_zone_by_name
from ....lexicon.units import currency, is_currency
from ....models.formats import Format, formats
from ....schemas.slots import is_date
from ....text.homoglyphs import latinise
from ....text.shortening import LONGEST_ADVICE
from ...quoting import in_quotes, scalar
from ...remedy import Remedy, key, value
from ..schema_errors import SchemaError
from .template import accepts

_COUNTRY = "an ISO 3166-1 country code"
_CURRENCY = "an ISO 4217 currency code"
_LANGUAGE = "a BCP 47 language tag"
_TIME_ZONE = "the name of a time zone"
_COMMITMENT = "the id of a commitment"
_QUOTES = "'\"‘’‚“”„"
# A host name, recognised by its www or by the path after it; "annex.pdf" is not one.
_IN_A_YEAR = lazy_pattern("-[0-9]{4}$")
_WITHOUT_SCHEME = lazy_pattern(r"//[\w-]+([.][\w-]+)+(/\S*)?|www([.][\w-]+)+(/\S*)?|([\w-]+[.])+[a-zA-Z]{2,}/\S*")


def reformed(error: SchemaError) -> Remedy:
    """How to write the value in the expected format."""
    text, title = str(error.value), error.schema.get("title", "")
    if error.keyword == "maxLength":
        return Remedy(f"use at most {error.limit} characters")
    if (bare := text.strip(_QUOTES)) != text and _fits(error, bare):
        return value(f"put it between two straight quotes: {in_quotes(bare)}", in_quotes(bare))
    if is_date(error.schema):
        return as_date(text)
    if _fits(error, stripped := text.strip()):
        return _without_space(stripped)
    if title == _COMMITMENT:
        return _as_commitment(error, text)
    if "id" in title.split():
        return _as_id(error, text)
    if not stripped:
        return Remedy("enter a text, or delete the key")
    if meant := _in_register(title, text):
        is_sure = squeezed(meant) == squeezed(text)
        made = value(question(scalar(meant)), scalar(meant), replacement=meant if is_sure else "")
        return made if _fits(error, meant) else Remedy()
    return _known(error, title, stripped) or Remedy(format_help(error.schema))


def reformed_key(error: SchemaError) -> Remedy:
    """How to write the key in the expected format."""
    text = str(error.value)
    candidates = (text.strip(), _in_register(error.schema.get("title", ""), text))
    meant = next((each for each in candidates if each not in error.holder and _fits(error, each)), "")
    if meant:
        is_sure = squeezed(meant) == squeezed(text)
        return key(question(scalar(meant)), scalar(meant), meant if is_sure else "")
    return Remedy(format_help(error.schema))


def _known(error: SchemaError, title: str, text: str) -> Remedy | None:
    """A value whose meaning is certain although its format is different; None if there is none."""
    if title == _COUNTRY and len(codes := countries_by_name(text)) > 1:
        choices = " or ".join(f"{code} ({name_of(code)})" for code in codes)
        return Remedy(f"{text} can mean {choices}; check the source")
    if _WITHOUT_SCHEME.fullmatch(text) and _fits(error, address := f"https://{text.lstrip('/')}"):
        return value(f"put https:// before it: {scalar(address)}", scalar(address))
    if (span := duration(text)) and _fits(error, span):
        return value(f"write {span}", span)
    return None


def as_date(text: str) -> Remedy:
    """How to write a date, if the text can be read as one."""
    found = diagnose(text)
    if not found.readings:
        return Remedy(found.help or formats()["EdtfDate"].help)
    written = [in_quotes(each) for each in found.readings]
    if len(written) == 1:
        return value(f"write {written[0]}", written[0])
    which = "this can be an interval or a day" if "/" in written[0] else "the order of day and month is ambiguous"
    return value(f"{which}: write {' or '.join(written)}; check the source", *written)


def format_help(schema: dict[str, Any]) -> str:
    """The format in words; its examples are marked as such, and are not meant to be pasted."""
    found = _format(schema)
    return found.help if found else ""


def _format(schema: dict[str, Any]) -> Format | None:
    """The format of a text by its title, which is the same in every version of the schema."""
    return next((each for each in formats().values() if each.title == schema.get("title")), None)


def _fits(error: SchemaError, text: str) -> bool:
    schema = {name: limit for name, limit in error.schema.items() if name != "propertyNames"}
    return text != str(error.value) and accepts(schema, error.root, text) and _is_registered(error, text)


def _is_registered(error: SchemaError, text: str) -> bool:
    title = error.schema.get("title", "")
    return (title != _COUNTRY or is_country(text)) and (title != _LANGUAGE or is_language(text))


def _without_space(text: str) -> Remedy:
    help = "remove the whitespace around it"
    return value(f"{help}: {scalar(text)}" if len(text) <= LONGEST_ADVICE else help, scalar(text))


def _as_id(error: SchemaError, text: str) -> Remedy:
    """The text as an id. For a reference it is no advice, because the id may not be defined."""
    slug = _slug(text)
    expected = _like(error, slug)
    if not slug or not _fits(error, slug):
        return Remedy(expected)
    defines = len(error.pointer) > 1 and error.pointer[-1] == "id"
    if not defines and slug not in error.ids:
        return Remedy(expected)
    return value(question(slug, instead_of=text), scalar(slug))


def _as_commitment(error: SchemaError, text: str) -> Remedy:
    """The id of the only commitment in this record with that name; otherwise the form of such an id."""
    of, _, name = text.replace("/", "#").rpartition("#")
    announcement, local = _slug(of), _slug(name)
    form = f"{announcement or 'ANNOUNCEMENT'}#{local or 'COMMITMENT'}"
    meant = [each for each in error.ids if each == form or (not announcement and each.endswith(f"#{local}"))]
    if len(meant) == 1:
        return value(question(meant[0], instead_of=text), scalar(meant[0]))
    if _IN_A_YEAR.search(text):
        return Remedy(
            f"add # and the name of the commitment, as in {text}#COMMITMENT; after a space, # begins a comment"
        )
    return Remedy(_like(error, form))


def _like(error: SchemaError, example: str) -> str:
    """The format in words, with an example that is like the text, if there is one."""
    found = _format(error.schema)
    return "" if found is None else found.like(example) if example else found.help


def _slug(text: str) -> str:
    """The text as an id; empty if a letter would be lost."""
    plain = unicodedata.normalize("NFKD", latinise(text))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    if any(letter.isalnum() and not letter.isascii() for letter in plain):
        return ""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


def _in_register(title: str, text: str) -> str:
    """The code: in another case, or by its English name."""
    if title == _COUNTRY:
        codes = countries_by_name(text)
        return codes[0] if len(codes) == 1 else ""
    if title == _LANGUAGE:
        return _recased(text) if is_language(_recased(text)) else language_by_name(text)
    if title == _CURRENCY:
        code = text.strip().upper()
        return code if is_currency(code) else currency(text) or ""
    if title == _TIME_ZONE:
        return time_zone_by_name(text)
    is_place = title == "an ISO 3166-2 subdivision code" and re.fullmatch("[a-zA-Z]{2}-[a-zA-Z0-9]{1,3}", text)
    return text.upper() if is_place else ""


def _recased(text: str) -> str:
    """The language tag in its usual case: en-US, zh-Hans."""
    language, *rest = text.strip().replace("_", "-").split("-")
    return "-".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])
