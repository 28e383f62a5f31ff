from django.utils.translation import gettext_lazy as _

from studio.jobs.models import Job
from studio.kit.columns import Column, Columns

job_columns = Columns(
    Job,
    Column("work", label=_("Job"), kind="link", using="with_work"),
    Column("state", kind="state"),
    Column("actor", kind="person"),
    Column("created_at", label=_("Asked")),
    Column("ended_at"),
    Column("attempts"),
    url="jobs:job_detail",
    default="work state actor created_at ended_at",
    sort="-pk",
    card="state actor created_at",
)
