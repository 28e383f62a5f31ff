"""Every record that people change keeps its versions; the others are named in decision note 0024."""

from pathlib import Path

from django.apps import apps
from django.conf import settings

WITHOUT = {
    "written once": {
        "disciplines.LevelRecord",
        "innovations.BenefitVerdict",
        "reports.Report",
        "reports.ReportFile",
        "reports.TextRevision",
        "audit.AuditRow",
        "kit.FormReceipt",
    },
    "a row for each period": {"organisation.StudioName", "organisation.StudioAlias", "organisation.StudioLead"},
    "revised elsewhere": {"reports.LeadText"},
    "added, retired or taken away": {"files.Attachment", "links.Link", "organisation.Invitation"},
    "machinery": {"jobs.Job", "kit.Export", "reports.DeliveryRun", "notices.Notice"},
    "counted": {"facilities.RoomDay"},
}


def test_a_model_keeps_its_versions_or_has_a_reason():
    own = [
        model
        for model in apps.get_models()
        if Path(apps.get_app_config(model._meta.app_label).path).is_relative_to(settings.BASE_DIR)
        and ".venv" not in apps.get_app_config(model._meta.app_label).path
        and not model.__name__.startswith("Historical")
    ]
    without = {model._meta.label for model in own if not hasattr(model, "history")}
    assert without == set().union(*WITHOUT.values())
