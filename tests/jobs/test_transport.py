import shutil
import threading
from queue import Empty

import pytest
from kombu import Connection


@pytest.fixture
def connect(tmp_path):
    """Connections to one queue folder, as separate processes have them."""
    folders = {"data_folder_in": tmp_path, "data_folder_out": tmp_path, "control_folder": tmp_path / "control"}
    opened = []

    def open_one():
        options = {name: str(folder) for name, folder in folders.items()} | {"polling_interval": 0.01}
        opened.append(Connection(transport="studio.jobs.transport:Transport", transport_options=options))
        return opened[-1]

    yield open_one
    for connection in opened:
        connection.release()


def test_many_writers_and_readers_lose_and_double_nothing(connect):
    count, writers, readers = 60, 3, 3
    queues = [connect().SimpleQueue("work") for _number in range(readers)]  # declares the queue first
    got, failures = [], []

    def write(number):
        queue = connect().SimpleQueue("work")
        for message in range(count):
            queue.put(f"{number}-{message}")

    def read(queue):
        try:
            while len(got) < count * writers:
                try:
                    message = queue.get(timeout=0.3)
                except Empty:
                    return
                message.ack()
                got.append(message.payload)
        except Exception as error:  # noqa: BLE001 (whatever a worker would die of)
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(writers)]
    threads += [threading.Thread(target=read, args=(queue,)) for queue in queues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert sorted(got) == sorted(f"{number}-{message}" for number in range(writers) for message in range(count))


def test_a_message_that_cannot_be_read_is_thrown_away(connect, tmp_path, caplog):
    queue = connect().SimpleQueue("torn")
    (tmp_path / "0_half.torn.msg").touch()
    queue.put("whole")
    assert queue.get(timeout=1).payload == "whole"
    assert "thrown away" in caplog.text


def test_a_folder_that_vanished_is_made_again(connect, tmp_path):
    queue = connect().SimpleQueue("gone")
    queue.put("lost")
    shutil.rmtree(tmp_path)
    with pytest.raises(Empty):
        queue.get(timeout=0.05)
    channel = queue.channel
    channel.basic_publish(channel.prepare_message("found"), exchange="", routing_key="gone")
    assert channel._get("gone")["body"]
