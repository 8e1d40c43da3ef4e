"""References that name something of another kind in the same record."""

from __future__ import annotations

import pytest

from support.one_record import Findings

DIGEST = f"sha256:{64 * '0'}"
RECORD = """commitments:
- {{id: action-plan, kind: promise, by: [cn], text: {{en: Write a plan.}}, evidence: [{0}]}}
outcomes:
- {{commitment: {1}, state: dropped, evidence: [{{passage: opening}}]}}
actors:
- {{id: cn, type: country, country: CN, name: {{en: China}}}}
passages:
- {{id: opening, source: report, start: 0, end: 1, digest: '{2}'}}
sources:
- {{id: report, type: news, access: full_text}}
"""


@pytest.mark.parametrize(
    ("evidence", "commitment", "code", "message", "help"),
    [
        ("opening", "", "CQ301", "but opening is a passage of this record", "as {passage: opening}"),
        ("{source: opening}", "", "CQ301", "but opening is a passage of this record", "as {passage: opening}"),
        ("action-plan", "", "CQ301", "but action-plan is a commitment of this record", "use the id of a source"),
        ("{passage: report}", "", "CQ616", "but report is a source", "as {source: report}"),
        ("{passage: action-plan}", "", "CQ616", "but action-plan is a commitment of this record", ""),
        ("report", "example#opening", "CQ801", "opening is a passage of example, not a commitment", "action-plan"),
        ("report", "cn#action-plan", "CQ801", "cn is no announcement, but an actor", "name the announcement"),
        ("report", "action-plan", "CQ209", "", "did you mean example#action-plan?"),
        ("report", "'#action-plan'", "CQ209", "", "did you mean example#action-plan?"),
        ("report", "Example#Action Plan", "CQ209", "", "did you mean example#action-plan?"),
        ("report", "other-plan", "CQ209", "", "as in ANNOUNCEMENT#other-plan"),
        ("report", "order/other-plan", "CQ209", "", "as in order#other-plan"),
        ("report", "'行动'", "CQ209", "", "as in ANNOUNCEMENT#COMMITMENT"),
    ],
)
def test_it_is_said_what_was_named(
    findings: Findings, evidence: str, commitment: str, code: str, message: str, help: str
) -> None:
    fields = RECORD.format(evidence, commitment or "example#action-plan", DIGEST)
    (found,) = [each for each in findings(example=fields) if each.code == code]
    assert message in found.message and help in found.help
