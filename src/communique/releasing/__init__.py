"""Releases: the export of a version as files to publish, with what changed since an earlier version.

Two versions are compared as exports (`Edition`), never as records: what a release is compared with is what people have.
"""

from .contents import RELEASE_FORMATS, contents
from .dataset_place import missing_revision, refuse_other_version, refuse_parts
from .decision import Decision, decided
from .edition import NEEDED, Edition, ReleaseError, staged
from .opening import is_published, opened

__all__ = [
    "NEEDED",
    "RELEASE_FORMATS",
    "Decision",
    "Edition",
    "ReleaseError",
    "contents",
    "decided",
    "is_published",
    "missing_revision",
    "opened",
    "refuse_other_version",
    "refuse_parts",
    "staged",
]
