"""New actors, instruments and occasions from names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..authoring.new_ids import refused, taken_ids, thing_id
from ..codelists import ActorType
from ..lexicon.countries import codes_of
from ..text.characters import is_latin
from ..text.inflection import plural
from .addition import Additions, Existing
from .alike import Names
from .places import paths_of
from .remark import Remarks

if TYPE_CHECKING:
    from ..corpus.corpus import Corpus

_NAMED = ("actor", "instrument", "occasion")
_TYPED = ("actor", "instrument")
_OF_A_STATE = frozenset({ActorType.GOVERNMENT, ActorType.GOVERNMENT_BODY})
_ALIKE = "use that id; if it is another one, use --new"
_IN_ORDER = ("id", "type", "country", "part_of", "series", "edition", "name", "dates", "place", "bindingness", "url")


class NewThings:
    """Gathers the definitions of actors, instruments or occasions that a corpus does not have.

    With ``force``, a thing is defined although another one has the same name or one like it; ``if_alike`` says what
    to do without it.
    """

    def __init__(
        self, corpus: Corpus, kind: str, remarks: Remarks, *, force: bool = False, if_alike: str = _ALIKE
    ) -> None:
        self.additions = Additions(kind)
        self._kind, self._remarks, self._force, self._if_alike = kind, remarks, force, if_alike
        self._paths, self._taken = paths_of(corpus, kind), taken_ids(corpus)
        self._things = {**getattr(corpus, plural(kind))}
        self._names = Names(self._things.values())
        self._others = {each: Names(getattr(corpus, plural(each)).values()) for each in _NAMED if each != kind}
        self._own_place = ("language", "city", "country", "dates") if kind == "occasion" else ("language",)

    def finished(self) -> Additions:
        """All that was gathered."""
        self.additions.findings = [*self._remarks.findings]
        return self.additions

    def add(self, given: Mapping[str, Any], number: int) -> None:
        """Define the thing with these fields, if it is new. ``number`` is that of its row or option."""
        name = str(given["name"])
        same = [] if self._force else self._names.same(name)
        if len(same) == 1:
            self.additions.existing.append(Existing(name, same[0], self._paths.get(same[0], "")))
        elif alike := same or ([] if self._force else self._names.alike(name)):
            shown = ", ".join(self._shown(id) for id in alike)
            self._remarks.add(number, "name", f"{name!r} may be {shown}", self._if_alike)
        elif definition := self._definition(name, given, number):
            self.additions.definitions.append(definition)
            self._taken.add(definition["id"])
            self._names.add(definition["id"], [definition["id"], name])
            for kind, names in self._others.items():
                for id in names.same(name):
                    self.additions.hint(definition["id"], f"the {kind} {id} has that name")

    def _definition(self, name: str, given: Mapping[str, Any], number: int) -> dict[str, Any] | None:
        if self._kind in _TYPED and not given.get("type"):
            help = f"use --type; `communique codes {self._kind}_type` lists the types"
            self._remarks.add(number, "type", f"{name!r} has no type", help)
            return None
        if not (language := str(given.get("language", "")) or ("en" if is_latin(name) else "")):
            help = "use --language, such as zh-Hans"
            self._remarks.add(number, "language", f"the language of {name!r} is not known", help)
            return None
        found = {key: value for key, value in given.items() if value and key not in self._own_place}
        found |= {"name": {language: name}}
        if found.get("type") == ActorType.COUNTRY and len(codes := codes_of(name)) == 1:
            found.setdefault("country", codes[0])
        found |= self._of_occasion(given)
        if not (id := self._id(found, number)):
            return None
        found["id"] = id
        rest = [key for key in found if key not in _IN_ORDER]
        return {key: found[key] for key in (*_IN_ORDER, *rest) if key in found}

    def _of_occasion(self, given: Mapping[str, Any]) -> dict[str, Any]:
        if self._kind != "occasion":
            return {}
        place = {key: given[key] for key in ("city", "country") if given.get(key)}
        dates = [{"value": given["dates"]}] if given.get("dates") else []
        return {key: value for key, value in (("dates", dates), ("place", place)) if value}

    def _id(self, found: dict[str, Any], number: int) -> str:
        """The id that is given, or that the corpus would use; empty if there is none, which is noted."""
        given, name = str(found.get("id", "")), next(iter(found["name"].values()))
        if why := refused(given, self._taken) if given else "":
            self._remarks.add(number, "id", why, "choose another one")
        if given:
            return "" if why else given
        code = str(found.get("country", ""))
        if found.get("type") == ActorType.COUNTRY and code.lower() not in self._taken:
            return code.lower()
        prefix = code if found.get("type") in _OF_A_STATE and _lacks(name, code) else ""
        if id := thing_id(name, prefix, self._taken):
            return id
        self._remarks.add(number, "id", f"no id can be made of {name!r}", "use --id")
        return ""

    def _shown(self, id: str) -> str:
        thing = self._things.get(id)
        return f"{id} ({next(iter(thing.name.values()))})" if thing else id


def _lacks(name: str, code: str) -> bool:
    return not name.upper().startswith(f"{code} ")
