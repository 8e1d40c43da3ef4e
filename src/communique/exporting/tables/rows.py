"""Converts typed things to table rows.

Every table has one row per thing, and a key that other tables refer to. Rows of announcements, actors, instruments,
occasions, sources, datasets and registries have an ``id``; assertions have a ``key``, which is made from their local id
or from their content, never from their position in a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from ...corpus.corroboration import Corroboration
from ...corpus.history import Dating, announcement_dating, datings, showings
from ...corpus.ledger import Calendar, Days, OutcomePlace, due_day, needs_others
from ...files.checksum import sha256
from ...models import Announcement, Assertion, Due, Evidence, Model, Outcome, Passage
from ...models.assertion import ASSERTION_FIELDS, content
from .cells import Cells
from .definitions import DEFINITIONS, definition_rows
from .plan import TEXTS
from .row_plan import Child, RowPlan, row_plan

_SHOWN, _COMPETES = -6, -5  # the columns of every assertion before the counts of its sources


class Uncounted(NamedTuple):
    """A list of assertions, and their rows, in which the last four cells depend on other records."""

    assertions: tuple[Assertion, ...]
    rows: list[Cells]


class Undated(NamedTuple):
    """The row of a commitment whose due day depends on other records: its `due`, and the id of its announcement."""

    row: Cells
    due: Due
    announcement: str


def fill_due_days(rows: Iterable[Undated], calendar: Days) -> None:
    """Fill the due days that depend on other records."""
    for row, due, announcement in rows:
        row_plan("commitments").fill_due_day(row, due_day(due, announcement, calendar))


class ReportedRows(NamedTuple):
    """The rows of the outcomes of one announcement, in which it depends on other records whether others compete."""

    announcement: str
    rows: list[Cells]


def fill_competing(reports: Iterable[ReportedRows], disputed: Collection[OutcomePlace]) -> None:
    """Fill whether an outcome competes with one of another record."""
    for announcement, rows in reports if disputed else ():
        for place, row in enumerate(rows):
            if (announcement, place) in disputed:
                row[_COMPETES] = True


def fill_counts(rows: Iterable[Cells], found: Iterable[Corroboration]) -> None:
    """Fill the numbers of sources that support and that contradict each assertion."""
    for row, each in zip(rows, found, strict=True):
        row[-4:] = [
            count for sources in (each.supporting, each.contradicting) for count in (sources.at_least, sources.at_most)
        ]


class Rows:
    """The rows of things, by the name of their table. A row has the order of the table's columns.

    ``uncounted`` are the lists of assertions for which `fill_counts` is left to do, ``undated`` the rows for
    `fill_due_days`, and ``reports`` those for `fill_competing`.
    """

    def __init__(self) -> None:
        self.by_table: dict[str, list[Cells]] = defaultdict(list)
        self.uncounted: list[Uncounted] = []
        self.undated: list[Undated] = []
        self.reports: list[ReportedRows] = []

    def add(self, table: str, model: Model) -> None:
        """Add the row of a thing and of everything in it."""
        id: str = model.id  # type: ignore[attr-defined]
        plan = row_plan(table)
        row = plan.unset.copy()
        self.by_table[table].append(row)
        plan.fill(row, model)
        self._add_children(model, plan, id, id)
        if defined := [*definition_rows(model)]:
            self.by_table[DEFINITIONS] += defined
        if isinstance(model, Announcement):
            dating = announcement_dating(model)
            plan.fill_days(row, dating, self._day_key(dating, model))
            self._add_days_of_measures(model)
            self._add_due_days(model)

    def _add_days_of_measures(self, announcement: Announcement) -> None:
        if not announcement.measures:
            return
        plan = row_plan("measures")
        rows = self.by_table["measures"][-len(announcement.measures) :]
        for row, dating in zip(rows, datings(announcement), strict=True):
            plan.fill_days(row, dating, self._day_key(dating, announcement))
            if dating.days:
                row[plan.place["day_basis"]] = str(dating.basis)

    def _day_key(self, dating: Dating, announcement: Announcement) -> str | None:
        """The key of the date that gives the first day; None if none does."""
        if not dating.dates:
            return None
        rows = self.by_table["dates"][-len(announcement.dates) :]
        keys = (row[0] for row, each in zip(rows, announcement.dates, strict=True) if each is dating.dates[0])
        return str(next(keys))

    def _add_due_days(self, announcement: Announcement) -> None:
        if not announcement.commitments:
            return
        plan = row_plan("commitments")
        rows = self.by_table["commitments"][-len(announcement.commitments) :]
        own = Calendar({announcement.id: announcement}, {})
        for row, each in zip(rows, announcement.commitments, strict=True):
            plan.fill_commitment(row, f"{announcement.id}#{each.id}")
            if each.due and needs_others(each.due):
                self.undated.append(Undated(row, each.due, announcement.id))
            else:
                plan.fill_due_day(row, due_day(each.due, announcement.id, own))

    def _add_children(self, model: Model, plan: RowPlan, key: str, root: str) -> None:
        """Add what is in the model, whose row has this key, to other tables."""
        values = model.__dict__
        for child in plan.children:
            if value := values[child.field]:
                head = [key] if child.is_only_parent else [root, plan.table, key]
                self._add_child(child, value, head, key, root)

    def _add_child(self, child: Child, value: Any, head: Cells, key: str, root: str) -> None:
        """Add the rows of the parts of a field. They begin with these cells, in which is the key of the parent."""
        rows = self.by_table[child.table]
        if child.table == TEXTS:
            head.append(child.field)
            rows += [[*head, str(language), str(each)] for language, each in value.items()]
        elif child.plan is None:
            # What every assertion can list are ids of other assertions of its record.
            before = f"{root}/" if child.table in ASSERTION_FIELDS else ""
            rows += [[*head, position, f"{before}{each}"] for position, each in enumerate(value, start=1)]
        elif isinstance(value[0], Assertion):
            self._add_assertions(child.plan, value, head, key, root)
        else:
            self._add_objects(child.plan, value, head, key, root)

    def _add_objects(self, plan: RowPlan, models: tuple[Model, ...], head: Cells, parent: str, root: str) -> None:
        rows, before = self.by_table[plan.table], len(head) + 1 + plan.has_key
        for position, model in enumerate(models, start=1):
            row = [*head, position, *plan.unset[before:]]
            if plan.has_key:
                row.insert(0, model.key if isinstance(model, Passage) else f"{parent}/{position}")
            rows.append(row)
            plan.fill(row, model)
            if isinstance(model, Evidence):
                plan.fill_cited(row, model)
            if plan.children:
                self._add_children(model, plan, f"{parent}/{position}", root)

    def _add_assertions(
        self, plan: RowPlan, assertions: tuple[Assertion, ...], head: Cells, parent: str, root: str
    ) -> None:
        own: list[Cells] = []
        rest = plan.unset[len(head) + 1 :]
        for assertion, showing in zip(assertions, showings(assertions), strict=True):
            key = assertion_key(assertion, plan.table, parent, root)
            row = [key, *head, *rest]
            plan.fill(row, assertion)
            row[_SHOWN : _COMPETES + 1] = showing.shown, showing.competes
            own.append(row)
            self._add_children(assertion, plan, key, root)
        self.by_table[plan.table] += own
        if isinstance(assertions[0], Outcome):
            self.reports.append(ReportedRows(root, own))
        self.uncounted.append(Uncounted(assertions, own))


def assertion_key(assertion: Assertion, table: str, parent: str, root: str) -> str:
    """The key of an assertion, below that of its parent: its local id, otherwise a digest of its content."""
    if assertion.id:
        return f"{root}/{assertion.id}"
    text = f"{table} {content(assertion)}".encode()
    return f"{parent}/{sha256(text)[:12]}"
