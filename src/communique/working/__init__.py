"""Work on many items in several processes. This room knows nothing of records."""

from .cores import cores
from .lost import Lost
from .mapping import mapped

__all__ = ["Lost", "cores", "mapped"]
