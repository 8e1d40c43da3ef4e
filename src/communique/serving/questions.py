"""Ten questions in SQL, and the search. The page docs/how-to/questions.md has the answers of the shipped records."""

from __future__ import annotations

import re
from typing import NamedTuple


class Question(NamedTuple):
    """A question, and the query that answers it."""

    title: str
    sql: str

    @property
    def name(self) -> str:
        """The title as a part of an address."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")


QUESTIONS = (
    Question(
        "Which institutions did China propose in 2025?",
        """\
SELECT DISTINCT m.day, i.name, i.type, a.id, m.confidence FROM measures AS m JOIN announcements_flat AS a
ON a.id = m.announcement_id JOIN instruments AS i ON i.id = m.instrument_id WHERE m.action = 'propose' AND m.shown
AND i.type IN ('international_organisation', 'body') AND a.actor_country = 'CN' AND m.day LIKE '2025%' ORDER BY m.day
""",
    ),
    Question(
        "Which promises are due, and overdue on 5 July 2026?",
        """\
SELECT due_day, actors, text, outcome, confidence FROM commitments_flat
WHERE shown AND kind = 'promise' AND due_day_latest < '2026-07-05'
AND (outcome IS NULL OR outcome_interim OR outcome = 'partly_met') ORDER BY due_day
""",
    ),
    Question(
        "Which days are disputed, and how?",
        """\
SELECT announcement_id, role, group_concat(value || ' ' || rank || ' (' || sources_at_least || ' to '
|| sources_at_most || ')', '; ') AS days FROM dates
WHERE contradicting_sources_at_most > 0 GROUP BY 1, 2 ORDER BY 1, 2
""",
    ),
    Question(
        "How many independent sources does each announcement's day have?",
        """\
SELECT a.id, d.value, d.sources_at_least, d.sources_at_most FROM announcements AS a JOIN dates AS d ON d.key = a.day_key
ORDER BY d.sources_at_most DESC, a.id LIMIT 5
""",
    ),
    Question(
        "Which measures did the United States revoke, and when?",
        """\
SELECT day, day_basis, name AS instrument, confidence FROM measures JOIN instruments AS i ON i.id = instrument_id
WHERE action = 'revoke' AND modality = 'asserted' AND shown
AND announcement_id IN (SELECT id FROM announcements_flat WHERE actor_country = 'US') ORDER BY day
""",
    ),
    Question(
        "Who spoke most often?",
        """\
SELECT speaker, speaker_country, count(*) AS statements FROM statements_flat
WHERE shown AND nature = 'attributed_statement' GROUP BY speaker_id, speaker, speaker_country
ORDER BY statements DESC, speaker LIMIT 5
""",
    ),
    Question(
        "How much money was pledged, and how much paid?",
        """\
SELECT currency, flow, sum(amount) AS total, count(*) AS amounts,
count(CASE WHEN competes OR confidence = 'disputed' THEN 1 END) AS disputed FROM money
WHERE shown AND amount IS NOT NULL AND flow IN ('pledged', 'committed', 'disbursed') GROUP BY currency, flow
""",
    ),
    Question(
        "What happened to the World AI Cooperation Organization?",
        """\
SELECT day, day_basis, kind, event, stage, modality, confidence, disputed, announcement_id FROM timeline
WHERE instrument_id = 'world-ai-cooperation-organization'
""",
    ),
    Question(
        "Which votes were taken, and with what result?",
        """\
SELECT announcement_id, method, in_favour, against, abstaining, confidence
FROM votes WHERE shown ORDER BY announcement_id
""",
    ),
    Question(
        "From which threshold on do rules apply?",
        """\
SELECT i.name, metric, comparator, value, unit, confidence FROM thresholds AS t
LEFT JOIN instruments AS i ON i.id = t.about_id WHERE shown ORDER BY value, i.name
""",
    ),
)

SEARCH = Question(
    "Search all texts",
    """\
SELECT parent_table, parent_key, field, language, text FROM search
WHERE search MATCH coalesce(nullif(escape_fts(:words), ''), '""') ORDER BY rank LIMIT 100
""",
)
"""Texts with all of the words, nothing without any; ``escape_fts`` is a function of Datasette."""
