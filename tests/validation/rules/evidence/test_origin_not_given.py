"""Rewrites, mirrors and translations are asked for their origin."""

from __future__ import annotations

import pytest

from communique import validate
from communique.models import SCHEMA_VERSION
from support.linked_records import HEAD, Write, registry

TRANSLATED = "type: official, credits: [{role: translation, name: Ada Example}]"


def found(fields: str, write: Write, version: str = SCHEMA_VERSION) -> list[tuple[str, str]]:
    text = registry(
        "all", f"sources:\n- {{id: agency, type: news_agency, access: full_text}}\n- {{id: it, {fields}}}\n"
    )
    path = write(all=text.replace(HEAD, f"schema_version: {version}\n"))
    return [(each.pointer, each.message) for each in validate(path) if each.name == "origin-not-given"]


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ("type: rewrite", "type", "rewrite without its origin"),
        ("type: mirror", "type", "mirror without its origin"),
        (TRANSLATED, "credits", "translation without its origin"),
        ("type: mirror, origin: own", "origin", "a mirror is derived from another source, so its origin is not 'own'"),
        (
            f"{TRANSLATED}, origin: unknown",
            "origin",
            "a translation is derived from another source, so its origin is not 'unknown'",
        ),
    ],
)
def test_who_is_asked(fields: str, field: str, message: str, write: Write) -> None:
    assert found(f"{fields}, access: excerpt", write) == [(f"/sources/1/{field}", message)]


@pytest.mark.parametrize(
    "fields",
    [
        "type: rewrite, origin: derived",
        "type: mirror, derived_from: [agency]",
        "type: rewrite, derived_from: [{source: agency, confidence: uncertain}]",
        f"{TRANSLATED}, derived_from: [agency]",
        "type: news",
        "type: social",
        "type: official, credits: [{role: photo, name: mirror}]",
    ],
)
def test_who_is_not_asked(fields: str, write: Write) -> None:
    assert found(f"{fields}, access: excerpt", write) == []


def test_a_record_of_a_version_without_the_field_is_not_asked(write: Write) -> None:
    assert found("type: rewrite, access: excerpt", write, "0.2.1") == []
