"""Everything that has a day, in order."""

from __future__ import annotations

from ..tables import Column
from .shared_columns import ANNOUNCEMENT, DISPUTED, INSTRUMENT, INSTRUMENT_ID, TITLE, is_disputed
from .view import View, taken

_COLUMNS = (
    Column("day", "string", "The day. As EDTF.", required=True),
    taken("announcements", "day_earliest"),
    taken("announcements", "day_latest"),
    Column("day_basis", "string", "For a measure: where its day is from. With `announcement` it may be another day."),
    Column("kind", "string", "The kind of row that it rests on: `date`, `measure`, `due` or `outcome`.", required=True),
    Column(
        "event", "string", "What happens: the role of a date, an action, or the state of an outcome.", required=True
    ),
    taken("measures", "stage", required=False),
    taken("measures", "modality", required=False),
    ANNOUNCEMENT,
    TITLE,
    INSTRUMENT_ID,
    INSTRUMENT,
    Column("text", "string", "What is due, or was."),
    taken("dates", "confidence"),
    DISPUTED,
    *(taken("dates", name) for name in ("competes", "sources_at_least", "sources_at_most")),
    Column("key", "string", "The key of the date, measure, commitment or outcome.", required=True),
)

_QUERY = f"""
SELECT e.day, e.day_earliest, e.day_latest, e.day_basis, e.kind, e.event, e.stage, e.modality, e.announcement_id,
  a.title, e.instrument_id, i.name AS instrument, e.text, e.confidence, {is_disputed("e")} AS disputed,
  e.competes, e.sources_at_least, e.sources_at_most, e.key
FROM (
  SELECT value AS day, value_earliest AS day_earliest, value_latest AS day_latest, NULL AS day_basis, 'date' AS kind,
    role AS event, NULL AS stage, modality, announcement_id, scope_instrument_id AS instrument_id, scope_part AS text,
    confidence, competes, sources_at_least, sources_at_most, key
  FROM dates WHERE shown
  UNION ALL
  SELECT day, day_earliest, day_latest, day_basis, 'measure',
    action, stage, modality, announcement_id, instrument_id, NULL,
    confidence, competes, sources_at_least, sources_at_most, key
  FROM measures WHERE shown AND day IS NOT NULL
  UNION ALL
  SELECT due_day, due_day_earliest, due_day_latest, NULL, 'due',
    kind, NULL, modality, announcement_id, (SELECT id FROM instruments WHERE id = about_id), text,
    confidence, competes, sources_at_least, sources_at_most, key
  FROM commitments WHERE shown AND due_day IS NOT NULL
  UNION ALL
  SELECT o.date, o.date_earliest, o.date_latest, NULL, 'outcome',
    o.state, NULL, NULL, o.announcement_id, (SELECT id FROM instruments WHERE id = c.about_id), c.text,
    o.confidence, o.competes, o.sources_at_least, o.sources_at_most, o.key
  FROM outcomes AS o JOIN commitments AS c ON c.commitment = o.commitment WHERE o.shown AND o.date IS NOT NULL
) AS e
JOIN announcements AS a ON a.id = e.announcement_id
LEFT JOIN instruments AS i ON i.id = e.instrument_id
ORDER BY coalesce(e.day_earliest, e.day_latest), e.day, e.kind, e.key
"""

VIEW = View("timeline", "one date, measure with a day, due day or outcome", _COLUMNS, key=("kind", "key"), query=_QUERY)
