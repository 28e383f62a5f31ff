"""The ways in which a run ends early. All but ``JobFailed`` are raised by the run itself."""


class JobFailed(Exception):
    """Raised by a job function: trying again would not help. The text is shown to the person who asked."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class Cancelled(Exception):
    """Somebody asked to stop. Job functions let it pass."""


class LostClaim(Exception):
    """Another worker took over (this one was paused past its lease) or the job has ended. Nothing may be written."""
