"""Sources that were read before they were published."""

from __future__ import annotations

import pytest

from support.reviewed_record import found, source


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("published: '2026-03-13', retrieved: '2026-01-14'", "error"),
        ("published: '2026-03', retrieved: '2026-02-27'", "error"),
        ("published: '2026-01-15', retrieved: '2026-01-14'", None),
        ("published: '2026-01-16', retrieved: '2026-01-14'", "error"),
        ("published: '2026', retrieved: '2026-01-14'", None),
        ("published: '2026-03-13?', retrieved: '2026-01-14'", None),
        ("published: '2026-03-13', retrieved: '2026-01~'", None),
        ("published: '2026-03-13', archived_url: 'WAYBACK/20260112140600/https://a.org/'", "warning"),
        ("published: '2026-03-13', archived_url: 'https://archive.ph/20260112140600/https://a.org/'", "warning"),
        ("published: '2026-03-13', archived_url: 'WAYBACK/20260312235959if_/https://a.org/'", None),
        ("published: '2026-03-13', archived_url: 'WAYBACK/2026*/https://a.org/'", None),
        ("published: '2026-03-13', archived_url: 'https://example.org/web/20260112140600/'", None),
    ],
)  # fmt: skip
def test_a_page_is_read_after_it_is_published(fields: str, expected: str | None) -> None:
    assert [
        (name, severity)
        for name, severity, _ in found(source(fields.replace("WAYBACK", "https://web.archive.org/web")))
    ] == ([("source-read-before-published", expected)] if expected else [])
