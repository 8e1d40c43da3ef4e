"""AGORA, the archive of laws, regulations and commitments of the Emerging Technology Observatory: documents.csv.

A document is no announcement: the draft is of its proposal or enactment, whose days AGORA gives. The other files of its
data are not read: authorities.csv and collections.csv explain words of documents.csv, segments.csv has its texts.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...codelists import DateRole, RoleType
from ..layout import ANNOUNCEMENT, Cells, Layout

_ID = "AGORA ID"
_FIELDS: Mapping[str, str] = {
    "Official name": "title",
    "Link to document": "url",
    "Authority": "actor",
    "Proposed date": str(DateRole.SUBMITTED),
}
_DAY, _ACTIVITY = "Most recent activity date", "Most recent activity"
_ROLES = {"Proposed": str(DateRole.SUBMITTED), "Enacted": str(DateRole.ADOPTED)}


def _fields(cells: Cells) -> Mapping[str, str]:
    """The fields of a document. What its last activity was says what the day of it means."""
    role = _ROLES.get(str(cells.get(_ACTIVITY, "")))
    is_known = role is None or (role in _FIELDS.values() and "Proposed date" in cells)
    return _FIELDS if is_known else {**_FIELDS, _DAY: str(role)}


LAYOUT = Layout(
    name="agora",
    title="AGORA's documents",
    namespace="agora",
    gives=ANNOUNCEMENT,
    suffixes=(".csv", ".xlsx"),
    signature=frozenset({_ID, *_FIELDS, _ACTIVITY, _DAY}),
    fields=_fields,
    key=_ID,
    prefix="agora",
    publisher="Emerging Technology Observatory, AGORA",
    role=RoleType.ISSUER,
    in_folder=("documents.csv",),
)
