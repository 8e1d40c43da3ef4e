"""An editor's side of the Language Server Protocol, as far as the tests need it."""

from __future__ import annotations

import json
import queue
import re
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

_PATIENCE = 60  # seconds, after which the server is held to be dead
_CAPABILITIES = {
    "textDocument": {"hover": {"contentFormat": ["markdown"]}},
    "workspace": {"configuration": True, "didChangeWatchedFiles": {"dynamicRegistration": True}},
}

Json = Any


class Editor:
    """Opens one document in a language server and asks about it. Lines and characters count from 0.

    ``text`` is the text of the document; the default is that of the file. It is opened as a file, or under ``uri``.
    """

    def __init__(
        self,
        command: Sequence[str],
        path: Path,
        text: str | None = None,
        *,
        uri: str = "",
        capabilities: Json = _CAPABILITIES,
        cwd: Path | None = None,
        options: Json = None,
        settings: Json = None,
        process: int | None = None,
    ) -> None:
        self.text = path.read_text(encoding="utf-8") if text is None else text
        self.registered: list[Json] = []
        self.shown: list[str] = []
        self._uri = uri or path.as_uri()
        self._capabilities = capabilities
        self._options, self._settings, self._own = options, settings, process
        self._cwd = cwd
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115  as long as the process
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr, cwd=cwd
        )
        self._received: queue.Queue[Json] = queue.Queue()
        self._published: dict[str, list[Json]] = {}
        self._last = 0
        self._version = 1
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Self:
        params = {
            "processId": self._own,
            "rootUri": self._cwd.as_uri() if self._cwd else None,
            "capabilities": self._capabilities,
            "initializationOptions": self._options,
        }
        self.answer = self._ask("initialize", params)
        self._send({"method": "initialized", "params": {}})
        self.open(self._uri, self.text)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._stderr.close()

    @property
    def errors(self) -> str:
        """What the server has written to its standard error."""
        self._stderr.seek(0)
        return self._stderr.read().decode()

    def wait(self) -> int:
        """Wait until the server has ended by itself; its exit code."""
        return self._process.wait(_PATIENCE)

    def open(self, uri: str, text: str) -> None:
        """Open another document."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, *texts: str) -> None:
        """Type: the document has these texts, one after the other."""
        for text in texts:
            self.text = text
            self._version += 1
            document = {"uri": self._uri, "version": self._version}
            self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def edit(self, start: int, end: int, text: str) -> None:
        """Type: this stretch of the document, in code points, is replaced."""
        self.change(self.text[:start] + text + self.text[end:])

    def place(self, index: int) -> dict[str, int]:
        """The place of a code point, in the units that were agreed."""
        *above, line = re.split(r"\r\n|\r|\n", self.text[:index])
        counted = self.answer["capabilities"].get("positionEncoding", "utf-16")
        encoding, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[counted]
        return {"line": len(above), "character": len(line.encode(encoding)) // size}

    def close(self) -> None:
        """Close the document."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": self._uri}})

    def end(self) -> int:
        """End the session as the protocol says; returns the server's exit code."""
        self._ask("shutdown", None)
        self._send({"method": "exit"})
        return self._process.wait(_PATIENCE)

    def hover(self, line: int, character: int) -> str:
        """What is shown at a place."""
        return str(
            (self.request("hover", self._at(line, character)) or {"contents": {"value": ""}})["contents"]["value"]
        )

    def complete(self, line: int, character: int) -> dict[str, str]:
        """What may be written at a place, with its documentation."""
        return {item["label"]: str(item.get("documentation", "")) for item in self.items(line, character)}

    def items(self, line: int, character: int) -> list[Json]:
        """What may be written at a place, as the server says it."""
        found: list[Json] = (self.request("completion", self._at(line, character)) or {"items": []})["items"]
        return found

    def request(self, name: str, params: Json) -> Json:
        """The answer to a request about the document."""
        return self._ask(f"textDocument/{name}", {"textDocument": {"uri": self._uri}, **params})

    def diagnostics(self) -> list[str]:
        """What the server finds wrong with the document."""
        return [each["message"] for each in self.findings(version=None)]

    def findings(self, uri: str = "", version: int | None = 0) -> list[Json]:
        """The next diagnostics that are published for the document; by default, those for its present text."""
        wanted = self._version if version == 0 and not uri else None
        while True:
            for each in self._published.pop(uri or self._uri, []):
                if wanted is None or each.get("version") == wanted:
                    return list(each["diagnostics"])
            self._handle(self._received.get(timeout=_PATIENCE))

    def notify(self, method: str, params: Json) -> None:
        """Inform the server of something."""
        self._send({"method": method, "params": params})

    def at(self, words: str, after: str = "") -> tuple[int, int]:
        """The place of the words in the document, after other words, in units of UTF-16."""
        index = self.text.index(words, self.text.index(after))
        line = self.text.count("\n", 0, index)
        start = self.text.rfind("\n", 0, index) + 1
        return line, len(self.text[start:index].encode("utf-16-le")) // 2

    def _at(self, line: int, character: int) -> Json:
        return {"position": {"line": line, "character": character}}

    def _ask(self, method: str, params: Json) -> Json:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._received.get(timeout=_PATIENCE)
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._handle(message)

    def _handle(self, message: Json) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._published.setdefault(message["params"]["uri"], []).append(message["params"])
        elif method == "window/showMessage":
            self.shown.append(message["params"]["message"])
        elif "id" in message and method == "workspace/configuration":
            if self._settings is not None:
                self._send({"id": message["id"], "result": [self._settings for _ in message["params"]["items"]]})
                return
            offline = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
            self._send({"id": message["id"], "result": [offline for _ in message["params"]["items"]]})
        elif "id" in message and method:
            self.registered += message["params"].get("registrations", [])
            self._send({"id": message["id"], "result": None})

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout
        while line := self._process.stdout.readline():
            length = int(line.partition(b":")[2]) if line.lower().startswith(b"content-length") else 0
            if length:
                while self._process.stdout.readline().strip():
                    pass
                self._received.put(json.loads(self._process.stdout.read(length)))
