from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from studio.home.facts_file import load_facts, read_facts
from studio.home.registries import NotLoadable
from studio.organisation.models import Company, Studio


class Command(BaseCommand):
    """Load a studio's facts from a YAML file: a dry run first, then, when nothing is wrong, for good."""

    help = "Load a studio's facts from a YAML file (dry run first, then for good unless --dry-run)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--slug", help="the studio's address; made from its English name unless given")
        parser.add_argument("--company", help="code of the company; needed when there are several")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be loaded")

    def handle(self, *args, file, slug, company, dry_run, **options):
        try:
            data = read_facts(file)
            slug = slug or slugify(str(data["studio"].get("name_en") or ""))[:60]
            if not slug:
                raise CommandError("Give the studio's address with --slug.")
            known = Studio.objects.filter(slug=slug).exists()
            company = None if known else self._company(company)
            _studio, lines = load_facts(data, slug=slug, company=company, dry_run=True)
            self.stdout.write("Dry run:")
            self._print(lines)
            if dry_run:
                self.stdout.write("Nothing was written.")
                return
            studio, lines = load_facts(data, slug=slug, company=company, dry_run=False)
        except NotLoadable as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Loaded: /s/{studio.slug}/")

    def _company(self, code: str | None) -> Company | None:
        """The company named, or the only one there is; ``None`` when there is none yet."""
        if code:
            company = Company.objects.filter(code=code).first()
            if not company:
                raise CommandError(f"There is no company with the code {code}.")
            return company
        companies = list(Company.objects.all()[:2])
        if len(companies) > 1:
            raise CommandError("There are several companies: name one with --company CODE.")
        return companies[0] if companies else None

    def _print(self, lines: list[str]) -> None:
        for line in lines:
            self.stdout.write(f"  {line}")
