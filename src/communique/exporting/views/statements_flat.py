"""One row for each statement, with its announcement and its speaker."""

from __future__ import annotations

from ..tables import Column, Target
from .shared_columns import ANNOUNCEMENT, DISPUTED, INSTRUMENT, INSTRUMENT_ID, TITLE, is_disputed
from .view import View, taken

_COLUMNS = (
    Column("key", "string", "The key of the statement.", (Target("statements", "key"),), required=True),
    ANNOUNCEMENT,
    TITLE,
    Column("day", "string", "The statement's own day; otherwise that of the announcement. As EDTF."),
    Column("day_basis", "string", "Whose day it is: of the `statement`, or of the `announcement`."),
    Column(
        "occasion_id",
        "string",
        "The event: the statement's own; otherwise that of the announcement.",
        (Target("occasions", "id"),),
    ),
    Column("occasion", "string", "The name of this event."),
    Column("occasion_basis", "string", "Whose event it is: of the `statement`, or of the `announcement`."),
    taken("statements", "speaker_id"),
    Column("speaker", "string", "The name of the speaker."),
    Column("speaker_country", "string", "The country of the speaker, by ISO 3166-1."),
    taken("statements", "text"),
    taken("statements", "text_language", "language"),
    *(taken("statements", name) for name in ("nature", "speech_act", "modality", "form", "hedge")),
    INSTRUMENT_ID,
    INSTRUMENT,
    *(taken("statements", name) for name in ("rank", "confidence", "shown")),
    DISPUTED,
    *(taken("statements", name) for name in ("competes", "sources_at_least", "sources_at_most")),
)


def _basis(own: str, whole: str) -> str:
    return f"CASE WHEN {own} IS NOT NULL THEN 'statement' WHEN {whole} IS NOT NULL THEN 'announcement' END"


_QUERY = f"""
SELECT s.key, s.announcement_id, a.title,
  coalesce(s.date, a.day) AS day, {_basis("s.date", "a.day")} AS day_basis,
  o.id AS occasion_id, o.name AS occasion, {_basis("s.occasion_id", "a.occasion_id")} AS occasion_basis,
  s.speaker_id, p.name AS speaker, p.country AS speaker_country,
  s.text, s.text_language AS language, s.nature, s.speech_act, s.modality, s.form, s.hedge,
  s.about_id AS instrument_id, i.name AS instrument,
  s.rank, s.confidence, s.shown, {is_disputed("s")} AS disputed, s.competes, s.sources_at_least, s.sources_at_most
FROM statements AS s
JOIN announcements AS a ON a.id = s.announcement_id
LEFT JOIN occasions AS o ON o.id = coalesce(s.occasion_id, a.occasion_id)
LEFT JOIN actors AS p ON p.id = s.speaker_id
LEFT JOIN instruments AS i ON i.id = s.about_id
ORDER BY s.rowid
"""

VIEW = View("statements_flat", "one statement", _COLUMNS, key=("key",), query=_QUERY)
