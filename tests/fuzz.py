"""Coverage-guided fuzzing of reading and checking, by hand: ``pip install atheris``, then

python tests/fuzz.py -max_total_time=600 CORPUS_FOLDER

The first byte chooses YAML or JSON. Anything but a document with findings, or a sound one, is a crash.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["communique"]):
    from communique.reading import read_bytes
    from communique.validation.engine import check


def one_input(data: bytes) -> None:
    name = "example.json" if data[:1] > b"\x7f" else "example.yaml"
    document = read_bytes(data[1:], name)
    assert not document.internal_errors, document.internal_errors
    assert document.complete or document.findings
    report = check([document])
    assert not report.internal_errors, report.internal_errors
    for finding in report.findings:
        assert finding.line >= 1 and finding.column >= 1


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
