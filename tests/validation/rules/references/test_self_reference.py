"""Nothing refers to itself, and no source derives from itself."""

from __future__ import annotations

import pytest

from communique.models import SCHEMA_VERSION
from support.linked_records import HEAD, Write, found, registry


@pytest.mark.parametrize(
    ("derivations", "pointers"),
    [
        ("[other, it]", ["/sources/1/derived_from/1"]),
        ("[{source: it, confidence: uncertain}]", ["/sources/1/derived_from/0/source"]),
        ("[other]", []),
    ],
)
def test_a_source_that_derives_from_itself(derivations: str, pointers: list[str], write: Write) -> None:
    text = (
        "sources:\n- {id: other, type: news, access: excerpt}\n"
        f"- {{id: it, type: news, access: excerpt, derived_from: {derivations}}}\n"
    )
    path = write(all=registry("all", text).replace(HEAD, f"schema_version: {SCHEMA_VERSION}\n"))
    assert [pointer for _, name, pointer in found(path) if name == "self-reference"] == pointers


def test_in_an_older_record_it_is_found_too(write: Write) -> None:
    path = write(all=registry("all", "sources:\n- {id: it, type: news, access: excerpt, derived_from: it}\n"))
    assert ("all", "self-reference", "/sources/0/derived_from") in found(path)
