"""The reports of the AI Incident Database, from its snapshot: articles, as sources."""

from __future__ import annotations

from ..layout import SOURCE, Layout, always

LAYOUT = Layout(
    name="aiid",
    title="AIID's incidents or reports",
    namespace="aiid",
    gives=SOURCE,
    suffixes=(".csv",),
    signature=frozenset({"report_number", "source_domain", "url", "title", "date_published"}),
    fields=always(
        {
            "url": "url", "title": "title", "authors": "authors", "date_published": "published",
            "language": "language",
        }
    ),
    dropped={
        "_id": "a number of their database",
        **dict.fromkeys(("description", "text"), "the text of somebody else's article"),
        "submitters": "names of persons who are no authors",
        **dict.fromkeys(
            ("epoch_date_downloaded", "epoch_date_modified", "epoch_date_published", "epoch_date_submitted"),
            "the same day as in another column",
        ),
    },
    key="report_number",
    prefix="aiid-report",
    in_folder=("reports.csv",),
)  # fmt: skip
