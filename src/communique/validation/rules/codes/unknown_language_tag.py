from __future__ import annotations

from collections.abc import Collection, Iterator

from ....corpus.corpus import Entry
from ....diagnostics.finding import Advice, Change, Severity
from ....lexicon.spelling import question
from ....models import Record, walk
from ....text.pointer import Pointer
from ...quoting import scalar
from ...rule import Context, RecordRule, Violation

# BCP 47 asks programs for 35 characters, and no language needs more than a few variants.
_LONGEST = 100
# BCP 47 has given up these, and programs know them as the others.
_RENAMED = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro"}
_MESSAGE = "{} is no language tag by BCP 47: it, or a part of it, is not registered"


class UnknownLanguageTag(RecordRule):
    code = "CQ606"
    name = "unknown-language-tag"
    reason = "A tag with a part that nobody registered names no language: who asks for the language is shown nothing."
    fix = "Write the tag that BCP 47 gives the language: zh, not cn; en, not eng; en-GB, not en-UK."
    bad = "title: {en: An example, cn: 例子}\n"
    good = "title: {en: An example, zh: 例子}\n"

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for pointer, tag, beside, is_key in _tags(entry.record):
            if len(tag) > _LONGEST:
                message = f"a language tag of {len(tag):,} characters, which names no language"
                yield Violation(
                    pointer, message, f"keep only the language, for example {tag.split('-')[0]}", is_key=is_key
                )
            elif now := _RENAMED.get(tag.partition("-")[0]):
                yield _renamed(pointer, tag, now, beside, is_key)
            elif not _is_valid(tag):
                yield _unregistered(pointer, tag, beside, is_key)


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


def _renamed(pointer: Pointer, tag: str, now: str, beside: Collection[str], is_key: bool) -> Violation:
    """A tag that was given up; some of these are codes of countries as well, so that nothing is put in its place."""
    language, dash, rest = tag.partition("-")
    right = f"{now}{dash}{rest}"
    message = f"BCP 47 has given the language tag {language} up: its language is {_name(now)}, {now}"
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


def _other_reading(tag: str, right: str) -> str:
    """A language of the country in the tag, if the one in it is none: uk-UK is Ukrainian, or of the United Kingdom."""
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
        return "look it up in the IANA registry"
    if meant in beside:
        return f"{meant}, which it may be meant for, is already there: merge the two, or delete one"
    return f"write {scalar(meant)}" if right else f"{question(scalar(meant))} {tag.upper()} is the country"


def _spoken(tag: str) -> str:
    """The language that most people speak in the country with this code."""
    import pycountry
    from langcodes import Language

    country = pycountry.countries.get(alpha_2=tag)
    return str(Language.get(f"und-{country.alpha_2}").maximize().language) if country else ""
