"""Housekeeping that the scheduler asks for every minute."""

from studio.audit.log import seal
from studio.files.actions import sweep_unowned
from studio.jobs.attempt import sweep_work_folder
from studio.jobs.registry import minutely

minutely("audit.seal")(seal)
minutely("files.sweep")(sweep_unowned)
minutely("jobs.sweep_work_folder")(sweep_work_folder)
