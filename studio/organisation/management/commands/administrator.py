from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from studio.audit.errors import Refused
from studio.organisation.actions import invite, set_administrator
from studio.organisation.models import Person


class Command(BaseCommand):
    help = "Make an administrator and print a single-use link to set the password."

    def add_arguments(self, parser):
        parser.add_argument("login")
        parser.add_argument("--name", default="", help="name of a new person, Chinese")
        parser.add_argument("--name-en", default="", help="name of a new person, English")

    def handle(self, *, login, name, name_en, **options):
        person = Person.objects.filter(login__iexact=login).first()
        if person and person.is_staff and person.is_active and person.has_usable_password():
            raise CommandError(f"{person.login} is an administrator already and has a password.")
        try:
            with transaction.atomic():
                person = person or self._add(login, name, name_en)
                set_administrator(person, None, True)
                person.refresh_from_db()
                link = invite(person, None)
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        except Refused as problem:
            raise CommandError(str(problem.text)) from problem
        self.stdout.write(f"Administrator {person.login}. Open within seven days, works once:")
        self.stdout.write(link.url)

    def _add(self, login, name, name_en) -> Person:
        person = Person(login=login, name=name, name_en=name_en or ("" if name else login))
        person.set_unusable_password()
        person.full_clean(exclude=["sort_key"])
        person.save()
        return person
