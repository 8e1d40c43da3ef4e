"""The beginning of a record."""

from __future__ import annotations

from communique.models import SCHEMA_VERSION

HEAD = (
    f"schema_version: {SCHEMA_VERSION}\n"
    "kind: announcement\nid: example\ntitle: {en: A}\ntypes: [other]\nstatus: withdrawn\n"
    "dates: [{role: announced, value: '2025-07-26'}]\n"
)
