"""A value that is preferred for its many sources, which copy one."""

from __future__ import annotations

import pytest

from support.one_record import ONE, OTHER, SOURCES, Findings, Pointers


@pytest.mark.parametrize(
    ("preferred", "rival", "by_copies"),
    [
        ("[{source: agency}, {source: copy}]", "evidence: [{source: other}]", True),
        ("[{source: copy}, {source: translation}]", "evidence: [{source: other}]", True),
        ("[{source: copy}, {source: page}]", "evidence: [{source: other}]", False),
        ("[{source: agency}]", "evidence: [{source: other}]", False),
        ("[{source: agency}, {source: agency}]", "evidence: [{source: other}]", False),
        ("[{source: agency}, {source: copy}]", "evidence: [{source: translation}]", False),
        ("[{source: agency}, {source: copy}]", "evidence: [{source: translation}, {source: other}]", True),
        ("[{source: agency}, {source: copy}]", "confidence: uncertain", False),
        ("[{source: agency}, {source: copy}], note: It was there.", "evidence: [{source: other}]", False),
        ("[{source: agency}, {source: copy}]", "rank: deprecated, note: No., evidence: [{source: other}]", False),
    ],
)
def test_preferred_by_copies(pointers: Pointers, preferred: str, rival: str, by_copies: bool) -> None:
    fields = f"dates:\n- {{{ONE}, rank: preferred, evidence: {preferred}}}\n- {{{OTHER}, {rival}}}\n{SOURCES}"
    assert pointers("preferred-by-copies", fields) == (["/dates/0/rank"] if by_copies else [])


def test_copies_are_told_by_sources_of_other_files(findings: Findings) -> None:
    dates = (
        f"dates:\n- {{{ONE}, rank: preferred, evidence: [{{source: agency}}, {{source: copy}}]}}\n"
        f"- {{{OTHER}, evidence: [{{source: other}}]}}\n"
    )
    (finding,) = findings(dates=dates, sources=SOURCES)
    assert finding.message.startswith("the 2 sources of the preferred date all derive from agency")
