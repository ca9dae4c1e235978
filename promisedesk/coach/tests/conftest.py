from promisedesk.coach.tests.language_server import stand_in  # noqa: F401
