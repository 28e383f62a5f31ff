"""Several installations on one Redis, and a cache beside the queue: nobody takes or deletes another's."""

import pytest
import redis
from django.conf import settings
from django.core.cache import cache

from studio.celery import app
from studio.core.caches import OwnKeysRedisCache
from studio.jobs import wake
from studio.settings import installation
from tests.jobs.processes import Installation, wait_until

pytestmark = pytest.mark.skipif(not settings.REDIS_URL, reason="needs REDIS_URL; CI's second pass has it")


@pytest.fixture
def server():
    """The Redis under test, without messages of this process before and after."""
    server = redis.Redis.from_url(settings.REDIS_URL)
    server.delete(QUEUE)
    yield server
    server.delete(QUEUE)


QUEUE = f"{settings.INSTALLATION}:queue:celery"


def test_emptying_the_cache_leaves_the_queue_and_other_installations(server):
    other = OwnKeysRedisCache(settings.REDIS_URL, {"KEY_PREFIX": "studio-00000000:cache"})
    other.set("figure", 1)
    cache.set("figure", 2)
    assert wake.send(7)
    assert cache.clear() is True
    assert cache.get("figure") is None
    assert other.get("figure") == 1
    assert server.llen(QUEUE) == 1
    assert other.clear() is True
    assert other.clear() is False


def test_a_message_is_read_back_from_where_it_was_put(server):
    assert wake.send(7)
    with app.connection_for_read() as connection, connection.SimpleQueue("celery") as queue:
        message = queue.get(timeout=5)
        message.ack()
    assert message.headers["task"] == "jobs.work"
    assert server.llen(QUEUE) == 0


def test_installations_differ_by_key_and_by_database():
    one = installation("key", "/srv/var/studio.sqlite3")
    assert one == installation("key", "/srv/var/studio.sqlite3")
    assert len({one, installation("other key", "/srv/var/studio.sqlite3"), installation("key", "studio")}) == 3


@pytest.mark.processes
def test_a_worker_of_another_installation_takes_no_message_of_ours(tmp_path, monkeypatch, django_db_blocker):
    """It would look up the number in its own database, find nothing, and the job would wait for the sweeper."""
    ours, theirs = (Installation(folder) for folder in (tmp_path / "ours", tmp_path / "theirs"))
    with django_db_blocker.unblock(), theirs.connected():
        theirs.migrate()
    try:
        theirs.start_worker()
        theirs.all_ready()
        monkeypatch.setattr(wake, "app", ours.app)
        assert all(wake.send(number) for number in range(1, 6))
        monkeypatch.setattr(wake, "app", theirs.app)
        assert wake.send(99)
        wait_until(lambda: not theirs.waiting_messages(), "they take what is theirs")
        assert ours.waiting_messages() == 5
    finally:
        theirs.end()
        ours.empty_queue()
