"""The last places of a session go to as many people as there are places, however many ask at once."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest
from django.db import connection, connections

from studio.audit.errors import Refused
from tests.factories import make_person, make_studio
from tests.jobs.processes import Installation
from tests.training.factories import make_course, make_session
from training import actions
from training.models import Attendance, Session

ROUNDS, PEOPLE, PLACES = 4, 8, 3


# The tables are emptied afterwards; what migrations wrote comes back.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def real_database(transactional_db, tmp_path):
    """A database that several connections may write to at once: PostgreSQL as it is, SQLite as a file of its own."""
    if connection.vendor == "postgresql":
        yield
        return
    installation = Installation(tmp_path)
    copy_of_tables(installation.database)
    with installation.connected():
        yield


def copy_of_tables(path):
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as file:
        connection.connection.backup(file)


def enrol_at_once(session, people) -> list[str]:
    barrier = Barrier(len(people), timeout=20)

    def ask(person):
        barrier.wait()
        try:
            actions.enrol(Session.objects.get(pk=session.pk), person)
        except Refused as refused:
            return refused.text
        finally:
            connections["default"].close()
        return "in"

    with ThreadPoolExecutor(len(people)) as threads:
        return list(threads.map(ask, people))


def test_places_are_never_given_twice(real_database):
    studio = make_studio()
    course = make_course(studio)
    people = [make_person(studio, "member") for _number in range(PEOPLE)]
    for _round in range(ROUNDS):
        session = make_session(course, state="open", capacity=PLACES)
        answers = enrol_at_once(session, people)
        assert answers.count("in") == PLACES == Attendance.objects.filter(session=session).count()
        assert all("free: 0" in answer for answer in answers if answer != "in")


def test_one_person_asking_twice_at_once_is_enrolled_once(real_database):
    studio = make_studio()
    person = make_person(studio, "member")
    session = make_session(make_course(studio), state="open")
    answers = enrol_at_once(session, [person, person])
    assert sorted(answer == "in" for answer in answers) == [False, True]
    assert Attendance.objects.get().person == person
