"""A broker that is hung or full costs a log line and nothing else."""

import threading
import time

import pytest
from celery import Celery

from studio.jobs import wake
from tests.jobs import hung


def broken(monkeypatch, **conf):
    """Let wake-up calls go to another broker."""
    app = Celery("broken", set_as_current=False)
    app.conf.update(conf)
    monkeypatch.setattr(wake, "app", app)


def test_a_broker_that_hangs_holds_nobody_up(monkeypatch, caplog):
    broken(monkeypatch, broker_url="memory://", broker_transport="tests.jobs.hung:Transport")
    begun = time.monotonic()
    wake.wake(7)
    assert time.monotonic() - begun < 0.1
    (calling,) = [thread for thread in threading.enumerate() if thread.name == "wake-up for job 7"]
    hung.gate.set()
    calling.join()
    assert "job 7 waits for the sweeper" in caplog.text


def test_a_queue_folder_that_cannot_be_written(monkeypatch, tmp_path, caplog):
    gone = str(tmp_path / "file" / "queue")
    (tmp_path / "file").touch()
    folders = {"data_folder_in": gone, "data_folder_out": gone, "control_folder": gone}
    broken(monkeypatch, broker_url="filesystem://", broker_transport_options=folders)
    assert wake.send(7) is False
    assert "job 7 waits for the sweeper" in caplog.text


def test_a_message_reaches_the_queue():
    assert wake.send(7) is True


@pytest.fixture(autouse=True)
def _empty_queue(settings):
    yield
    for message in settings.QUEUE_DIR.glob("*.msg"):
        message.unlink()
