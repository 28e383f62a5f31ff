"""The queue folder of an installation without Redis: kombu's filesystem transport with its races closed.

Kombu creates a message file, then locks it, then writes it, while readers take whatever they see: now and then a
worker reads an empty message and ends with "unrecoverable error". Here files appear complete by renaming, and
whoever deletes a file owns its message.
"""

import fcntl
import logging
import time
import uuid
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty

from kombu.exceptions import ChannelError
from kombu.transport import filesystem
from kombu.utils.json import dumps, loads

logger = logging.getLogger(__name__)


def write_whole(path: Path, content: str) -> None:
    """Let ``path`` appear with all of ``content`` or not at all."""
    unfinished = path.parent / f".{uuid.uuid4()}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(content, encoding="utf-8")
        unfinished.rename(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise ChannelError(f"The queue folder cannot be written: {error}") from error


class Channel(filesystem.Channel):
    """Messages are files ``<time>_<random>.<queue>.msg``."""

    def _put(self, queue, payload, **kwargs):
        name = f"{time.time_ns()}_{uuid.uuid4()}.{queue}.msg"
        write_whole(Path(self.data_folder_out) / name, dumps(payload))

    def _get(self, queue):
        folder = Path(self.data_folder_in)
        for name in sorted(path.name for path in folder.glob("*.msg")):  # empty when the folder is gone
            if name.partition(".")[2] != f"{queue}.msg":
                continue
            try:
                content = (folder / name).read_text(encoding="utf-8")
                (folder / name).unlink()
            except FileNotFoundError:  # another worker was faster
                continue
            try:
                return loads(content)
            except ValueError:
                logger.warning("a message that cannot be read was thrown away: %s", name)
        raise Empty

    def _queue_bind(self, exchange, routing_key, pattern, queue):
        binding = filesystem.exchange_queue_t(routing_key or "", pattern or "", queue or "")
        with self._alone():
            table = self.get_table(exchange)
            if binding not in table:
                write_whole(self._exchange_file(exchange), dumps([binding, *table]))

    @contextmanager
    def _alone(self):
        """Only one process at a time changes what is bound to what."""
        self.control_folder.mkdir(parents=True, exist_ok=True)
        with (self.control_folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


class Transport(filesystem.Transport):
    """Named by ``CELERY_BROKER_TRANSPORT`` when no Redis is configured."""

    Channel = Channel
