from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from studio.audit.errors import Refused
from studio.organisation.actions import invite, mail
from studio.organisation.models import Membership, Person, Studio


class Command(BaseCommand):
    help = "Print single-use links by which people of a studio set their password."

    def add_arguments(self, parser):
        parser.add_argument("logins", nargs="*", metavar="LOGIN")
        parser.add_argument("--studio", required=True, metavar="SLUG")
        parser.add_argument("--all", action="store_true", help="everybody with a role who has no password yet")
        parser.add_argument("--mail", action="store_true", help="send them too, where an address is recorded")

    def handle(self, *, logins, studio, **options):
        found = Studio.objects.filter(slug=studio).first()
        if found is None:
            raise CommandError(f"There is no studio {studio!r}.")
        if bool(logins) == options["all"]:
            raise CommandError("Name people by their sign-in name, or say --all.")
        people = self._all(found) if options["all"] else self._named(found, logins)
        try:
            with transaction.atomic():
                links = [invite(person, None, studio=found) for person in people]
        except Refused as problem:
            raise CommandError(str(problem.text)) from problem
        for link in links:
            self.stdout.write(f"{link.person.login}\t{link.person}\t{link.url}")
            if options["mail"] and link.person.email:
                mail(link)
        self.stderr.write(f"{len(links)} links; each works once within seven days.")

    def _all(self, studio) -> list[Person]:
        held = Membership.objects.in_force().filter(studio=studio).values("person")
        return list(Person.objects.without_password().filter(pk__in=held, is_active=True, company__isnull=False))

    def _named(self, studio, logins) -> list[Person]:
        known = {person.login.casefold(): person for person in Person.objects.of_studio(studio)}
        unknown = [login for login in logins if login.casefold() not in known]
        if unknown:
            raise CommandError(f"Nobody of this studio signs in as {', '.join(unknown)}.")
        return [known[login.casefold()] for login in logins]
