"""``manage.py backup``: database, private files and a manifest of hashes in one file."""

from django.core.management.base import BaseCommand, CommandError

from studio.jobs.backups import backup
from studio.jobs.databases import DatabaseTrouble


class Command(BaseCommand):
    help = "Writes database and private files with their hashes into one file and prints its path."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--folder", help="where to write; BACKUP_DIR unless given")

    def handle(self, *, folder, **options):
        try:
            path = backup(folder)
        except (DatabaseTrouble, OSError) as problem:
            raise CommandError(f"No backup was made. {problem}") from problem
        self.stdout.write(f"{path}  ({path.stat().st_size / 1e6:.1f} MB)")
