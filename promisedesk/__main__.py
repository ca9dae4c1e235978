"""`python -m promisedesk`: the same program as `promisedesk`."""

from promisedesk.config.cli import main

main()
