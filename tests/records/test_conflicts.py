"""The conflicts in the records: none is left that only looks like one, and each value that is ranked has its reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import communique
from communique.codelists import Rank
from communique.corpus.conflicts import contradicted, groups
from communique.corpus.corroboration import assertion_lists
from communique.models import Assertion

BOTH_TRUE = [
    ("us-nvidia-h20-reversal-2025", "dates", {"2025-07-14", "2025-07-15"}),
    ("un-ai-panel-appointed-2026", "dates", {"2026-02-04", "2026-02-05"}),
    ("fr-current-ai-2025", "dates", {"2025-02-09", "2025-02-10", "2025-02-11"}),
    ("us-nvidia-amd-revenue-share-2025", "dates", {"2025-08-10", "2025-08-11"}),
    ("cn-waico-proposal-2025", "statements", {"guterres-by-video", "guterres-took-part"}),
    ("cn-waico-proposal-2025", "statements", {"thirty-roundtable", "thirty-whole-event", "thirty-invited-guests"}),
    ("cn-waico-proposal-2025", "statements", {"status-proposed", "status-plans"}),
    ("cn-waico-proposal-2025", "statements", {"plan-issued", "plan-revealed-by-li"}),
    ("cn-global-ai-governance-action-plan-2025", "statements", {"issued-by-ministry", "issued-by-conference"}),
    ("us-bis-diffusion-rescission-2025", "measures", {"rescission-intended", "rescission-done"}),
    ("aisi-network-2024", "statements", {"founded-in-may", "founded-in-november"}),
    ("eu-gpai-code-2025", "statements", {"event-published", "event-received"}),
    ("us-nvidia-h20-reversal-2025", "statements", {"april-licence-requirement", "april-ban"}),
]


def lists(corpus: communique.Corpus) -> Iterator[list[Assertion]]:
    for thing in [*corpus.announcements.values(), *corpus.registries.values()]:
        for _, assertions in assertion_lists(thing):
            yield [*assertions]


@pytest.mark.parametrize(("slug", "field", "chosen"), BOTH_TRUE)
def test_what_can_both_be_true_is_no_conflict(
    slug: str, field: str, chosen: set[str], shipped: communique.Corpus
) -> None:
    values: list[Assertion] = getattr(shipped.announcements[slug], field)
    found = [each for each in values if {each.id, str(getattr(each, "value", ""))} & chosen]
    assert len(found) == len(chosen) and not any(contradicted(found))


def test_a_value_is_preferred_to_another_one(shipped: communique.Corpus) -> None:
    alone = [each[group[0]] for each in lists(shipped) for group in groups(each) if len(group) == 1]
    assert [each for each in alone if each.rank is Rank.PREFERRED] == []


def test_it_is_said_why_a_value_is_held_to_be_wrong(shipped: communique.Corpus) -> None:
    deprecated = [each for found in lists(shipped) for each in found if each.rank is Rank.DEPRECATED]
    assert len(deprecated) > 40 and all(each.note and each.evidence for each in deprecated)


def test_each_side_of_a_conflict_has_evidence_of_its_own(shipped: communique.Corpus) -> None:
    sides = [
        each for found in lists(shipped) for each, against in zip(found, contradicted(found), strict=True) if against
    ]
    assert len(sides) > 100 and all(any(piece.support != "presumed" for piece in each.evidence) for each in sides)
