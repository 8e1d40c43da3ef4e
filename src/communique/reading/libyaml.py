"""libyaml, through PyYAML; without it PyYAML's own parser, which is slower."""

from __future__ import annotations

from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
