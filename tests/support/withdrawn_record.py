"""The beginning of a record."""

from __future__ import annotations

HEAD = (
    "schema_version: 0.2.0\nkind: announcement\nid: example\ntitle: {en: A}\ntypes: [other]\nstatus: withdrawn\n"
    "dates: [{role: announced, value: '2025-07-26'}]\n"
)
