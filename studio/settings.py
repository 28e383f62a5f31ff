"""All settings of the product in one file.

Every value that an installation may change is a typed environment variable, listed in ``env`` below with its
default and explained in ``.env.example`` (a test compares the two). ``MODE`` is demo, test or production.
"""

import os
from hashlib import sha256
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
DEFAULT_KEY = "only-for-the-demonstration-and-never-for-real-data-0123456789"
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

env = environ.Env(
    MODE=(str, "demo"),
    LOAD_DEMO=(bool, True),
    DEBUG=(bool, False),
    SECRET_KEY=(str, DEFAULT_KEY),
    ALLOWED_HOSTS=(list, []),
    SITE_URL=(str, ""),
    TRUST_PROXY=(bool, False),
    DATA_DIR=(str, "var"),
    BACKUP_DIR=(str, ""),
    BACKUP_MAX_AGE_HOURS=int,  # default by mode
    DATABASE_URL=(str, ""),
    REDIS_URL=(str, ""),
    EMAIL_URL=(str, "consolemail://"),
    DEFAULT_FROM_EMAIL=(str, "Innovation Studio <studio@localhost>"),
    HOST=(str, "127.0.0.1"),
    PORT=(int, 8000),
    WEB_WORKERS=(int, 2),
    WEB_THREADS=(int, 4),
    JOB_WORKERS=(int, 2),
    JOB_LEASE_SECONDS=(int, 60),
    JOB_RESEND_SECONDS=(int, 20),
    JOB_SWEEP_SECONDS=(int, 10),
    JOB_RETRY_SECONDS=(int, 2),
    COLLECTED_STATIC=(bool, False),
    LOG_LEVEL=(str, "INFO"),
)
if os.environ.get("MODE") != "test":  # the suite must never meet a developer's real database
    env.read_env(BASE_DIR / ".env")

# --- Mode -----------------------------------------------------------------------------------------

MODE = env("MODE")
if MODE not in {"demo", "test", "production"}:
    raise ImproperlyConfigured(f"MODE is {MODE!r}; it must be demo, test or production.")
PRODUCTION = MODE == "production"
LOAD_DEMO = env("LOAD_DEMO")
DEBUG = env("DEBUG")
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env("ALLOWED_HOSTS") or ([] if PRODUCTION else LOCAL_HOSTS)
HOST = env("HOST")
PORT = env("PORT")
SITE_URL = (env("SITE_URL") or f"http://{HOST}:{PORT}").rstrip("/")
WEB_WORKERS = env("WEB_WORKERS")
WEB_THREADS = env("WEB_THREADS")
JOB_WORKERS = env("JOB_WORKERS")
JOB_LEASE_SECONDS = env("JOB_LEASE_SECONDS")
JOB_RESEND_SECONDS = env("JOB_RESEND_SECONDS")
JOB_SWEEP_SECONDS = env("JOB_SWEEP_SECONDS")
JOB_RETRY_SECONDS = env("JOB_RETRY_SECONDS")

# --- Folders: everything the installation writes lies under DATA_DIR ------------------------------

DATA_DIR = BASE_DIR / env("DATA_DIR")  # an absolute value replaces BASE_DIR
PRIVATE_DIR = DATA_DIR / "private"
QUEUE_DIR = DATA_DIR / "queue"
BACKUP_DIR = BASE_DIR / env("BACKUP_DIR") if env("BACKUP_DIR") else DATA_DIR / "backups"
BACKUP_MAX_AGE_HOURS = env("BACKUP_MAX_AGE_HOURS", default=26 if PRODUCTION else 0)  # 0: not watched
for folder in (PRIVATE_DIR, QUEUE_DIR):
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)

# --- Applications ---------------------------------------------------------------------------------

OURS = [
    "studio.core",
    "studio.organisation",
    "disciplines",
    "studio.audit",
    "studio.files",
    "studio.links",
    "studio.notices",
    "studio.jobs",
    "studio.indicators",
    "studio.reports",
    "studio.kit",
    "studio.facilities",
    "studio.regulations",
    "training",
    "competitions",
    "appraisals",
    "innovations",
    "sharing",
    "studio.assessments",
    "studio.home",  # last: its ready() loads the registration modules of all the others
]
INSTALLED_APPS = [
    *OURS,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_filters",
    "django_htmx",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "studio.core.headers.CompressPages",
    "csp.middleware.CSPMiddleware",
    "studio.core.headers.SecurityHeaders",
    "studio.core.middleware.PlainAddressMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "studio.core.language.PersonLocaleMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "studio.organisation.second_factor.SecondFactorMiddleware",
    "studio.audit.middleware.NoteRefusals",
    "studio.organisation.middleware.StudioMiddleware",
]
ROOT_URLCONF = "studio.urls"
WSGI_APPLICATION = "studio.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Templates and forms --------------------------------------------------------------------------

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "studio.notices.context.unread_notices",
            ],
        },
    },
]
FORM_RENDERER = "studio.core.renderers.JinjaFirst"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Database: SQLite unless DATABASE_URL names a PostgreSQL --------------------------------------

SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "studio.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",  # writers queue up instead of failing half-way
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;",
    },
}
DATABASES = {"default": env.db_url_config(env("DATABASE_URL")) if env("DATABASE_URL") else SQLITE}
ON_SQLITE = DATABASES["default"]["ENGINE"].endswith("sqlite3")
if ON_SQLITE:
    DATABASES["default"]["OPTIONS"] = SQLITE["OPTIONS"]
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | {"connect_timeout": 5}

# --- Cache and queue: Redis when REDIS_URL names one, otherwise the database and a folder ---------

REDIS_URL = env("REDIS_URL")


def installation(secret_key, database_name) -> str:
    """The same for every process of an installation and no other: what it keeps in a shared Redis is its own."""
    return "studio-" + sha256(f"{secret_key} {database_name}".encode()).hexdigest()[:8]


INSTALLATION = installation(SECRET_KEY, DATABASES["default"]["NAME"])
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "studio.core.caches.OwnKeysRedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": f"{INSTALLATION}:cache",
            "OPTIONS": {"socket_timeout": 3, "socket_connect_timeout": 3},
        }
    }
    CELERY_BROKER_URL = REDIS_URL
    # without time limits a hung Redis would hang every request that submits a job
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "global_keyprefix": f"{INSTALLATION}:queue:",
        "socket_timeout": 5,
        "socket_connect_timeout": 5,
    }
else:
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entries"},
    }
    CELERY_BROKER_URL = "filesystem://localhost"
    CELERY_BROKER_TRANSPORT = "studio.jobs.transport:Transport"  # kombu's own loses races
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(QUEUE_DIR),
        "data_folder_out": str(QUEUE_DIR),
        "control_folder": str(QUEUE_DIR / "control"),
        "polling_interval": 0.1,
    }
CELERY_TASK_IGNORE_RESULT = True  # the Job row is the result
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TIMEZONE = "Asia/Shanghai"

# --- People and sign-in ---------------------------------------------------------------------------

AUTH_USER_MODEL = "organisation.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["studio.core.passwords.TunedArgon2"]
if MODE == "test":
    PASSWORD_HASHERS.insert(0, "django.contrib.auth.hashers.MD5PasswordHasher")  # fast fixtures
_VALIDATORS = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": _VALIDATORS + "UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["login", "name", "name_en"]},
    },
    {"NAME": _VALIDATORS + "MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": _VALIDATORS + "CommonPasswordValidator"},
    {"NAME": _VALIDATORS + "NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "studio.core.sign_in.ClosedAdapter"
ACCOUNT_FORMS = {"login": "studio.core.sign_in_form.SignInForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",  # one office behind one address signs in together
    "login_failed": "10/5m/key,20/1h/key,100/5m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Innovation Studio"
MFA_ADAPTER = "studio.organisation.second_factor.SecondFactorAdapter"
SECOND_FACTOR_REQUIRED = PRODUCTION  # of administrators, finance and assessors; everybody else may

# --- Language and time ----------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
FORMAT_MODULE_PATH = "studio.core.formats"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

# --- Static files ---------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Hashed and compressed once collected (`manage.py run` does it); straight from the tree otherwise.
COLLECTED_STATIC = env("COLLECTED_STATIC") or PRODUCTION
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not COLLECTED_STATIC
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_DIR},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "studio.files.quota.QuotaHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- Headers and cookies --------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    LANGUAGE_COOKIE_NAME = "__Host-language"
    CSRF_TRUSTED_ORIGINS = [SITE_URL]
    if env("TRUST_PROXY"):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        ALLAUTH_TRUSTED_PROXY_COUNT = 1

# --- Mail and logs --------------------------------------------------------------------------------

vars().update(env.email_url_config(env("EMAIL_URL")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL")},
}

# --- Production starts safely or not at all -------------------------------------------------------

if PRODUCTION:
    REFUSALS = {
        "DEBUG is on": DEBUG,
        "SECRET_KEY is the default or shorter than 50 characters": SECRET_KEY == DEFAULT_KEY or len(SECRET_KEY) < 50,
        "DATABASE_URL names no PostgreSQL (SQLite serves demonstration and tests only)": ON_SQLITE,
        "ALLOWED_HOSTS is empty": not ALLOWED_HOSTS,
        "ALLOWED_HOSTS is open": any("*" in host or host.startswith(".") for host in ALLOWED_HOSTS),
        "SITE_URL does not begin with https://": not SITE_URL.startswith("https://"),
    }
    if any(REFUSALS.values()):
        reasons = "; ".join(text for text, wrong in REFUSALS.items() if wrong)
        raise ImproperlyConfigured(f"MODE=production refuses to start: {reasons}.")
