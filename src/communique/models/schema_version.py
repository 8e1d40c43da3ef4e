"""The version of the schema that the models are."""

from __future__ import annotations

from typing import Literal, get_args

Version = Literal["0.4.0"]
SCHEMA_VERSION: str = get_args(Version)[0]
"""The version of the schema that these models are."""
SAME_STRUCTURE = (SCHEMA_VERSION,)
"""The versions that accept the same records as these models and differ in words only, oldest first."""
