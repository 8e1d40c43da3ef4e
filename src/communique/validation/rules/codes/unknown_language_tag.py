from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ....diagnostics.finding import Advice, Change, Severity
from ....lexicon.registered_codes import is_language
from ...quoting import scalar
from ...rule import RecordRule, Violation

if TYPE_CHECKING:
    from ....text.pointer import Pointer
    from ...subject import Subject

# BCP 47 requires programs to support 35 characters, and no language needs more than a few variants.
_LONGEST = 100
# BCP 47 deprecates these tags, and programs map them to the new ones.
_RENAMED = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}
_MESSAGE = "unknown language tag {}: it, or a part of it, is not registered"


class UnknownLanguageTag(RecordRule):
    code = "CQ606"
    name = "unknown-language-tag"
    reason = "A tag with an unregistered part names no language, so a search for the language does not find the text."
    fix = "Write the BCP 47 tag of the language: zh, not cn; en, not eng; en-GB, not en-UK."
    bad = "title: {en: An example, cn: 例子}\n"
    good = "title: {en: An example, zh: 例子}\n"

    def check(self, subject: Subject) -> Iterator[Violation]:
        if all(map(_is_sound, subject.languages)):
            return
        for pointer, tag, is_key in _tags(subject):
            if not _is_sound(tag):
                yield _violation(pointer, tag, _beside(pointer, subject), is_key)


@lru_cache(maxsize=1024)
def _is_sound(tag: str) -> bool:
    return len(tag) <= _LONGEST and tag.partition("-")[0] not in _RENAMED and is_language(tag)


def _violation(pointer: Pointer, tag: str, beside: Collection[str], is_key: bool) -> Violation:
    if len(tag) > _LONGEST:
        message = f"language tag is too long: {len(tag):,} characters, at most {_LONGEST} are allowed"
        help = f"keep only the language, for example {tag.split('-')[0]}"
        return Violation(pointer, message, help, is_key=is_key)
    if now := _RENAMED.get(tag.partition("-")[0]):
        return _renamed(pointer, tag, now, beside, is_key)
    return _unregistered(pointer, tag, beside, is_key)


def _unregistered(pointer: Pointer, tag: str, beside: Collection[str], is_key: bool) -> Violation:
    change = Change.KEY if is_key else Change.VALUE
    right = _as_registered(tag)
    if other := _other_reading(tag, right):
        either = [each for each in (right.partition("-")[0], other) if each not in beside]
        advice = tuple(Advice(change, scalar(each)) for each in either)
        return Violation(pointer, _MESSAGE.format(tag), _either(right, other), is_key=is_key, advice=advice)
    meant = right or _spoken(tag)
    help = _help(tag, right, meant, beside)
    advice = (Advice(change, scalar(meant)),) if meant and meant not in beside else ()
    replacement = "" if right in beside else right
    return Violation(pointer, _MESSAGE.format(tag), help, replacement=replacement, is_key=is_key, advice=advice)


def _tags(subject: Subject) -> Iterator[tuple[Pointer, str, bool]]:
    """Every language tag: its pointer, the tag, and whether it is the key of a text."""
    for pointer, field, place, text in subject.texts:
        if field in ("language", "languages"):
            yield (*pointer, field, *place), text, False
        elif place and isinstance(place[0], str) and field != "extensions":
            yield (*pointer, field, *place), place[0], True


def _beside(pointer: Pointer, subject: Subject) -> list[str]:
    """The tags in the same place: the keys of one text, or one list."""
    return [tag for where, tag, _ in _tags(subject) if where[:-1] == pointer[:-1]]


def _renamed(pointer: Pointer, tag: str, now: str, beside: Collection[str], is_key: bool) -> Violation:
    """A deprecated tag; it has no safe replacement, because some of these tags are also country codes."""
    language, dash, rest = tag.partition("-")
    right = f"{now}{dash}{rest}"
    message = f"deprecated language tag {language}; the tag of {_name(now)} is {now}"
    help = _help(tag, right, right, beside)
    if country := _country(language):
        help += f"; if the country {country} is meant, write the tag of the language"
    change = Change.KEY if is_key else Change.VALUE
    advice = () if right in beside else (Advice(change, scalar(right)),)
    return Violation(pointer, message, help, severity=Severity.WARNING, is_key=is_key, advice=advice)


def _name(language: str) -> str:
    from babel import Locale

    return str(Locale("en").languages[language])


def _country(code: str) -> str:
    import pycountry

    country = pycountry.countries.get(alpha_2=code)
    return str(country.name) if country else ""


def _as_registered(tag: str) -> str:
    """The same tag with registered parts: two letters instead of three, GB instead of UK."""
    from langcodes import standardize_tag

    try:
        right = standardize_tag(tag)
    except ValueError:
        return ""
    return right if right != tag and is_language(right) else ""


def _other_reading(tag: str, right: str) -> str:
    """A tag of the country's language, if the tag's is not spoken there: uk-UK may mean Ukrainian or English."""
    from babel.languages import get_territory_language_info
    from langcodes import Language

    if not right or not (country := Language.get(right).territory):
        return ""
    language = Language.get(right).language
    at_home = {each.partition("_")[0] for each in get_territory_language_info(country)}
    if not at_home or language in at_home or not Language.get(tag, normalize=False).territory:
        return ""
    return f"{Language.get(f'und-{country}').maximize().language}-{country}"


def _either(right: str, other: str) -> str:
    from babel import Locale

    english = Locale("en")
    spoken, (language, _, country) = right.partition("-")[0], other.partition("-")
    names = english.languages
    return (
        f"write {scalar(spoken)} if the text is in {names.get(spoken, spoken)}, or {scalar(other)} if it is "
        f"in the {names.get(language, language)} of {english.territories.get(country, country)}"
    )


def _help(tag: str, right: str, meant: str, beside: Collection[str]) -> str:
    if not meant:
        return "find the tag in the IANA language subtag registry"
    if meant in beside:
        return f"it may mean {meant}, which is already there: merge the two texts, or delete one"
    from ....lexicon.spelling import question

    return f"write {scalar(meant)}" if right else f"{question(scalar(meant))} {tag.upper()} is the country"


def _spoken(tag: str) -> str:
    """The language that most people speak in the country with this code."""
    import pycountry
    from langcodes import Language

    country = pycountry.countries.get(alpha_2=tag)
    return str(Language.get(f"und-{country.alpha_2}").maximize().language) if country else ""
