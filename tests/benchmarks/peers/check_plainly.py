"""What people write first: PyYAML's C loader and jsonschema, one file after the other. Arguments: schema, folders."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml
from jsonschema.validators import validator_for


def main(schema_path: str, folders: list[str]) -> int:
    schema = json.loads(Path(schema_path).read_text(encoding="utf-8"))
    validator = validator_for(schema)(schema)
    count = 0
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.yaml")):
        for error in validator.iter_errors(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)):
            sys.stdout.write(f"{path}: {error.message}\n")
            count += 1
    return min(count, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
