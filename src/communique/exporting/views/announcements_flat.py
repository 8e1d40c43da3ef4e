"""One row for each announcement."""

from __future__ import annotations

from ...models.role import ANNOUNCING
from ..tables import Column, Target, empty_tables
from .shared_columns import doubt, is_disputed
from .view import View, taken

_MEETINGS = ("meeting", "meeting_outcome")
_MAKING = tuple(map(str, ANNOUNCING))
_LEADING = ("chair", "host", "organiser", "author", "depositary")
_JOINING = ("founder", "funder", "signatory")
_MAIN_ROLES = (
    "Those who announce, issue, propose or adopt come first, then chairs, hosts, organisers, authors and depositaries, "
    "then founders, funders and signatories, then implementers. Of the outcome of a meeting, adopters come after its "
    "chairs and hosts."
)

_COLUMNS = (
    Column("id", "string", "The id of the announcement.", (Target("announcements", "id"),), required=True),
    taken("announcements", "title"),
    taken("announcements", "summary"),
    taken("announcements", "day"),
    taken("announcements", "day_earliest"),
    taken("announcements", "day_latest"),
    taken("announcements", "day_competes"),
    Column("day_confidence", "string", "How sure the curator is of this day.", codelist="confidence"),
    Column("sources_at_least", "integer", "How many independent sources support this day, at least."),
    Column("sources_at_most", "integer", "How many, at most. Do not give it alone."),
    Column("actor_id", "string", "The first of `actors`.", (Target("actors", "id"),)),
    Column("actor", "string", "The name of this actor. Look at `actor_role`: it may be one of many."),
    Column("actor_role", "string", f"The part that this actor plays. {_MAIN_ROLES}", codelist="role"),
    Column("actor_country", "string", "The country of this actor, by ISO 3166-1."),
    Column(
        "actors",
        "string",
        "The names of all actors in these roles, each with its role in brackets, with semicolons between them. Only "
        "those that the record names: a declaration may have more signatories.",
    ),
    Column("country", "string", "The country in which it was made, if need be from the occasion. By ISO 3166-1."),
    taken("announcements", "occasion_id"),
    Column("occasion", "string", "The name of this event."),
    Column("types", "string", "What kinds of announcement it is, with semicolons between them.", required=True),
    Column(
        "stages",
        "string",
        "What is done to each instrument, and its stage afterwards. In brackets: how firmly it is put, if not as a "
        "fact; and `disputed`, `uncertain` or `likely`, if it is.",
    ),
    Column("statements", "integer", "The number of statements.", required=True),
    Column("sources", "integer", "The number of sources, dependent ones too.", required=True),
    Column("addresses", "string", "The addresses of the sources, with spaces between them."),
    Column(
        "disputed",
        "boolean",
        "Whether any shown value in it is contradicted by another, or has the confidence `disputed`: see `disputes`.",
        required=True,
    ),
    taken("announcements", "status"),
)


def _disputed() -> str:
    """The condition that a value of the announcement is in an open dispute."""
    direct = [
        name
        for name, table in empty_tables().items()
        if {"announcement_id", "competes"} <= {column.name for column in table.columns}
    ]
    found = [
        f'SELECT 1 FROM "{name}" WHERE announcement_id = a.id AND shown AND {is_disputed(name)}' for name in direct
    ]
    inside = "SELECT 1 FROM attributes JOIN measures ON measures.key = measure_key WHERE announcement_id = a.id"
    return " UNION ALL ".join([*found, f"{inside} AND attributes.shown AND {is_disputed('attributes')}"])


def _listed(roles: tuple[str, ...]) -> str:
    return "(" + ", ".join(f"'{role}'" for role in roles) + ")"


_MEETING = f"""EXISTS (SELECT 1 FROM announcement_types AS t
  WHERE t.announcement_id = roles.announcement_id AND t.type IN {_listed(_MEETINGS)})"""
_ORDER = f"""CASE WHEN role = 'adopter' AND {_MEETING} THEN 3 WHEN role IN {_listed(_MAKING)} THEN 1
  WHEN role IN {_listed(_LEADING)} THEN 2 WHEN role IN {_listed(_JOINING)} THEN 4 ELSE 5 END, roles.rowid"""
_MINE = f"""FROM roles JOIN actors ON actors.id = actor_id WHERE announcement_id = a.id AND shown
  AND role IN {_listed((*_MAKING, *_LEADING, *_JOINING, "implementer"))}"""
_MAIN = f"SELECT roles.key {_MINE} ORDER BY {_ORDER} LIMIT 1"
_QUERY = f"""
SELECT a.id, a.title, a.summary, a.day, a.day_earliest, a.day_latest, a.day_competes, d.confidence AS day_confidence,
  d.sources_at_least, d.sources_at_most,
  actor.id AS actor_id, actor.name AS actor, main.role AS actor_role, actor.country AS actor_country,
  (SELECT group_concat(name, '; ') FROM (
    SELECT actors.name || ' (' || role || {doubt("roles")} || ')' AS name {_MINE} ORDER BY {_ORDER})) AS actors,
  coalesce(a.place_country, o.place_country, whole.place_country) AS country,
  a.occasion_id, o.name AS occasion,
  (SELECT group_concat(type, '; ') FROM (
    SELECT type FROM announcement_types WHERE announcement_id = a.id ORDER BY position)) AS types,
  (SELECT group_concat(step, '; ') FROM (
    SELECT i.name || ': ' || action || ', ' || stage || coalesce(' (' || nullif(ltrim(
        CASE modality WHEN 'asserted' THEN '' ELSE ', ' || modality END || {doubt("measures")}, ', '), '') || ')', '')
      AS step
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
LEFT JOIN roles AS main ON main.key = ({_MAIN})
LEFT JOIN actors AS actor ON actor.id = main.actor_id
LEFT JOIN occasions AS o ON o.id = a.occasion_id
LEFT JOIN occasions AS whole ON whole.id = o.part_of_id
ORDER BY a.id
"""


VIEW = View("announcements_flat", "one announcement", _COLUMNS, key=("id",), query=_QUERY)
