"""Server-sent events: what the server tells every page that is open."""

from __future__ import annotations

import json
import queue
import threading

from miniport.facts import Json

HEARTBEAT = 15.0
_WAITING = 256


class Events:
    """The pages that listen. A page that does not read is left behind rather than waited for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queues: set[queue.Queue[bytes]] = set()
        self._is_closed = False

    def listen(self) -> queue.Queue[bytes]:
        """Return a queue of the texts to send from now on; an empty one is the end."""
        mine: queue.Queue[bytes] = queue.Queue(_WAITING)
        with self._lock:
            if self._is_closed:
                mine.put(b"")
            self._queues.add(mine)
        return mine

    def leave(self, mine: queue.Queue[bytes]) -> None:
        """Forget a queue."""
        with self._lock:
            self._queues.discard(mine)

    def tell(self, kind: str, value: Json) -> None:
        """Send an event to every page."""
        self._send(f"event: {kind}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n".encode())

    def close(self) -> None:
        """End every page's stream."""
        with self._lock:
            self._is_closed = True
        self._send(b"")

    def _send(self, text: bytes) -> None:
        with self._lock:
            for each in tuple(self._queues):
                try:
                    each.put_nowait(text)
                except queue.Full:
                    self._queues.discard(each)
