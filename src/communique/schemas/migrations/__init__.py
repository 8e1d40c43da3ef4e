"""Migrates records from one schema version to another: as plain data in memory, and as edits of their files.

A version that only adds fields and codes needs no migration. If data moves, the migration is one file here, which is
found automatically; it declares both directions.
"""

from .migrate import migrated, migrations, origin, upgrade
from .migration import InexpressibleError, Migration

__all__ = ["InexpressibleError", "Migration", "migrated", "migrations", "origin", "upgrade"]
