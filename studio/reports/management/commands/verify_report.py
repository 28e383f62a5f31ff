"""Say whether a file is one that the product made and kept, or a frozen document it was made from."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from studio.reports.verifying import hashes, kept


class Command(BaseCommand):
    help = "Say to which kept report a file or frozen document belongs; ends with 1 when it belongs to none."

    def add_arguments(self, parser):
        parser.add_argument("file", help="a downloaded PDF, Word, Excel or HTML file, or a frozen document as JSON")

    def handle(self, *args, file, **options):
        try:
            content = Path(file).read_bytes()
        except OSError as problem:
            raise CommandError(f"{file}: {problem.strerror}") from problem
        found = kept(content)
        if not found:
            raise CommandError(
                f"{file} belongs to no report kept here: it was changed, or made elsewhere. "
                f"SHA-256 {', '.join(sorted(hashes(content)))}"
            )
        for one in found:
            report = one.report
            what = str(one.file) if one.file else "frozen document"
            self.stdout.write(f"{file}: {what} of report {report.pk}, {report}, {report.studio}")
            self.stdout.write(
                f"  asked by {report.asked_by.display_name} at {report.asked_at.isoformat(timespec='seconds')}"
            )
            self.stdout.write(f"  frozen document {report.sha256}")
