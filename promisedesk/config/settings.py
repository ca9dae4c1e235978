"""Django's settings. What an owner may change lives in the database, not here."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from cryptography.fernet import Fernet
from django.utils.translation import gettext_lazy as _

from promisedesk.config.environment import read_environment
from promisedesk.config.keys import key_from
from promisedesk.config.logs import logging_config

ENV = read_environment()
BASE_DIR = Path(__file__).resolve().parents[1]
DATA = ENV.data.resolve()

SECRET_KEY = ENV.secret_key or key_from(DATA, "secret.key")
BOX_KEY = key_from(DATA, "box.key", make=lambda: Fernet.generate_key().decode())
DEBUG = False

BASE_URL = ENV.url
IS_HTTPS = BASE_URL.startswith("https:")
# Which Host may be asked for is decided by config.hosts, which also knows the socket.
ALLOWED_HOSTS = ["*"]
SMTP_URL = ENV.smtp_url
ALLOWED_HOSTS_OUT = [host.strip() for host in ENV.allowed_hosts_out.split(",") if host.strip()]
CLAMD = ENV.clamd
STORAGE_URL = ENV.storage_url
REDIS_URL = ENV.redis_url
CRASH_AT = ENV.crash_at

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "csp",
    "django_htmx",
    "template_partials",
    "promisedesk.core",
    "promisedesk.search",
    "promisedesk.agents",
    "promisedesk.contacts",
    "promisedesk.conversations",
    "promisedesk.promises",
    "promisedesk.replies",
    "promisedesk.coach",
    "promisedesk.rules",
    "promisedesk.reports",
    "promisedesk.channels.email",
    "promisedesk.desk",
    "promisedesk.portal",
    "promisedesk.api",
    "promisedesk.ops",
]

MIDDLEWARE = [
    "promisedesk.config.hosts.KnownHosts",
    "promisedesk.config.clean.NoNul",
    "django.middleware.security.SecurityMiddleware",
    "promisedesk.desk.assets.Served",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "promisedesk.agents.middleware.SpeakTheAgentsLanguage",
    "promisedesk.agents.middleware.WatchSessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "promisedesk.config.urls"
WSGI_APPLICATION = "promisedesk.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            # The way template_partials would set it up, but for the loader that remembers.
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "promisedesk.core.joining.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "promisedesk.core.templatetags.ready",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
            ],
        },
    }
]


def _database(url: str) -> dict:
    parts = urlsplit(url)
    if parts.scheme.startswith("postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"connect_timeout": 10},
        }
    name = unquote(parts.path[1:] if parts.path.startswith("//") else parts.path) if url else ""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path(name) if name.strip("/") else DATA / "promisedesk.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # A transaction that reads and then writes must hold the write lock from its start:
            # the time-out does not help one that has to upgrade (SQLITE_BUSY at once).
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728;"
                "PRAGMA journal_size_limit=67108864"
            ),
        },
    }


DATABASES = {"default": _database(ENV.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": ENV.redis_url}
        if ENV.redis_url
        else {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 20_000},  # rate limits: one an address and a token
        }
    )
}

AUTH_USER_MODEL = "agents.Agent"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "desk:sign-in"
LOGIN_REDIRECT_URL = "desk:today"
ACCOUNT_ADAPTER = "promisedesk.agents.adapter.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/15m/ip,10/15m/key"}
ACCOUNT_SESSION_REMEMBER = True
MFA_ADAPTER = "promisedesk.agents.factors.Factors"
MFA_FORMS = {
    "authenticate": "promisedesk.agents.codes.CodeForm",
    "authenticate_webauthn": "promisedesk.agents.codes.KeyForm",
    "login_webauthn": "promisedesk.agents.codes.PasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an admin gave the address; nobody signs up
MFA_TOTP_TOLERANCE = 1  # steps of 30 s either way: phones' clocks differ
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}
SOCIALACCOUNT_ADAPTER = "promisedesk.agents.services.Services"
SOCIALACCOUNT_LOGIN_ON_GET = True  # our CSP lets no form lead elsewhere
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"

# A cache of one process alone would let a session live on that another process ended.
SESSION_ENGINE = "django.contrib.sessions.backends." + ("cached_db" if ENV.redis_url else "db")
_PREFIX = "__Host-" if IS_HTTPS else ""
SESSION_COOKIE_NAME = _PREFIX + "session"
CSRF_COOKIE_NAME = _PREFIX + "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "promisedesk.config.errors.csrf_failure"
SECURE_PROXY_SSL_HEADER = None
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "style-src-attr": ["'unsafe-inline'"],  # only custom properties: DESIGN.md
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "frame-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ru", _("Russian")), ("pl", _("Polish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "language"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_FINDERS = ["promisedesk.desk.assets.Built"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "promisedesk.desk.assets.HashedNames"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

LOGGING_CONFIG = None
LOGGING = logging_config(ENV.log)
