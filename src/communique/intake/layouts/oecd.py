"""The policy initiatives of OECD.AI, as one CSV file; an initiative with several instruments has a row for each."""

from __future__ import annotations

from ...codelists import RoleType
from ..layout import ANNOUNCEMENT, Layout, always

LAYOUT = Layout(
    name="oecd",
    title="OECD.AI's policy initiatives",
    namespace="oecd-ai",
    gives=ANNOUNCEMENT,
    suffixes=(".csv", ".xlsx"),
    signature=frozenset({"Policy initiative ID", "Platform URL", "English name", "Country", "Start date"}),
    fields=always(
        {
            "English name": "title",
            "Platform URL": "entry",
            "Public access URL": "url",
            "Responsible organisation(s)": "actor",
            "Entered into force on": "entry_into_force",
        }
    ),
    key="Policy initiative ID",
    prefix="oecd-ai",
    publisher="OECD.AI",
    role=RoleType.MENTIONED,
    repeats=True,
    in_folder=("oecd-ai-all-ai-policies.csv",),
)
