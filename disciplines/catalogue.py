"""The catalogue that every installation starts with; administrators edit it afterwards."""

import json
from pathlib import Path

CATALOGUE = Path(__file__).parent / "data" / "catalogue.json"


def load_catalogue(discipline_model, level_model, occupation_model) -> None:
    """Create what is missing of the four disciplines, the eight skill levels and the occupations.

    The models come from the caller, so that a migration can pass its historical ones. What exists stays as it is.
    """
    data = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    disciplines = {}
    for row in data["disciplines"]:
        disciplines[row["key"]], _new = discipline_model.objects.get_or_create(key=row["key"], defaults=row)
    for row in data["levels"]:
        level_model.objects.get_or_create(key=row["key"], defaults=row)
    for row in data["occupations"]:
        values = {**row, "discipline": disciplines[row["discipline"]]}
        occupation_model.objects.get_or_create(name=row["name"], name_en=row["name_en"], defaults=values)
