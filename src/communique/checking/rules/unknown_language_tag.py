from __future__ import annotations

from collections.abc import Collection, Iterator

from ...corpus import Entry
from ...models import Record, walk
from ...pointer import Pointer
from ..rule import Context, Issue, RecordRule

# BCP 47 asks programs for 35 characters, and no language needs more than a few variants.
_LONGEST = 100


class UnknownLanguageTag(RecordRule):
    code = "CQ606"
    name = "unknown-language-tag"
    reason = "A tag with a part that nobody registered names no language: who asks for the language is shown nothing."
    fix = "Write the tag that BCP 47 gives the language: zh, not cn; en, not eng; en-GB, not en-UK."
    bad = "title: {en: An example, cn: 例子}\n"
    good = "title: {en: An example, zh: 例子}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Issue]:
        for pointer, tag, beside, is_key in _tags(entry.record):
            if len(tag) > _LONGEST:
                message = f"a language tag of {len(tag):,} characters, which names no language"
                yield Issue(pointer, message, f"keep only the language, for example {tag.split('-')[0]}", is_key=is_key)
            elif not _is_valid(tag):
                right = _as_registered(tag)
                help = f"write {right}" if right else _guess(tag)
                replacement = "" if right in beside else right
                message = f"{tag} is no language tag by BCP 47: it, or a part of it, is not registered"
                yield Issue(pointer, message, help, replacement=replacement, is_key=is_key)


def _tags(record: Record) -> Iterator[tuple[Pointer, str, Collection[str], bool]]:
    """Every language tag, where it stands, the tags beside it, and whether it is the key of a text."""
    for pointer, model in walk(record):
        for name in type(model).model_fields:
            value = getattr(model, name)
            if isinstance(value, dict) and name != "extensions":
                yield from (((*pointer, name, tag), tag, value, True) for tag in value)
            elif name == "languages":
                yield from (((*pointer, name, index), tag, value, False) for index, tag in enumerate(value))
            elif name == "language" and value:
                yield (*pointer, name), value, (), False


def _is_valid(tag: str) -> bool:
    from langcodes import Language

    try:
        # As it stands: made uniform, even "eng" would pass.
        return Language.get(tag, normalize=False).is_valid()
    except ValueError:
        return False


def _as_registered(tag: str) -> str:
    """The same tag in registered parts: for three letters that have two, for a country's everyday letters."""
    from langcodes import standardize_tag

    try:
        right = standardize_tag(tag)
    except ValueError:
        return ""
    return right if right != tag and _is_valid(right) else ""


def _guess(tag: str) -> str:
    import pycountry
    from langcodes import Language

    if country := pycountry.countries.get(alpha_2=tag):
        spoken = Language.get(f"und-{country.alpha_2}").maximize().language
        return f"did you mean {spoken}? {country.alpha_2} is the country"
    return "look it up in the IANA registry"
