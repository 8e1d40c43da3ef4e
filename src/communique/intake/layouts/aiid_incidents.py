"""The incidents of the AI Incident Database, from its snapshot: its pages about them, as sources."""

from __future__ import annotations

from ..layout import SOURCE, Layout, always

LAYOUT = Layout(
    name="aiid",
    title="AIID's incidents or reports",
    namespace="aiid",
    gives=SOURCE,
    suffixes=(".csv",),
    signature=frozenset({"incident_id", "reports", "Alleged deployer of AI system", "description", "title"}),
    fields=always({"title": "title"}),
    dropped={"_id": "a number of their database"},
    key="incident_id",
    prefix="aiid-incident",
    publisher="AI Incident Database",
    types={"": "database"},
    page="https://incidentdatabase.ai/cite/{}",
    in_folder=("incidents.csv",),
)
