"""What counts as a fact, and what did not happen."""

from __future__ import annotations

from ...codelists import Modality
from ...models import Date, Measure


def is_fact(given: Date | Measure) -> bool:
    """Whether it is put as a fact: it happened, or it was done. A date without a modality is."""
    return given.modality in (None, Modality.ASSERTED)


def is_denied_or_hypothetical(given: Date | Measure) -> bool:
    """Whether it did not happen, and is not meant to: it is denied, or only imagined."""
    return given.modality in (Modality.DENIED, Modality.HYPOTHETICAL)
