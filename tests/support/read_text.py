"""A text, read as a file, and corrected."""

from __future__ import annotations

from communique import fixing
from communique.diagnostics.finding import Finding
from communique.reading import Document, read_bytes


def read(text: str, name: str = "example.yaml") -> Document:
    return read_bytes(text.encode("utf-8", "surrogatepass"), name)


def fixed(text: str) -> str:
    return fixing.fixed(text.encode(), read(text).findings, "example.yaml").decode()


def only(document: Document, code: str) -> Finding:
    (finding,) = document.findings
    assert finding.code == code
    return finding


HEAD = "schema_version: 0.2.0\nkind: announcement\nid: example\ntypes: [other]\nstatus: draft\n"
DATED = HEAD + "dates: [{role: announced, value: '2026-01-12'}]\n"
