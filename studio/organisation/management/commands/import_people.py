from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from studio.organisation.actions.importing import BadTable, plan_import, run_import
from studio.organisation.models import Studio
from studio.organisation.sheets import UnreadableSheet, read_sheet

SHOWN = 20


class Command(BaseCommand):
    help = "Import people of a studio's company from a CSV or XLSX table. Nothing is written while a row is bad."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--studio", required=True, metavar="SLUG")
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")

    def handle(self, *, file, studio, dry_run, **options):
        found = Studio.objects.select_related("company").filter(slug=studio).first()
        if found is None:
            raise CommandError(f"There is no studio {studio!r}.")
        try:
            plan = plan_import(found, *read_sheet(file))
        except (UnreadableSheet, BadTable) as problem:
            raise CommandError(str(problem)) from problem
        self._tell(plan)
        if plan.bad:
            raise CommandError("Nothing was written. Mend these rows and try again.")
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")
            return
        run_import(plan)
        self.stdout.write(self.style.SUCCESS("Written. Send links with: manage.py invite --studio " + studio))

    def _tell(self, plan) -> None:
        """Good rows one by one, then bad ones grouped by what is wrong."""
        for head in plan.ignored:
            self.stdout.write(f"not imported: column {head}")
        for verdict in plan.verdicts:
            if verdict.what != "error":
                fields = f" ({', '.join(verdict.fields)})" if verdict.what == "update" else ""
                self.stdout.write(f"line {verdict.line}: {verdict.what} {verdict.who}{fields}")
        for problem, verdicts in plan.bad.items():
            self.stdout.write(self.style.ERROR(f"{problem}: {len(verdicts)}"))
            for verdict in verdicts[:SHOWN]:
                self.stdout.write(f"  line {verdict.line}: {verdict.who} {verdict.detail}".rstrip())
            if len(verdicts) > SHOWN:
                self.stdout.write(f"  and {len(verdicts) - SHOWN} more")
        counts = ", ".join(f"{number} {what}" for what, number in sorted(plan.counts.items()))
        self.stdout.write(f"{len(plan.verdicts)} rows: {counts}")
