"""Over a hundred files that mean harm, made up here: bombs, floods, encodings, injections. All have to be refused.

``python tests/support/hostile.py FOLDER`` writes them out, to measure other programs by.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

HEAD = "schema_version: 0.1.0\nkind: registry\nid: example\n"
CONTROL = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x85, 0x9B]
HIDDEN = [0x200B, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xFFFF, 0xE0001, 0xE0041]
TAGS = [
    "!!binary", "!!timestamp", "!!set", "!!omap", "!!python/name:os.system", "!!python/object/apply:os.system",
    "!!python/object/new:subprocess.Popen", "!ruby/object:Gem::Installer", "!!javax.script.ScriptEngineManager", "!x",
]  # fmt: skip
INJECTIONS = [
    "\x1b[2J\x1b[31mgone", "\x1b]8;;https://example.org\x07link\x1b]8;;\x07", "a\r\nb", "a\n::error::forged",
    "a\n##[error]forged", "::set-output name=x::y", "##vso[task.complete result=Succeeded;]", "</failure><testcase/>",
    "]]><!--", "%0A::error::forged", "$(id)", "`id`", "{{ 7*7 }}", "${{ secrets.TOKEN }}", "=cmd|' /C calc'!A0",
]  # fmt: skip


def files() -> Iterator[tuple[str, bytes]]:
    """Name and content of every file."""
    yield from (named for kind in (_yaml, _json, _bytes, _injected) for named in kind())


def _yaml() -> Iterator[tuple[str, bytes]]:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    texts = {
        "bomb-aliases": bomb,
        "bomb-merge": "a: &a {x: 1}\nb: {<<: [*a, *a]}\n",
        "cycle": "a: &a [*a]\n",
        "deep-flow-list": HEAD + "note: " + "[" * 50_000,
        "deep-flow-map": HEAD + "note: " + "{a: " * 50_000,
        "deep-block-list": HEAD + "note:\n" + "- " * 5_000 + "x\n",
        "deep-block-map": "".join(" " * depth + "a:\n" for depth in range(1_500)),
        "deep-keys": "? " * 5_000 + "x\n",
        "many-keys": HEAD + "".join(f"key{n}: 1\n" for n in range(15_000)),
        "many-near-keys": HEAD + "".join(f"actor{n}: 1\n" for n in range(15_000)),
        "many-items": HEAD + "actors:\n" + "- {}\n" * 9_000,
        "many-mixed-items": HEAD.replace("registry", "announcement") + "types: [" + "a, 1, {}, [], " * 4_000 + "]\n",
        "many-duplicates": HEAD + "id: example\n" * 15_000,
        "many-nodes": HEAD + "note: [" + "1, " * 400_000 + "]\n",
        "many-documents": "---\n" * 100_000,
        "many-anchors": HEAD + "note: [" + "".join(f"&a{n} 1, " for n in range(9_000)) + "]\n",
        "many-tags": HEAD + "note: [" + "!x 1, " * 9_000 + "]\n",
        "many-words": HEAD + "note: [" + "no, " * 9_000 + "]\n",
        "many-hidden": HEAD + "note: " + "\u200b" * 100_000 + "\n",
        "many-accents": HEAD + "note: " + "e\u0301\n  " * 50_000 + "\n",
        "many-accents-one-letter": HEAD + "note: a" + "\u0301" * 100_000 + "\n",
        "many-comments": "#\n" * 500_000,
        "many-spaces": " " * 1_000_000,
        "many-line-ends": HEAD + "actors: {}  \n" + "  \n" * 100_000,
        "long-key": "k" * 1_500_000 + ": 1\n",
        "long-id": HEAD.replace("example", "e" * 190_000),
        "long-text": HEAD + "note: [" + "x" * 1_500_000 + "]\n",
        "long-quoted": HEAD + 'note: "' + "x\n" * 500_000 + '"\n',
        "long-unclosed": HEAD + 'note: "' + "key: value\n" * 100_000,
        "long-number": HEAD + "note: " + "9" * 190_000 + "\n",
        "long-hex": HEAD + "note: 0x" + "f" * 190_000 + "\n",
        "long-exponent": HEAD + "note: 1e" + "9" * 190_000 + "\n",
        "long-spaced-text": HEAD + "note:\n- " + "a " * 90_000 + "b: c: d\n",
        "long-code": HEAD + "actors:\n- {id: a, type: " + "person" * 30_000 + ", name: {en: A}}\n",
        "large": HEAD + "#" * 3_000_000,
        "not-finite": HEAD + "note: .nan\n",
        "infinite": HEAD + "note: -.inf\n",
        "null-key": HEAD + "~: 1\n",
        "empty-key": HEAD + '"": 1\n',
        "complex-key": HEAD + "? [a, b]\n: 1\n",
        "merge-key": HEAD + "<<: {note: x}\n",
        "prototype": HEAD + "__proto__: {admin: true}\n",
        "constructor": HEAD + "constructor: 1\n",
        "ref-elsewhere": HEAD + "$ref: https://example.org/evil.json\n",
        "schema-elsewhere": HEAD + "$schema: http://127.0.0.1:9/evil.json\n",
        "ref-file": HEAD + "$ref: file:///etc/passwd\n",
        "directive": "%TAG ! tag:example.org,2000:\n---\n" + HEAD,
        "directive-version": "%YAML 1.1\n---\n" + HEAD,
        "two-documents": HEAD + "---\n" + HEAD,
        "end-marker": HEAD + "...\nmore: 1\n",
        "tab-indented": "a:\n\tb: 1\n",
        "unclosed-list": "a: [1, 2\n",
        "unclosed-map": "a: {b: 1\n",
        "unclosed-single": "a: 'b\n",
        "bad-escape": 'a: "\\z"\n',
        "bad-anchor": "a: &\n",
        "bad-alias": "a: *nobody\n",
        "reserved-at": "a: @b\n",
        "reserved-backtick": "a: `b`\n",
        "percent": "a: %b\n",
        "empty": "",
        "blank": "\n\n\n",
        "only-comment": "# nothing\n",
        "only-null": "~\n",
        "only-text": "text\n",
        "only-number": "1\n",
        "only-list": "- 1\n",
    }  # fmt: skip
    yield from ((f"{name}.yaml", text.encode("utf-8", "surrogatepass")) for name, text in texts.items())
    yield from ((f"tag-{n}.yaml", f"{HEAD}note: {tag} x\n".encode()) for n, tag in enumerate(TAGS))
    yield from ((f"control-{code:02x}.yaml", f"{HEAD}note: a{chr(code)}b\n".encode()) for code in CONTROL)
    yield from ((f"hidden-{code:04x}.yaml", f"{HEAD}note: a{chr(code)}b\n".encode()) for code in HIDDEN)
    yield from ((f"escaped-{code:04x}.yaml", f'{HEAD}note: "a\\U{code:08x}b"\n'.encode()) for code in HIDDEN)


def _json() -> Iterator[tuple[str, bytes]]:
    head = '{"schema_version": "0.1.0", "kind": "registry", "id": "example", '
    texts = {
        "deep-list": head + '"note": ' + "[" * 500_000,
        "deep-map": head + '"note": ' + '{"a":' * 100_000,
        "many-keys": head + ", ".join(f'"key{n}": 1' for n in range(15_000)) + "}",
        "many-duplicates": head + ", ".join(['"id": "example"'] * 15_000) + "}",
        "many-items": head + '"actors": [' + ", ".join(["{}"] * 9_000) + "]}",
        "many-nodes": head + '"note": [' + "1," * 400_000 + "1]}",
        "long-number": head + '"note": ' + "9" * 190_000 + "}",
        "long-fraction": head + '"note": 0.' + "1" * 190_000 + "}",
        "long-exponent": head + '"note": 1e' + "9" * 190_000 + "}",
        "long-text": head + '"note": "' + "x" * 1_500_000 + '"}',
        "lone-surrogate": head + '"note": "\\ud800"}',
        "reversed-surrogates": head + '"note": "\\udc00\\ud800"}',
        "escaped-null": head + '"note": "\\u0000"}',
        "comment": "/* */" + head + '"note": "x"}',
        "trailing-comma": head + "}",
        "not-a-number": head + '"note": NaN}',
        "infinite": head + '"note": Infinity}',
        "octal": head + '"note": 01}',
        "hex": head + '"note": 0x1}',
        "plus": head + '"note": +1}',
        "single-quotes": "{'a': 1}",
        "no-quotes": "{a: 1}",
        "two-values": head + '"note": "x"}{}',
        "rubbish-after": head + '"note": "x"}x',
        "empty": "",
        "only-null": "null",
        "only-list": "[]",
    }
    yield from ((f"json-{name}.json", text.encode()) for name, text in texts.items())
    yield from ((f"json-{code:04x}.json", (head + f'"note": "{chr(code)}"}}').encode()) for code in HIDDEN)
    yield from ((f"json-raw-{code:02x}.json", (head + f'"note": "{chr(code)}"}}').encode()) for code in CONTROL)


def _bytes() -> Iterator[tuple[str, bytes]]:
    contents = {
        "latin-1": HEAD.encode() + b"note: caf\xe9\n",
        "utf-16": HEAD.encode("utf-16"),
        "utf-16-le": HEAD.encode("utf-16-le"),
        "utf-32": HEAD.encode("utf-32"),
        "shift-jis": (HEAD + "note: 日本\n").encode("shift-jis"),
        "overlong": HEAD.encode() + b"note: \xc0\xaf\n",
        "surrogate": HEAD.encode() + b"note: \xed\xa0\x80\n",
        "too-high": HEAD.encode() + b"note: \xf4\x90\x80\x80\n",
        "cut-off": HEAD.encode() + b"note: \xe2\x82",
        "all-bytes": bytes(range(256)),
        "zeros": bytes(100_000),
        "image": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "gzip": b"\x1f\x8b\x08\x00" + bytes(500),
        "two-marks": b"\xef\xbb\xbf\xef\xbb\xbf" + HEAD.encode(),
    }
    yield from ((f"bytes-{name}.yaml", content) for name, content in contents.items())


def _injected() -> Iterator[tuple[str, bytes]]:
    for number, text in enumerate(INJECTIONS):
        quoted = json.dumps(text)
        yield f"inject-value-{number}.yaml", f"schema_version: 0.1.0\nkind: {quoted}\nid: example\n".encode()
        yield f"inject-key-{number}.yaml", f"{HEAD}{quoted}: 1\n".encode()
        yield (
            f"inject-id-{number}.json",
            json.dumps({"schema_version": "0.1.0", "kind": "registry", "id": text}).encode(),
        )


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files():
        (folder / name).write_bytes(content)
