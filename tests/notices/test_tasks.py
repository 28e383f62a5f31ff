import pytest

from studio.core.registry import Registry
from studio.notices import tasks
from studio.notices.models import Notice
from studio.notices.registry import Todo
from tests.factories import make_person, make_studio


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def waiting(monkeypatch, studio):
    """A register of two todos: unread notices of the studio, and the same for whoever may see the audit log."""
    todos = Registry("todo")
    monkeypatch.setattr(tasks, "todos", todos)

    def unread(person, in_studio):
        return Notice.objects.filter(studio=in_studio).unread().order_by("pk")

    for key, area in {"unread": "home", "office": "audit"}.items():
        todos.register(key, Todo(key, f"Things {key}", area, unread, "notices:notice_list"))


def leave(studio, count):
    reader = make_person(studio)
    Notice.objects.bulk_create(
        Notice(person=reader, studio=studio, kind="jobs.done", key=f"{number}") for number in range(count)
    )


def test_what_waits_is_counted_and_the_first_are_shown(waiting, studio):
    person = make_person(studio, "member")
    leave(studio, 5)
    (group,) = tasks.tasks_of(person, studio)
    assert (group.key, group.count, len(group.items)) == ("unread", 5, 3)
    assert group.url == f"/s/{studio.slug}/notices/"


def test_few_need_no_second_query(waiting, studio, django_assert_num_queries):
    person = make_person(studio, "member")
    leave(studio, 2)
    tasks.tasks_of(person, studio)  # reads the rights
    with django_assert_num_queries(1):
        assert tasks.tasks_of(person, studio)[0].count == 2


def test_each_asks_its_area(waiting, studio):
    leave(studio, 1)
    keys = [group.key for group in tasks.tasks_of(make_person(studio, "lead"), studio)]
    assert keys == ["unread", "office"]


def test_nothing_to_do_is_an_empty_list(waiting, studio):
    assert tasks.tasks_of(make_person(studio, "member"), studio) == []
