"""Make a report in the foreground: files into a folder, what was made on the screen."""

import hashlib
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from studio.organisation.models import Studio
from studio.reports import making
from studio.reports.asking import Asked, BadParameter


class Command(BaseCommand):
    help = "Make a report now and write its files into a folder."

    def add_arguments(self, parser):
        parser.add_argument("report", help="for example assessment-briefing")
        parser.add_argument("--studio", required=True, help="the studio's address, for example zhang-zhaohong")
        parser.add_argument("--year", default="", help="a calendar year; or --period")
        parser.add_argument("--period", default="", help="2021, 2021-H1, 2021-Q3, 2021-03 or two dates with .. between")
        parser.add_argument("--discipline", default="", help="only this discipline, by its key")
        parser.add_argument("--person", default="", help="whom it is about, by the sign-in name")
        parser.add_argument("--language", default="en,zh-hans", help="en, zh-hans or both with a comma")
        parser.add_argument("--format", default="pdf", help="pdf, docx, xlsx, html, or several with commas")
        parser.add_argument("--output", required=True, help="an existing or new folder")
        parser.add_argument("--json", action="store_true", help="print paths, hashes and figures as JSON")

    def handle(self, *args, **options):
        studio, asked = self.read(options)
        folder = Path(options["output"])
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise CommandError(f"--output: {problem}") from problem
        frozen = making.freeze(making.compute(asked, studio))
        files = [
            self.write(frozen, asked, studio, language, format, folder)
            for language in asked.languages
            for format in asked.formats
        ]
        self.tell(options["json"], asked, studio, frozen, files)

    def read(self, options):
        """The studio and what is asked of it; unknown things end the command with the parameter's name."""
        studio = Studio.objects.with_context().filter(slug=options["studio"]).first()
        if studio is None:
            raise CommandError(f"--studio: there is no studio “{options['studio']}”.")
        if bool(options["year"]) == bool(options["period"]):
            raise CommandError("--year: give either --year or --period.")
        if options["year"] and not (options["year"].isdecimal() and len(options["year"]) == 4):
            raise CommandError(f"--year: “{options['year']}” is no year. Write it like 2021.")
        try:
            asked = Asked.read(
                options["report"],
                options["year"] or options["period"],
                options["discipline"],
                [one.strip() for one in options["language"].split(",") if one.strip()],
                [one.strip() for one in options["format"].split(",") if one.strip()],
                options["person"],
            )
        except BadParameter as problem:
            dashes = "" if problem.parameter == "report" else "--"
            name = "year" if problem.parameter == "period" and options["year"] else problem.parameter
            raise CommandError(f"{dashes}{name}: {problem.text}") from problem
        return studio, asked

    def write(self, frozen, asked, studio, language, format, folder) -> dict:
        content = making.write(frozen, language, format)
        path = folder / making.file_name(asked, studio, language, format)
        unfinished = path.with_name(f".{path.name}.part")
        unfinished.write_bytes(content)
        unfinished.replace(path)
        sha256 = hashlib.sha256(content).hexdigest()
        return {"path": str(path), "language": language, "format": format, "sha256": sha256, "size": len(content)}

    def tell(self, as_json, asked, studio, frozen, files):
        if not as_json:
            for one in files:
                self.stdout.write(f"{one['path']}  {one['size']:,} bytes  {one['sha256']}")
            self.stdout.write(f"document {frozen.sha256}")
            return
        figures = {}
        for one in frozen.document["figures"]:
            figure = figures.setdefault(one["key"], {"label": one["label"]["en"], "unit": one["unit"]["en"]})
            shown = {name: one[name] for name in ("value", "numerator", "denominator", "row_count", "url")}
            if one["discipline"]["scope"] == "all":
                figure |= shown
            else:
                figure.setdefault("by_discipline", {})[one["discipline"]["name"]["en"]] = shown
        said = {"studio": studio.slug, **asked.params(), "report": asked.key, "sha256": frozen.sha256, "files": files}
        self.stdout.write(json.dumps({**said, "figures": figures}, ensure_ascii=False, indent=2))
