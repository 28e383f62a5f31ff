from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from studio.home.demonstration import SLUG, load_demonstration
from studio.home.world import PASSWORD


class Command(BaseCommand):
    """Load the demonstration; a second run changes nothing, and production refuses it."""

    help = "Load the demonstration data (refused in production)."

    def handle(self, *args, **options):
        if settings.PRODUCTION:
            raise CommandError("The demonstration has published passwords: production refuses it.")
        if load_demonstration():
            self.stdout.write(f"Demonstration loaded: /s/{SLUG}/")
        else:
            self.stdout.write("The demonstration is loaded already; nothing was changed.")
        self.stdout.write("Accounts: admin lead office leader member trainer judge appraiser finance manager assessor")
        self.stdout.write(f"Password: {PASSWORD}")
