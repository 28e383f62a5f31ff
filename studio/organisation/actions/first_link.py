"""The one-time link to the first page of an empty installation, printed in the console.

It works while no administrator exists. Only its hash is kept, in the private folder, so that whoever reads the
database finds nothing to use.
"""

import hashlib
import secrets
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.organisation.models import Person

VALID_FOR = timedelta(hours=24)


def is_open() -> bool:
    """Whether nobody administers the installation yet."""
    return not Person.objects.filter(is_staff=True).exists()


def new_link() -> str:
    """A fresh address for the console; an earlier one ends."""
    secret, until = secrets.token_urlsafe(32), timezone.now() + VALID_FOR
    path = _kept_at()
    path.touch(mode=0o600)
    path.write_text(f"{_hashed(secret)} {until.isoformat()}")
    return settings.SITE_URL + reverse("first_run", kwargs={"secret": secret})


def check(secret: str) -> None:
    """Raise ``Refused`` (404) unless ``secret`` is that of the last link, still valid, and nobody was faster."""
    _compare(_kept_at(), secret)


@contextmanager
def used_up(secret: str):
    """Take the link for one attempt: of two people at once one gets it; when the attempt fails it is there again."""
    check(secret)
    kept, taken = _kept_at(), _kept_at().with_suffix(".taken")
    try:
        kept.rename(taken)
    except FileNotFoundError as problem:
        raise Refused(_nowhere(), 404) from problem
    try:
        yield
    except BaseException:
        taken.rename(kept)
        raise
    taken.unlink()


def _compare(path: Path, secret: str) -> None:
    kept, _space, until = path.read_text().partition(" ") if path.exists() else ("", "", "")
    wrong = not kept or not constant_time_compare(kept, _hashed(secret))
    if wrong or not is_open() or timezone.now() > datetime.fromisoformat(until):
        raise Refused(_nowhere(), 404)


def _nowhere() -> str:
    return _("This link leads nowhere. Start the product again; it prints a new one.")


def _kept_at() -> Path:
    return Path(settings.PRIVATE_DIR) / "first-run"


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
