"""One row for each announcement."""

from __future__ import annotations

from ...models.role import ANNOUNCING
from ..tables import Column, Target, empty_tables
from .view import View, taken

_COLUMNS = (
    Column("id", "string", "The id of the announcement.", (Target("announcements", "id"),), required=True),
    taken("announcements", "title"),
    taken("announcements", "summary"),
    taken("announcements", "day"),
    taken("announcements", "day_earliest"),
    taken("announcements", "day_latest"),
    taken("announcements", "day_competes"),
    Column("sources_at_least", "integer", "How many independent sources support this day, at least."),
    Column("sources_at_most", "integer", "How many, at most. Do not give it alone."),
    Column("actor_id", "string", "The first actor whose announcement it is.", (Target("actors", "id"),)),
    Column("actor", "string", "The name of this actor."),
    Column("actor_country", "string", "The country of this actor, by ISO 3166-1."),
    Column("actors", "string", "The names of all actors whose announcement it is, with semicolons between them."),
    Column("country", "string", "The country in which it was made, if need be from the occasion. By ISO 3166-1."),
    taken("announcements", "occasion_id"),
    Column("occasion", "string", "The name of this event."),
    Column("types", "string", "What kinds of announcement it is, with semicolons between them.", required=True),
    Column("stages", "string", "What is done to each instrument, its stage afterwards, and how firmly it is put."),
    Column("statements", "integer", "The number of statements.", required=True),
    Column("sources", "integer", "The number of sources, dependent ones too.", required=True),
    Column("addresses", "string", "The addresses of the sources, with spaces between them."),
    Column("disputed", "boolean", "Whether any value in it is in an open dispute.", required=True),
    taken("announcements", "status"),
)


def _disputed() -> str:
    """The condition that a value of the announcement competes with another."""
    direct = [
        name
        for name, table in empty_tables().items()
        if {"announcement_id", "competes"} <= {column.name for column in table.columns}
    ]
    found = [f'SELECT 1 FROM "{name}" WHERE announcement_id = a.id AND competes' for name in direct]
    inside = "SELECT 1 FROM attributes JOIN measures ON measures.key = measure_key WHERE announcement_id = a.id"
    return " UNION ALL ".join([*found, f"{inside} AND attributes.competes"])


_MINE = "FROM roles JOIN actors ON actors.id = actor_id WHERE announcement_id = a.id AND role IN ({}) AND shown".format(
    ", ".join(f"'{role}'" for role in ANNOUNCING)
)
_QUERY = f"""
SELECT a.id, a.title, a.summary, a.day, a.day_earliest, a.day_latest, a.day_competes,
  d.sources_at_least, d.sources_at_most,
  actor.id AS actor_id, actor.name AS actor, actor.country AS actor_country,
  (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT actors.name {_MINE} ORDER BY roles.rowid)) AS actors,
  coalesce(a.place_country, o.place_country, whole.place_country) AS country,
  a.occasion_id, o.name AS occasion,
  (SELECT group_concat(type, '; ') FROM (
    SELECT type FROM announcement_types WHERE announcement_id = a.id ORDER BY position)) AS types,
  (SELECT group_concat(step, '; ') FROM (
    SELECT i.name || ': ' || action || ', ' || stage
      || CASE modality WHEN 'asserted' THEN '' ELSE ' (' || modality || ')' END AS step
    FROM measures JOIN instruments AS i ON i.id = instrument_id
    WHERE announcement_id = a.id AND shown ORDER BY measures.rowid)) AS stages,
  (SELECT count(*) FROM statements WHERE announcement_id = a.id AND shown) AS statements,
  (SELECT count(DISTINCT source_id) FROM evidence WHERE record_id = a.id) AS sources,
  (SELECT group_concat(url, ' ') FROM (
    SELECT DISTINCT url FROM evidence JOIN sources ON sources.id = source_id
    WHERE record_id = a.id AND url IS NOT NULL ORDER BY sources.id)) AS addresses,
  EXISTS ({_disputed()}) AS disputed,
  a.status
FROM announcements AS a
LEFT JOIN dates AS d ON d.key = a.day_key
LEFT JOIN actors AS actor ON actor.id = (SELECT actors.id {_MINE} ORDER BY roles.rowid LIMIT 1)
LEFT JOIN occasions AS o ON o.id = a.occasion_id
LEFT JOIN occasions AS whole ON whole.id = o.part_of_id
ORDER BY a.id
"""


VIEW = View("announcements_flat", "one announcement", _COLUMNS, key=("id",), query=_QUERY)
