"""One row for each commitment and what came of it."""

from __future__ import annotations

from ..tables import Column, Target
from .view import View

_COLUMNS = (
    Column("commitment", "string", "The id of the commitment.", (Target("commitments", "commitment"),), required=True),
    Column("outcome_key", "string", "The key of the outcome; empty if none is known.", (Target("outcomes", "key"),)),
    Column("announcement_id", "string", "The announcement in which it is made.", (Target("announcements", "id"),)),
    Column("title", "string", "The title of the announcement.", required=True),
    Column("day", "string", "The day of the announcement. As EDTF."),
    Column("kind", "string", "Whether it is promised, ordered, asked or advised.", codelist="commitment_kind"),
    Column("actors", "string", "The names of the actors who have to do it, with semicolons between them."),
    Column("text", "string", "What is to be done.", required=True),
    Column("modality", "string", "How firmly it is put.", codelist="modality"),
    Column("due_day", "string", "The last day that is in time; empty if it is not known. As EDTF."),
    Column("due_day_latest", "date", "The last possible day that is in time."),
    Column("shown", "boolean", "Whether to show the commitment among those that compete.", required=True),
    Column("outcome", "string", "What came of it; empty if no outcome is known.", codelist="outcome_state"),
    Column("outcome_day", "string", "When it came to that, or the day for which it is assessed. As EDTF."),
    Column("outcome_interim", "boolean", "Whether it is assessed on the way only."),
    Column("outcome_competes", "boolean", "Whether another shown outcome contradicts it."),
    Column("outcome_announcement_id", "string", "The announcement that reports it.", (Target("announcements", "id"),)),
    Column("sources_at_least", "integer", "How many independent sources support the outcome, at least."),
    Column("sources_at_most", "integer", "How many, at most. Do not give it alone."),
)

_QUERY = """
SELECT c.commitment, o.key AS outcome_key, c.announcement_id, a.title, a.day, c.kind,
  (SELECT group_concat(name, '; ') FROM (
    SELECT name FROM commitment_by JOIN actors ON actors.id = by_id
    WHERE commitment_key = c.key ORDER BY position)) AS actors,
  c.text, c.modality, c.due_day, c.due_day_latest, c.shown,
  o.state AS outcome, o.date AS outcome_day, o.interim AS outcome_interim, o.competes AS outcome_competes,
  o.announcement_id AS outcome_announcement_id, o.sources_at_least, o.sources_at_most
FROM commitments AS c
JOIN announcements AS a ON a.id = c.announcement_id
LEFT JOIN outcomes AS o ON o.commitment = c.commitment AND o.shown
"""

VIEW = View(
    "commitments_flat",
    "one commitment with one outcome that is shown, or without any",
    _COLUMNS,
    ("commitment", "outcome_key"),
    lambda: _QUERY,
)
