from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ....codelists import Action, ActorType
from ....corpus.history import is_denied_or_hypothetical
from ....diagnostics.finding import Severity
from ....lexicon.official_languages import official_languages
from ....schemas.store import precedence
from ...aspect import Aspect
from ...rule import CorpusRule, Violation

if TYPE_CHECKING:
    from ....models import NamedEntity
    from ...context import Context
    from ...subject import Subject
    from ...summary import Summary

_MAKING = (Action.ESTABLISH, Action.ADOPT, Action.PUBLISH, Action.INTRODUCE, Action.SIGN)
_STATE = (ActorType.COUNTRY, ActorType.GOVERNMENT, ActorType.GOVERNMENT_BODY)
_NAMES_MAY_BE_UNKNOWN = precedence("0.3.0")
"""Records of older schemas cannot say that a name is not known."""

_BODIES = (ActorType.GOVERNMENT, ActorType.GOVERNMENT_BODY)


class _Thing(NamedTuple):
    """A public body or an instrument, whose id is the key: the place of its definition, the languages in which it has
    a name or is known to have none, and the country of a body."""

    field: str
    place: int
    languages: tuple[str, ...]
    country: str | None


class _Made(NamedTuple):
    """Who made the instrument whose id is the key."""

    actors: tuple[str, ...]


class _State(NamedTuple):
    """The country of a state or a public body, whose id is the key."""

    country: str | None


def _things(subject: Subject) -> Iterator[tuple[str, _Thing]]:
    if precedence(str(subject.data["schema_version"])) < _NAMES_MAY_BE_UNKNOWN:
        return
    record = subject.record
    for index, actor in enumerate(getattr(record, "actors", ())):
        if actor.type in _BODIES and actor.country:
            yield actor.id, _Thing("actors", index, _languages(actor), actor.country)
    for index, instrument in enumerate(getattr(record, "instruments", ())):
        yield instrument.id, _Thing("instruments", index, _languages(instrument), None)


def _languages(thing: NamedEntity) -> tuple[str, ...]:
    tags = [*thing.name, *(each.language for each in thing.other_names)]
    tags += [each.language for each in thing.unknown if each.field == "name"]
    return tuple(sorted({tag.partition("-")[0] for tag in tags if tag}))


def _made(subject: Subject) -> Iterator[tuple[str, _Made]]:
    for measure in getattr(subject.record, "measures", ()):
        is_made = measure.action in _MAKING and not measure.is_deprecated and not is_denied_or_hypothetical(measure)
        if is_made and measure.actors:
            yield measure.instrument, _Made(measure.actors)


def _states(subject: Subject) -> Iterator[tuple[str, _State]]:
    for actor in getattr(subject.record, "actors", ()):
        if actor.type in _STATE:
            yield actor.id, _State(actor.country)


_THINGS = Aspect("named_thing", _Thing, _things, shared=False, needs=("actors", "instruments"))
_MAKERS = Aspect("made", _Made, _made, needs=("measures",))
_STATES = Aspect("state", _State, _states, definitions=True, needs=("actors",))


class NoNameInOwnLanguage(CorpusRule):
    code = "CQ541"
    name = "no-name-in-own-language"
    severity = Severity.INFO
    reason = (
        "A translated name is not unique: whoever looks for the text or the body in its own country needs the name it "
        "has there."
    )
    fix = (
        "Add the name in the language of its country to `name`, if a source has it. If none has it, say so: `unknown: "
        "[{field: name, language: zh, reason: not_seen}]`. Checked are public bodies with a country, and instruments "
        "whose makers are states or public bodies of one country; not where English is an official language."
    )
    bad = (
        "measures:\n- {instrument: plan, action: publish, actors: [cn-mfa], stage: published, modality: asserted}\n"
        "instruments:\n- {id: plan, type: action_plan, name: {en: A plan}}\n"
        "actors:\n- {id: cn-mfa, type: government_body, country: CN, name: {en: Foreign Ministry, zh-Hans: 外交部}}\n"
    )
    good = bad.replace("{en: A plan}", "{en: A plan}, unknown: [{field: name, language: zh, reason: not_seen}]")
    aspects = (_THINGS, _MAKERS, _STATES)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        for id, thing in own.of(_THINGS):
            country = thing.country or _country_of_makers(id, context)
            languages = official_languages(country) if country else ()
            if languages and "en" not in languages and not set(languages) & set(thing.languages):
                wanted = " or ".join(languages)
                message = f"no name in {wanted}, which is official in {country}"
                help = f"give the name in {wanted}, or list name with this language under unknown"
                yield Violation((thing.field, thing.place, "name"), message, help)


def _country_of_makers(instrument: str, context: Context) -> str | None:
    """The country of all who made the instrument; None if it is not known of each, or there are several."""
    makers = {actor for _, made in context.at(_MAKERS, instrument) for actor in made.actors}
    countries = {next((state.country for _, state in context.at(_STATES, actor)), None) for actor in sorted(makers)}
    return countries.pop() if len(countries) == 1 else None
