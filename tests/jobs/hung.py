"""A broker that takes no message until ``gate`` opens, and then breaks."""

import threading

from kombu.transport import memory

gate = threading.Event()


class Channel(memory.Channel):
    def _put(self, *args, **kwargs):
        gate.wait(timeout=10)
        raise ConnectionResetError("the broker went away")


class Transport(memory.Transport):
    Channel = Channel
