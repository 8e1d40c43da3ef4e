"""One row for each statement, with its announcement and its speaker."""

from __future__ import annotations

from ..tables import Column, Target
from .view import View

_COLUMNS = (
    Column("key", "string", "The key of the statement.", (Target("statements", "key"),), required=True),
    Column("announcement_id", "string", "Its announcement.", (Target("announcements", "id"),), required=True),
    Column("title", "string", "The title of the announcement.", required=True),
    Column("day", "string", "The day of the announcement. As EDTF."),
    Column("speaker_id", "string", "Who says it, if it is not simply stated as a fact.", (Target("actors", "id"),)),
    Column("speaker", "string", "The name of the speaker."),
    Column("speaker_country", "string", "The country of the speaker, by ISO 3166-1."),
    Column("text", "string", "What is said, in the words of the curator.", required=True),
    Column("language", "string", "The language of the text, as a BCP 47 tag.", required=True),
    Column("nature", "string", "Whose words it relies on.", codelist="statement_nature", required=True),
    Column("speech_act", "string", "What is done by saying it.", codelist="speech_act"),
    Column("modality", "string", "How firmly it is put.", codelist="modality"),
    Column("form", "string", "How the words reached the record.", codelist="statement_form"),
    Column("hedge", "string", "The words by which a source takes less than full responsibility."),
    Column("instrument", "string", "The name of the instrument that it is about."),
    Column("rank", "string", "Which of several competing values to show.", codelist="rank"),
    Column("shown", "boolean", "Whether to show it among those that compete.", required=True),
    Column("competes", "boolean", "Whether another shown value contradicts it.", required=True),
    Column("sources_at_least", "integer", "How many independent sources support it, at least.", required=True),
    Column("sources_at_most", "integer", "How many, at most. Do not give it alone.", required=True),
)

_QUERY = """
SELECT s.key, s.announcement_id, a.title, a.day, s.speaker_id, p.name AS speaker, p.country AS speaker_country,
  s.text, s.text_language AS language, s.nature, s.speech_act, s.modality, s.form, s.hedge, i.name AS instrument,
  s.rank, s.shown, s.competes, s.sources_at_least, s.sources_at_most
FROM statements AS s
JOIN announcements AS a ON a.id = s.announcement_id
LEFT JOIN actors AS p ON p.id = s.speaker_id
LEFT JOIN instruments AS i ON i.id = s.about_id
"""

VIEW = View("statements_flat", "one statement", _COLUMNS, ("key",), lambda: _QUERY)
