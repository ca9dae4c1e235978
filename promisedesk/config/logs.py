"""Structured logs: one line an event, text for people or JSON for machines."""

import logging.config

import structlog


def _processors(style: str) -> list:
    shared = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
    ]
    return [*shared, structlog.processors.format_exc_info] if style == "json" else shared


def logging_config(style: str) -> dict:
    """The dictConfig for `style` 'text' or 'json'; also sets it up, for Django and ourselves.

    No local variables are ever printed: they may hold a password or a customer's letter.
    """
    plain = structlog.dev.ConsoleRenderer(
        colors=False, exception_formatter=structlog.dev.plain_traceback
    )
    renderer = structlog.processors.JSONRenderer() if style == "json" else plain
    config = {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    renderer,
                ],
                "foreign_pre_chain": _processors(style),
            }
        },
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["out"], "level": "INFO"},
        "loggers": {
            "uvicorn.error": {"level": "WARNING"},
            "mail.log": {"level": "WARNING"},
            "django.request": {"level": "ERROR"},
        },
    }
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_processors(style),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(config)
    return config
