"""The three processes of the product, each a function that runs until it is told to stop.

``manage.py run`` forks them from one process in which Django is set up already.
"""

from django.conf import settings
from gunicorn.app.base import BaseApplication

from studio.celery import app


class WebServer(BaseApplication):
    """Gunicorn with our settings, and without a look at its command line or configuration files."""

    def load_config(self):
        """What ``gunicorn --help`` calls by the same names."""
        options = {
            "bind": f"{settings.HOST}:{settings.PORT}",
            "worker_class": "gthread",
            "workers": settings.WEB_WORKERS,
            "threads": settings.WEB_THREADS,
            "preload_app": True,
            "control_socket_disable": True,
            "graceful_timeout": 2,
            "loglevel": "warning",
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self):
        """The pages, loaded before gunicorn forks its workers."""
        from studio.wsgi import application

        return application


def web_server():
    """Answer requests."""
    WebServer().run()


def worker():
    """Do background jobs."""
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    _celery("worker", "--concurrency", str(settings.JOB_WORKERS), *quiet)


def scheduler():
    """Look for forgotten jobs and call what is due every minute."""
    _celery("beat", "--pidfile", "", "--schedule", str(settings.DATA_DIR / "schedule"))


def _celery(*arguments):
    raise SystemExit(app.start(["--quiet", *arguments, "--loglevel", "WARNING"]))


PROCESSES = {"web": web_server, "worker": worker, "scheduler": scheduler}
