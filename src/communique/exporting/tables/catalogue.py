"""Every table of an export."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .columns import columns
from .definitions import DEFINITIONS, definitions_table
from .keys import identifying
from .plan import plans, row_meaning
from .states import STATES, states_table
from .table import Table


@cache
def empty_tables() -> Mapping[str, Table]:
    """Every table by name, without rows. They are made once: each run of the views asks for them many times."""
    of_models = {
        name: Table(name, row_meaning(plan), columns(name), key=identifying(plan)) for name, plan in plans().items()
    }
    return MappingProxyType(of_models | {DEFINITIONS: definitions_table(), STATES: states_table()})
