"""The table of the states of instruments, which follow from all announcements together."""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ...codelists import Confidence, DateRole, Stage
from ...corpus.history import Basis, Firmness, State, Turn, in_order, states, turns_of
from ...models import Announcement, EdtfDate
from .cells import Cells, Fill, fill_of
from .columns import field_columns
from .field_layout import Field, Layout
from .keys import targets
from .rows import assertion_key
from .table import Column, Table

STATES = "states"

_STAGES: dict[str, Stage] = {each.value: each for each in Stage}
_ROLES: dict[str, DateRole] = {each.value: each for each in DateRole}
_CONFIDENCES: dict[str, Confidence] = {each.value: each for each in Confidence}

_BEGINS = Field(
    "begins",
    Layout.DATE,
    EdtfDate,
    "The day from which the instrument stands at the stage. If only its announcement gives one, it has an open start, "
    "`../2025-07-26`: on that day or before. Of several disputed days it is the last.",
    (),
)


class Stated(NamedTuple):
    """What an announcement says of the stage of an instrument, and the key of the assertion that says so."""

    turn: Turn
    key: str

    def packed(self) -> bytes:
        """It in few bytes: an export holds those of all announcements."""
        values = [each if each is None or isinstance(each, int) else str(each) for each in self.turn._replace(roles=())]
        return marshal.dumps((self.key, values, [*map(str, self.turn.roles)]))

    @classmethod
    def unpacked(cls, content: bytes) -> Stated:
        """What was packed."""
        key, values, roles = marshal.loads(content)
        plain = Turn(*values)
        return cls(
            plain._replace(
                day=EdtfDate(plain.day),
                stage=_STAGES[plain.stage],
                firmness=Firmness(plain.firmness),
                basis=Basis(plain.basis),
                made=EdtfDate(plain.made) if plain.made else None,
                roles=tuple(_ROLES[each] for each in roles),
                confidence=_CONFIDENCES[plain.confidence] if plain.confidence else None,
            ),
            key,
        )


def stated(announcement: Announcement) -> list[Stated]:
    """What the announcement says of the stages of instruments."""
    return [Stated(turn, _key(turn, announcement)) for turn in turns_of(announcement)]


def _key(turn: Turn, announcement: Announcement) -> str:
    assertions = getattr(announcement, _table(turn))
    return assertion_key(assertions[turn.place], _table(turn), announcement.id, announcement.id)


def _table(turn: Turn) -> str:
    return "dates" if turn.is_stated else "measures"


@cache
def states_table() -> Table:
    """The table without rows."""
    return Table(
        STATES, "one stage of one instrument, from a day on", tuple(_columns()), key=("instrument_id", "position")
    )


def _columns() -> Iterator[Column]:
    meaning = "The id of the instrument. Found in `instruments`."
    yield Column("instrument_id", "string", meaning, targets(["instruments"]), required=True)
    meaning = "The position among the states of the instrument, counted from 1."
    yield Column("position", "integer", meaning, required=True)
    yield Column("stage", "string", "The stage.", codelist=Stage.list_name, required=True)
    yield from field_columns(_BEGINS, required=True)
    basis = (
        "Where the day is from: the date of the `measure`; a `date` of the announcement for such an action, or on "
        "which the instrument is stated to take or lose effect; or only the day of the `announcement` that reports it."
    )
    yield Column("day_basis", "string", basis, required=True)
    since = (
        "The first day on which it has begun, if what the record says is true: the last possible day; the first, if it "
        "has an open end."
    )
    yield Column("since", "date", since, required=True)
    until = (
        "The day in `since` of the state that takes its place. Empty if none is known, even if a later one stands "
        "beside it: both are reported of one day, or are in dispute."
    )
    yield Column("until", "date", until)
    firmness = (
        "`confirmed`, if its record says that it has come about: `confidence` and `disputed` say how sure that is; "
        "`planned`, if the day was set in advance and its record does not confirm it; or the modality of a measure "
        "that was not done: `planned`, `conditional`, `under_consideration`."
    )
    yield Column("firmness", "string", firmness, required=True)
    meaning = "How sure the curator is of the assertion on which it rests; empty if nothing is said."
    yield Column("confidence", "string", meaning, codelist=Confidence.list_name)
    meaning = (
        "Whether another assertion of its record contradicts it, or its day, or its confidence is `disputed`. Then it "
        "is not settled that the stage was reached."
    )
    yield Column("disputed", "boolean", meaning, required=True)
    meaning = "The announcement that says so. Found in `announcements`."
    yield Column("announcement_id", "string", meaning, targets(["announcements"]), required=True)
    yield Column("assertion_table", "string", "The table of the assertion on which the state rests.", required=True)
    meaning = "The key of the assertion in that table."
    yield Column("assertion_key", "string", meaning, targets(["dates", "measures"]), required=True)


class StatedByAll:
    """What all announcements say of the stages of instruments."""

    def __init__(self) -> None:
        self._by_instrument: dict[str, list[bytes]] = defaultdict(list)

    def add(self, stated: Iterable[Stated]) -> None:
        """Add what an announcement says."""
        for each in stated:
            self._by_instrument[each.turn.instrument].append(each.packed())

    def rows(self) -> Iterator[Cells]:
        """The rows of all instruments, sorted by instrument."""
        for instrument in sorted(self._by_instrument):
            stated = dict(map(Stated.unpacked, self._by_instrument[instrument]))
            for position, state in enumerate(states(in_order(stated)), start=1):
                yield _row(state, position, stated[state.turn])


def _row(state: State, position: int, key: str) -> Cells:
    turn = state.turn
    row: Cells = [str(turn.instrument), position, str(state.stage), *[None] * 5]
    _begins()(row, state.begins)
    return [
        *row,
        str(turn.basis),
        state.since,
        state.until,
        str(state.firmness),
        turn.confidence and str(turn.confidence),
        turn.is_disputed,
        str(turn.announcement),
        _table(turn),
        key,
    ]


@cache
def _begins() -> Fill:
    places = {column.name: at for at, column in enumerate(states_table().columns)}
    fill = fill_of(_BEGINS, places)
    assert fill
    return fill
