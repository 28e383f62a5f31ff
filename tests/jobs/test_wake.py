"""A broker that is hung or full costs a log line and nothing else."""

import socket
import time

import pytest
from celery import Celery
from studio.jobs import wake


def broken(monkeypatch, address, **options):
    """Let wake-up calls go to ``address``."""
    app = Celery("broken", broker=address, set_as_current=False)
    app.conf.broker_transport_options = options
    monkeypatch.setattr(wake, "app", app)


def test_a_broker_that_hangs_holds_nobody_up(monkeypatch):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        broken(monkeypatch, f"redis://127.0.0.1:{silent.getsockname()[1]}/0", socket_timeout=0.2)
        begun = time.monotonic()
        wake.wake(7)
        assert time.monotonic() - begun < 0.1


def test_a_queue_folder_that_cannot_be_written(monkeypatch, tmp_path, caplog):
    gone = str(tmp_path / "file" / "queue")
    (tmp_path / "file").touch()
    folders = {"data_folder_in": gone, "data_folder_out": gone, "control_folder": gone}
    broken(monkeypatch, "filesystem://", **folders)
    assert wake.send(7) is False
    assert "job 7 waits for the sweeper" in caplog.text


def test_a_message_reaches_the_queue():
    assert wake.send(7) is True


@pytest.fixture(autouse=True)
def _empty_queue(settings):
    yield
    for message in settings.QUEUE_DIR.glob("*.msg"):
        message.unlink()
