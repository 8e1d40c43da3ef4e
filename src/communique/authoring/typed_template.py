"""The text of a new announcement of a known type: the lines that such a one needs, each to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..codelists import AnnouncementType
from ..lazy import lazy_pattern
from ..lexicon.placeholders import UNKNOWN_DAY
from ..text.filling import fill
from .confirmation import marked
from .type_needs import NEEDS, Needs, Turn

_BLANK = "{en: To be written}"
_WIDEST = 120
_FIELD = lazy_pattern(r"^(?:# )?([a-z_]+):")


def text(type: AnnouncementType, template: str) -> str:
    """The template with only what the type needs; ``<<id>>`` and the other places are still to be filled in.

    The blocks of the general template that the type needs are taken over without the lists of further fields.
    """
    blocks = _blocks(template)
    needs = NEEDS[type]
    wanted = {*needs.offers, "schema_version", "id", "title", "status", "sources"}
    made = {**_proposed(needs), "types": [f"types: [{type}]"]}
    head = [template.splitlines()[0], *_head(type)]
    lines = (made.get(field) or (_plain(block, needs) if field in wanted else []) for field, block in blocks.items())
    first, *rest = filter(None, lines)
    return "\n\n".join("\n".join(block) for block in ([*head, *first], *rest)) + "\n"


def _head(type: AnnouncementType) -> Iterator[str]:
    about = f"""A new announcement of the type {type}: {type.definition} It has the lines that most of this type need,
        and is valid as it is. Look at each item that ends with # confirm: correct or delete it, then delete the mark.
        An actor or an instrument that the corpus has already goes by its own id; then delete its definition here. Lines
        with one hash are optional. `communique fields NAME` explains a field, `communique codes LIST` its codes."""
    yield from fill(" ".join(about.split()), _WIDEST, "## ", "## ").splitlines()


def _blocks(template: str) -> dict[str, list[str]]:
    """The parts of the template, between empty lines, by the first field of each."""
    parts = [part.splitlines() for part in template.split("\n\n")]
    parts[0] = [line for line in parts[0] if _FIELD.match(line)]  # without the head
    fields = ([found[1] for line in part if (found := _FIELD.match(line))] for part in parts)
    return {names[0]: part for names, part in zip(fields, parts, strict=True) if names}


def _plain(block: Sequence[str], needs: Needs) -> list[str]:
    """A block of the general template without lists of fields, about the actor and the instrument of this type."""
    kept = (line for line in block if "<<fields" not in line)
    first = _actors(needs)[0][0]
    return [line.replace("example-person", first).replace("example-plan", "<<id>>-instrument") for line in kept]


def _actors(needs: Needs) -> list[tuple[str, str, str]]:
    """The id, the role and the type of each actor; of several in a role, the later ones have a number."""
    found, roles = [], [role for role, _ in needs.roles]
    for place, (role, type) in enumerate(needs.roles):
        number = roles[: place + 1].count(role)
        name = role.replace("_", "-")
        found.append((f"<<id>>-{name}" if number == 1 else f"<<id>>-{name}-{number}", str(role), str(type)))
    return found


def _proposed(needs: Needs) -> dict[str, list[str]]:
    """The lists whose items the type needs, as lines."""
    evidence = "  evidence: [<<id>>-source]"
    dates = [[f"role: {role}", f"value: '{UNKNOWN_DAY}'"] for role in ("announced", *needs.dates)]
    actors = _actors(needs)
    roles = [[f"actor: {id}", f"role: {role}"] for id, role, _ in actors]
    made = {
        "dates": _items("dates", dates, evidence),
        "roles": _items("roles", roles, evidence),
        "actors": _items("actors", [[f"id: {id}", f"type: {type}", f"name: {_BLANK}"] for id, _, type in actors]),
    }
    if needs.turn:
        made["measures"] = _items("measures", [_measure(needs.turn, actors[0][0])], evidence)
        made["instruments"] = _items("instruments", [_instrument(needs.turn)])
    return made


def _measure(turn: Turn, actor: str) -> list[str]:
    head = ["instrument: <<id>>-instrument", f"action: {turn.action}", f"actors: [{actor}]"]
    return [*head, f"stage: {turn.stage}", "modality: asserted"]


def _instrument(turn: Turn) -> list[str]:
    head = ["id: <<id>>-instrument", f"type: {turn.instrument}"]
    return [*head, f"name: {_BLANK}", f"bindingness: {turn.bindingness}"]


def _items(field: str, items: Sequence[Sequence[str]], *last: str) -> list[str]:
    lines = [f"{field}:"]
    for first, *rest in items:
        lines += [marked(f"- {first}"), *(f"  {line}" for line in rest), *last]
    return lines
