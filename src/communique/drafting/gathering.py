"""Gathers what the finders find in an article, and joins what says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..codelists import Action, ActorType, Modality, RoleType, SpeechAct, StatementNature
from ..lexicon.countries import codes_of
from ..models.edtf import EdtfDate
from ..text.shortening import LONGEST_SHOWN, shorten
from ..validation.rules.completeness.speaker_without_role import ROLES
from ..validation.rules.dates.source_published_before_event import PAST
from .article import Article, Words
from .belonging import own
from .beneficiaries import beneficiaries
from .commitments import duties
from .dated import dates
from .dateline import Dateline, named_sources, read_dateline
from .days import Day, days
from .figures import money, quantities, unread
from .known_names import KnownNames, Mention
from .measures import Done, measures, seat, text_that_says
from .mentions import Mentions
from .occasions import Named, occasion
from .parts import LEAD, Part, parts
from .proposal import Proposal, Proposals
from .relations import relations
from .speech import Said, statements, verb_at
from .subjects import Subjects
from .sums import sums
from .unknown_names import unknown_names
from .voices import voice
from .votes import votes

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus

_ROLES = {
    Action.PROPOSE: RoleType.PROPOSER,
    Action.PUBLISH: RoleType.ISSUER,
    Action.SIGN: RoleType.SIGNATORY,
    Action.ADOPT: RoleType.ADOPTER,
}
_ACTS = {Action.PROPOSE: SpeechAct.PROPOSES, Action.PUBLISH: SpeechAct.PUBLISHES}
_MOST_EVIDENCE = 3
_UNSURE = {
    True: "The text does not say that it is a person; it only tells what somebody of this name says.",
    False: "The text does not say what it is; the type follows from a word of its name.",
}
MOST_ITEMS = 300
"""Items of one list that are written; of more, the rest is left out, and the draft says so."""


class Gathering:
    """All that was found in an article.

    ``publisher`` is the name of who publishes it; conclusions in the text are drawn by that actor, if the corpus knows
    it. ``language`` is the tag under which names and posts are written: that of the article, else English.
    """

    def __init__(self, article: Article, corpus: Corpus, publisher: str = "") -> None:
        self.article, self.names = article, KnownNames(corpus)
        self._publisher = self.names.actor(publisher)
        self.found = Proposals()
        self.language = article.language or "en"
        self.dateline: Dateline = read_dateline(article)
        self.mentions = Mentions(article, self.names, self.dateline.opening)
        self._subjects = Subjects(self.mentions)
        self.voice = voice(article, self.names)
        said = list(statements(article, self.mentions, self._subjects, self.found, self.voice))
        done = list(self._done())
        self._own = own(article, self.mentions, done)
        is_order = self.voice is not None and self.voice.role is RoleType.ISSUER
        ordered = list(duties(article.sentences, self.mentions)) if is_order else []
        self.found.items += _joined(dates(article, self.mentions, self.dateline, self.found, self._own))
        self.occasion: Named | None = occasion(article, self.mentions, self.names, self.year)
        self.found.items += self._roles(said, done, ordered)
        self.found.items += self._measures(said, done)
        self.found.items += self._statements(said, done)
        self.found.items += ordered
        self.found.items += _joined(quantities(article, self.mentions, self._own, self.found))
        self.found.items += _joined(money(article, self.mentions, self._own, self.found))
        for sentence in article.sentences:
            self.found.items += votes(sentence, self.found)
            self.found.items += relations(sentence, self.mentions, self.found)
        self._made = done
        self.found.not_taken += [
            f"a number in “{each}”: of what is not clear" for each in unread(article, self._seen())
        ]
        self.found.not_taken += named_sources(article)
        self.found.not_taken += [f"line of the page: {shorten(each.text)}" for each in article.asides]
        self.found.not_taken += self.names.alike()
        names = unknown_names(article, self.mentions, self.occasion.name if self.occasion else "")
        self.found.not_taken += [f"name {each}: who or what it is, is not clear" for each in names]

    def _done(self) -> Iterator[Done]:
        year = self.dateline.published[:4] or max((each.value[:4] for each in self._days()), default="")
        for number, sentence in enumerate(self.article.sentences):
            in_lead = number < LEAD
            yield from measures(sentence, self.mentions, self._subjects, self.found, in_lead=in_lead, year=year)

    def _days(self) -> Iterator[Day]:
        for sentence in self.article.sentences[:LEAD]:
            yield from days(sentence)

    @property
    def year(self) -> str:
        """The year of publication, or else of the first day in the first sentences; empty if there is none."""
        lead = self.article.sentences[:LEAD]
        past = (
            each.fields["value"]
            for each in self.found.of("dates")
            if each.evidence[0] in lead and each.fields["role"] in PAST
        )
        day = self.dateline.published or next(past, "")
        first = EdtfDate(day).earliest if day else None
        return str(first.year) if first else ""

    def _roles(self, said: Iterable[Said], done: Iterable[Done], ordered: Iterable[Proposal]) -> list[Proposal]:
        """Each actor with its roles; the ones that take no part are mentioned."""
        taken = list(parts(self.article, self.mentions, self._subjects))
        taken += self._speaking(said)
        taken += beneficiaries(self.article, self.mentions)
        makers = ((each, actor) for each in done if each.action in _ROLES for actor in each.actors)
        taken += [Part(actor, _ROLES[each.action], each.sentence) for each, actor in makers]
        if self.voice and self.voice.speaker:
            place = self.voice.words
            actor = Mention(place.start, place.end, place.text, "actor", self.voice.speaker)
            taken.append(Part(actor, self.voice.role, place))
        for each in ordered:
            place = each.evidence[0]
            by = (one for one in self.mentions.actors(place) if one.id in each.fields["by"])
            taken += [Part(one, RoleType.IMPLEMENTER, place) for one in by]
        active = {each.actor.id for each in taken}
        for sentence in self.article.sentences:
            others = (each for each in self.mentions.actors(sentence) if each.id not in active)
            taken += [Part(each, RoleType.MENTIONED, sentence) for each in others]
        grouped: dict[tuple[str, RoleType], list[Words]] = {}
        for part in sorted(taken, key=lambda each: (each.role is RoleType.MENTIONED, each.sentence.start)):
            grouped.setdefault((part.actor.id, part.role), []).append(part.sentence)
        return [self._role(actor, role, sentences) for (actor, role), sentences in grouped.items()]

    def _speaking(self, said: Iterable[Said]) -> Iterator[Part]:
        """The roles of those who say something; whose announcement it is, only the first sentences show."""
        lead = self.article.sentences[:LEAD]
        for each in said:
            if each.speaker is None or each.is_earlier:
                continue
            role = ROLES.get(each.act, RoleType.SPEAKER) if each.act else RoleType.SPEAKER
            if each.sentence not in lead and role is RoleType.ANNOUNCER:
                role = RoleType.FUNDER if any(sums(each.sentence)) else RoleType.SPEAKER
            if each.sentence in lead or role is not RoleType.PROPOSER:
                yield Part(each.speaker, role, each.sentence)

    def _role(self, actor: str, role: RoleType, sentences: list[Words]) -> Proposal:
        fields: dict[str, Any] = {"actor": actor, "role": str(role)}
        evidence = list(dict.fromkeys(sentences))[: 1 if role is RoleType.MENTIONED else _MOST_EVIDENCE]
        posts = self.mentions.posts.get(actor, [])
        if posts:
            post = next((each for each in posts if each.sentence in evidence), posts[0])
            fields["capacity"] = {self.language: post.words.text}
            evidence += [post.sentence] if post.sentence not in evidence else []
        return Proposal("roles", fields, tuple(evidence))

    def _measures(self, said: Iterable[Said], done: Iterable[Done]) -> list[Proposal]:
        makers = self._makers(done)
        speakers = {each.sentence: each.speaker for each in said}
        proposals: list[Proposal] = []
        for each in done:
            actors = each.actors or self._maker(each.sentence, makers)
            fields: dict[str, Any] = {"instrument": self._instrument(each), "action": str(each.action)}
            fields |= {"actors": list(dict.fromkeys(actor.id for actor in actors))} if actors else {}
            fields |= {"stage": str(each.stage), "modality": str(Modality.ASSERTED)}
            proposals.append(Proposal("measures", fields, (each.sentence,)))
        proposals = _joined(proposals, ("instrument", "action"))
        self._add_seats(proposals, [each for each in done if each.is_organisation], speakers)
        return proposals

    def _add_seats(self, proposals: list[Proposal], bodies: list[Done], speakers: dict[Words, Mention | None]) -> None:
        ids = {self._instrument(each) for each in bodies}
        for sentence in self.article.sentences:
            place = seat(sentence)
            if place is None:
                continue
            measure = next((each for each in proposals if each.fields["instrument"] in ids), None)
            if measure is None or len(ids) > 1:
                self.found.not_taken.append(f"seat {place.city}: of what is not clear")
                continue
            speaker = speakers.get(sentence)
            value: dict[str, Any] = {"name": "seat", "value": place.city}
            value |= {"speaker": speaker.id} if speaker else {}
            value |= {"modality": str(place.modality), "evidence": [sentence]}
            measure.fields.setdefault("attributes", []).append(value)

    def _instrument(self, done: Done) -> str:
        """The id of the instrument; one that the corpus does not know is defined."""
        name = done.name
        if known := done.instrument or self.names.instrument(name):
            return known
        for each in self.found.instruments:
            if each["name"][self.language].lower().startswith(f"{name.lower()} "):
                return str(each["id"])
        id = self.names.free_id("instrument", name)
        if all(each["id"] != id for each in self.found.instruments):
            definition = {"id": id, "type": done.type, "name": {self.language: name}, "evidence": [done.sentence]}
            self.found.instruments.append(definition)
        return id

    def _makers(self, done: Iterable[Done]) -> dict[str, Done]:
        """Who made the text that later sentences call by a single word, if only one is called so."""
        made: dict[str, list[Done]] = {}
        for each in done:
            made.setdefault(each.called.lower(), []).append(each)
        return {word: some[0] for word, some in made.items() if len({self._instrument(each) for each in some}) == 1}

    def _maker(self, sentence: Words, makers: dict[str, Done]) -> tuple[Mention, ...]:
        says = text_that_says(sentence)
        made = makers.get(says[0]) if says else None
        return made.actors if made and made.sentence.start < sentence.start else ()

    def _statements(self, said: Iterable[Said], done: list[Done]) -> Iterator[Proposal]:
        makers = self._makers(done)
        for each in said:
            fields = each.fields()
            official = self._official(each, makers, done)
            if official:
                fields = official
            elif each.hedge and not each.is_unnamed and self._publisher:
                fields |= {"nature": str(StatementNature.INFERENCE), "speaker": self._publisher}
            named = (each.voice.words,) if each.voice and each.voice.speaker else tuple(filter(None, (each.named_in,)))
            yield Proposal("statements", fields, (each.sentence, *named), each.sentence.text)

    def _official(self, said: Said, makers: dict[str, Done], done: list[Done]) -> dict[str, Any]:
        """The fields of a statement of a text that an earlier sentence names; empty if it is no such statement."""
        says = text_that_says(said.sentence)
        made = makers.get(says[0]) if says and said.nature is StatementNature.REPORTED_FACT else None
        if not says or not made or made.sentence.start >= said.sentence.start:
            return {}
        here = next((_ACTS.get(each.action) for each in done if each.sentence == said.sentence), None)
        verb = verb_at(said.sentence, says[1]) or ((here,) if here else None)
        if verb is None:
            return {}
        speaker = {"speaker": made.actors[0].id} if len(made.actors) == 1 else {}
        act = {"speech_act": str(verb[0])} if verb[0] else {}
        about = {"form": "paraphrase", "about": self._instrument(made)}
        return {"nature": str(StatementNature.OFFICIAL_TEXT), **speaker, **act, **about}

    def _seen(self) -> Iterator[Words]:
        """The stretches whose numbers are in the draft or in the list of what was not taken."""
        yield from self.found.seen
        yield from filter(None, (self.article.title, self.dateline.words))
        yield from (each for each in self.article.asides if len(each.text) <= LONGEST_SHOWN)
        yield from (Words(each.start, each.end, each.text) for each in self.mentions.all if each.kind != "actor")
        for each in self._made:
            start = each.sentence.text.find(each.name)
            yield each.sentence.part(max(start, 0), max(start, 0) + len(each.name) if start >= 0 else 0)

    def new_actors(self) -> Iterator[dict[str, Any]]:
        """The definitions of actors that the corpus does not know."""
        for id, (mention, sentence) in self.mentions.new.items():
            definition: dict[str, Any] = {"id": id, "type": mention.type}
            if mention.type == ActorType.COUNTRY:
                definition["country"] = codes_of(mention.text)[0]
            definition |= {"name": {self.language: mention.text}, "evidence": [sentence]}
            yield {**definition, "note": _UNSURE[mention.is_person]} if id in self.mentions.unsure else definition


def _joined(proposals: Iterable[Proposal], identity: tuple[str, ...] = ()) -> list[Proposal]:
    """The proposals, with those that say the same as one: with evidence of all, and the wording of the first.

    ``identity`` are the fields that have to be the same; if none are given, all but the wording.
    """
    joined: dict[str, Proposal] = {}
    for proposal in proposals:
        fields = {
            name: proposal.fields.get(name) for name in identity or proposal.fields if identity or name != "as_stated"
        }
        key = repr(sorted(fields.items(), key=lambda pair: pair[0]))
        before = joined.get(key)
        evidence = proposal.evidence if before is None else (*before.evidence, *proposal.evidence)
        kept = before or proposal
        joined[key] = Proposal(kept.section, kept.fields, tuple(dict.fromkeys(evidence))[:_MOST_EVIDENCE], kept.shown)
    return list(joined.values())
