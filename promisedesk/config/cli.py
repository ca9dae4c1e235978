"""The one program, `promisedesk`. Every command says what it does, with an example.

Exit codes: 0 done, 1 failed, 2 used wrongly; `receive` has its own (75: try again later).
Django is loaded by the commands that need it, after the settings were found good.
"""

import click

from promisedesk.config.commands import accounts, answers, care, mails, parts


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="promisedesk")
def main() -> None:
    """A customer-service desk that tells each customer when the answer will come."""


for _command in (
    *(parts.serve, parts.web, parts.worker, parts.smtp, parts.migrate),
    *(mails.receive, mails.read, mails.import_history),
    *(answers.deadline, answers.coach),
    *(accounts.user, accounts.token, accounts.inbox),
    *(care.reindex, care.check, care.bench),
):
    main.add_command(_command)
