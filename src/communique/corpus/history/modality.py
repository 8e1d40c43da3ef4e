"""Whether something is a fact, or is denied or hypothetical."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...codelists import Modality

if TYPE_CHECKING:
    from ...models import Date, Measure


def is_fact(given: Date | Measure) -> bool:
    """Whether it is asserted as a fact. A date without a modality is."""
    return given.modality in (None, Modality.ASSERTED)


def is_denied_or_hypothetical(given: Date | Measure) -> bool:
    """Whether it is denied or hypothetical."""
    return given.modality in (Modality.DENIED, Modality.HYPOTHETICAL)
