"""One row for each statement, with its announcement and its speaker."""

from __future__ import annotations

from ..tables import Column, Target
from .shared_columns import ANNOUNCEMENT, DAY, INSTRUMENT, INSTRUMENT_ID, TITLE
from .view import View, taken

_COLUMNS = (
    Column("key", "string", "The key of the statement.", (Target("statements", "key"),), required=True),
    ANNOUNCEMENT,
    TITLE,
    DAY,
    taken("statements", "speaker_id"),
    Column("speaker", "string", "The name of the speaker."),
    Column("speaker_country", "string", "The country of the speaker, by ISO 3166-1."),
    taken("statements", "text"),
    taken("statements", "text_language", "language"),
    *(taken("statements", name) for name in ("nature", "speech_act", "modality", "form", "hedge")),
    INSTRUMENT_ID,
    INSTRUMENT,
    *(taken("statements", name) for name in ("rank", "shown", "competes", "sources_at_least", "sources_at_most")),
)

_QUERY = """
SELECT s.key, s.announcement_id, a.title, a.day, s.speaker_id, p.name AS speaker, p.country AS speaker_country,
  s.text, s.text_language AS language, s.nature, s.speech_act, s.modality, s.form, s.hedge,
  s.about_id AS instrument_id, i.name AS instrument,
  s.rank, s.shown, s.competes, s.sources_at_least, s.sources_at_most
FROM statements AS s
JOIN announcements AS a ON a.id = s.announcement_id
LEFT JOIN actors AS p ON p.id = s.speaker_id
LEFT JOIN instruments AS i ON i.id = s.about_id
ORDER BY s.rowid
"""

VIEW = View("statements_flat", "one statement", _COLUMNS, key=("key",), query=_QUERY)
