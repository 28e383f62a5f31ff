"""``manage.py restore FILE``: replaces database and private files by those of a backup."""

from django.core.management.base import BaseCommand, CommandError

from studio.jobs.restoring import BackupRefused, restore


class Command(BaseCommand):
    help = "Replaces database and private files by those of a backup. Stop the product first."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", help="what `manage.py backup` wrote")
        parser.add_argument("--no-input", action="store_true", help="do not ask before replacing")

    def handle(self, *, file, no_input, **options):
        if not no_input and input("This replaces all data of the installation. Type yes to go on: ") != "yes":
            raise CommandError("Nothing was changed.")
        try:
            body = restore(file)
        except BackupRefused as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Restored the database as of {body['made_at']}; private files: {len(body['files']) - 1}.")
        self.stdout.write("`manage.py run` brings older tables up to date when it starts.")
