"""Make a report in the foreground: files into a folder, what was made on the screen."""

import hashlib
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from studio.indicators.text import stored_unit
from studio.organisation.models import Studio
from studio.reports import making
from studio.reports.asking import Asked, BadParameter, several
from studio.reports.choices import Format, Language


class Command(BaseCommand):
    help = "Make a report now and write its files into a folder."

    def add_arguments(self, parser):
        parser.add_argument("report", nargs="?", default="", help="for example assessment-briefing")
        parser.add_argument("--studio", default="", help="the studio's address, for example zhang-zhaohong")
        parser.add_argument("--year", default="", help="a calendar year; or --period")
        parser.add_argument("--period", default="", help="2021, 2021-H1, 2021-Q3, 2021-03 or two dates with .. between")
        parser.add_argument("--discipline", default="", help="only this discipline, by its key")
        parser.add_argument("--person", default="", help="whom it is about, by the sign-in name")
        parser.add_argument("--language", default="en,zh-hans", help="en, zh-hans or both with a comma")
        parser.add_argument("--format", default="pdf", help="pdf, docx, xlsx, html, or several with commas")
        parser.add_argument("--from-frozen", default="", help="write the files of this frozen document (JSON) again")
        parser.add_argument("--frozen", action="store_true", help="write the frozen document beside the files")
        parser.add_argument("--output", required=True, help="an existing or new folder")
        parser.add_argument("--json", action="store_true", help="print paths, hashes and figures as JSON")

    def handle(self, *args, **options):
        frozen, languages, formats = self.thawed(options) if options["from_frozen"] else self.computed(options)
        folder = Path(options["output"])
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise CommandError(f"--output: {problem}") from problem
        files = [self.write(frozen, language, format, folder) for language in languages for format in formats]
        if options["frozen"]:
            name = making.name_of(frozen.document, languages[0], "json").replace(f"-{languages[0]}.", ".")
            self.keep(folder / name, frozen.text.encode())
        self.tell(options["json"], languages, formats, frozen, files)

    def computed(self, options):
        """A document of today's records, and the files that are asked for."""
        studio, asked = self.read(options)
        return making.freeze(making.compute(asked, studio)), asked.languages, asked.formats

    def thawed(self, options):
        """A document frozen earlier; nothing is computed and no record is read."""
        given = next(
            (name for name in ("report", "studio", "year", "period", "discipline", "person") if options[name]), ""
        )
        if given:
            raise CommandError(f"--from-frozen: the document says the {given} itself; leave it out.")
        try:
            frozen = making.thaw(Path(options["from_frozen"]).read_text(encoding="utf-8"))
        except (OSError, ValueError) as problem:
            raise CommandError(f"--from-frozen: {problem}") from problem
        try:
            languages = several("language", "language", listed(options["language"]), Language)
            formats = several("format", "format", listed(options["format"]), Format)
        except BadParameter as problem:
            raise CommandError(f"--{problem.parameter}: {problem.text}") from problem
        return frozen, languages, formats

    def read(self, options):
        """The studio and what is asked of it; unknown things end the command with the parameter's name."""
        for name in ("report", "studio"):
            if not options[name]:
                raise CommandError(f"{'--' if name == 'studio' else ''}{name}: say which, or give --from-frozen.")
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
                listed(options["language"]),
                listed(options["format"]),
                options["person"],
            )
        except BadParameter as problem:
            dashes = "" if problem.parameter == "report" else "--"
            name = "year" if problem.parameter == "period" and options["year"] else problem.parameter
            raise CommandError(f"{dashes}{name}: {problem.text}") from problem
        return studio, asked

    def write(self, frozen, language, format, folder) -> dict:
        content = making.write(frozen, language, format)
        path = folder / making.name_of(frozen.document, language, format)
        self.keep(path, content)
        sha256 = hashlib.sha256(content).hexdigest()
        return {"path": str(path), "language": language, "format": format, "sha256": sha256, "size": len(content)}

    def keep(self, path: Path, content: bytes) -> None:
        """Write under another name first, so that a file of this name is always whole."""
        unfinished = path.with_name(f".{path.name}.part")
        unfinished.write_bytes(content)
        unfinished.replace(path)

    def tell(self, as_json, languages, formats, frozen, files):
        if not as_json:
            for one in files:
                self.stdout.write(f"{one['path']}  {one['size']:,} bytes  {one['sha256']}")
            self.stdout.write(f"document {frozen.sha256}")
            return
        document, figures = frozen.document, {}
        for one in document["figures"]:
            with translation.override("en"):
                unit = stored_unit(one.get("format"), one["unit"]["en"])
            figure = figures.setdefault(one["key"], {"label": one["label"]["en"], "unit": unit})
            shown = {name: one[name] for name in ("value", "numerator", "denominator", "row_count", "url")}
            if one["discipline"]["scope"] == "all":
                figure |= shown
            else:
                figure.setdefault("by_discipline", {})[one["discipline"]["name"]["en"]] = shown
        key = document["report"]["key"]
        said = {
            "studio": document["studio"]["slug"],
            "key": key,
            "period": document["period"]["key"],
            "discipline": document["discipline"]["key"] if document["discipline"] else "",
            "person": (document.get("person") or {"login": ""})["login"],
            "languages": [str(one) for one in languages],
            "formats": [str(one) for one in formats],
            "report": key,
            "sha256": frozen.sha256,
            "files": files,
        }
        self.stdout.write(json.dumps({**said, "figures": figures}, ensure_ascii=False, indent=2))


def listed(text: str) -> list[str]:
    """Names with commas between."""
    return [one.strip() for one in text.split(",") if one.strip()]
