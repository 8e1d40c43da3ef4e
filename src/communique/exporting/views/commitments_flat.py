"""One row for each commitment and what came of it."""

from __future__ import annotations

from ..tables import Column, Target
from .shared_columns import ANNOUNCEMENT, DAY, DISPUTED, INSTRUMENT, INSTRUMENT_ID, TITLE, is_disputed
from .view import View, taken

_COLUMNS = (
    Column("commitment", "string", "The id of the commitment.", (Target("commitments", "commitment"),), required=True),
    Column("position", "integer", "The position among the rows of the commitment, counted from 1.", required=True),
    Column("outcome_key", "string", "The key of the outcome; empty if none is known.", (Target("outcomes", "key"),)),
    ANNOUNCEMENT._replace(description="The id of the announcement in which it is made."),
    TITLE,
    DAY,
    taken("commitments", "kind"),
    Column("actors", "string", "The names of the actors who have to do it, with semicolons between them."),
    taken("commitments", "text"),
    INSTRUMENT_ID._replace(description="The id of the instrument that it is about, if it is about one."),
    INSTRUMENT,
    taken("commitments", "modality"),
    taken("commitments", "due_day"),
    taken("commitments", "due_day_latest"),
    taken("commitments", "shown"),
    taken("commitments", "confidence")._replace(description="How sure the curator is that it was made in this way."),
    DISPUTED._replace(description=f"{DISPUTED.description} Of the commitment, not of its outcome."),
    Column(
        "commitment_sources_at_least",
        "integer",
        "How many independent sources support that it was made, at least.",
        required=True,
    ),
    Column("commitment_sources_at_most", "integer", "How many, at most. Do not give it alone.", required=True),
    taken("outcomes", "state", "outcome", required=False),
    taken("outcomes", "date", "outcome_day"),
    taken("outcomes", "interim", "outcome_interim"),
    taken("outcomes", "confidence", "outcome_confidence")._replace(
        description="How sure the curator is of the outcome."
    ),
    Column(
        "outcome_disputed",
        "boolean",
        "Whether another shown outcome contradicts it, or its confidence is `disputed`; empty without an outcome.",
    ),
    taken("outcomes", "competes", "outcome_competes", required=False),
    Column("outcome_announcement_id", "string", "The announcement that reports it.", (Target("announcements", "id"),)),
    Column("outcome_title", "string", "The title of that announcement."),
    Column(
        "outcome_sources_at_least",
        "integer",
        "How many independent sources support the outcome, at least. Of presumed evidence none is counted.",
    ),
    Column("outcome_sources_at_most", "integer", "How many, at most. Do not give it alone."),
)

_QUERY = f"""
SELECT c.commitment, row_number() OVER (PARTITION BY c.commitment ORDER BY o.rowid) AS position, o.key AS outcome_key,
  c.announcement_id, a.title, a.day, c.kind,
  (SELECT group_concat(name, '; ') FROM (
    SELECT name FROM commitment_by JOIN actors ON actors.id = by_id
    WHERE commitment_key = c.key ORDER BY position)) AS actors,
  c.text, i.id AS instrument_id, i.name AS instrument, c.modality, c.due_day, c.due_day_latest, c.shown,
  c.confidence, {is_disputed("c")} AS disputed, c.sources_at_least AS commitment_sources_at_least,
  c.sources_at_most AS commitment_sources_at_most,
  o.state AS outcome, o.date AS outcome_day, o.interim AS outcome_interim,
  o.confidence AS outcome_confidence, {is_disputed("o")} AS outcome_disputed, o.competes AS outcome_competes,
  o.announcement_id AS outcome_announcement_id, later.title AS outcome_title,
  o.sources_at_least AS outcome_sources_at_least, o.sources_at_most AS outcome_sources_at_most
FROM commitments AS c
JOIN announcements AS a ON a.id = c.announcement_id
LEFT JOIN instruments AS i ON i.id = c.about_id
LEFT JOIN outcomes AS o ON o.commitment = c.commitment AND o.shown
LEFT JOIN announcements AS later ON later.id = o.announcement_id
ORDER BY c.rowid, o.rowid
"""

VIEW = View(
    "commitments_flat",
    "one commitment with one outcome that is shown, or without any",
    _COLUMNS,
    key=("commitment", "position"),
    query=_QUERY,
)
