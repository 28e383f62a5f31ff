from django.core.management.base import BaseCommand, CommandError

from studio.audit.log import first_broken, seal
from studio.audit.models import AuditRow


class Command(BaseCommand):
    help = "Seal the newest rows of the audit log and check the chain of hashes from its beginning."

    def handle(self, **options):
        seal()
        broken = first_broken()
        if broken is not None:
            raise CommandError(
                f"The chain breaks at row {broken.pk} (place {broken.sequence}): "
                "this row was changed, or rows before it were removed."
            )
        self.stdout.write(f"{AuditRow.objects.exclude(sequence=None).count()} rows, none changed or removed.")
