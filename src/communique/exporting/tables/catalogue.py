"""Every table of an export."""

from __future__ import annotations

from .columns import columns
from .definitions import DEFINITIONS, definitions_table
from .keys import identifying
from .plan import plans, row_meaning
from .states import STATES, states_table
from .table import Table


def empty_tables() -> dict[str, Table]:
    """Every table by name, without rows."""
    of_models = {
        name: Table(name, row_meaning(plan), columns(name), key=identifying(plan)) for name, plan in plans().items()
    }
    return of_models | {DEFINITIONS: definitions_table(), STATES: states_table()}
