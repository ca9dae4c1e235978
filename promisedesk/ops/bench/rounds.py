"""A worker that does only some of its rounds, when it is told to: a child process of the bench.

Standard input: a line of names of rounds to start (all but the named ones with a minus in
front), or `stop`. It answers each with a line. What they cost is read from outside.
"""

import sys
import threading


def main() -> None:
    import django

    django.setup()
    from django.utils.module_loading import autodiscover_modules

    from promisedesk.core import work

    autodiscover_modules("jobs")
    known = dict(work.ROUNDS)
    running: tuple[threading.Thread, threading.Event] | None = None
    print("ready", flush=True)  # noqa: T201
    for line in sys.stdin:
        if running:
            running[1].set()
            running[0].join()
            running = None
        if line.strip() != "stop":
            left_out = {name for name in line.split() if name.startswith("-")}
            wanted = {name: one for name, one in known.items() if f"-{name}" not in left_out}
            work.ROUNDS.clear()
            work.ROUNDS.update(wanted)
            stop = threading.Event()
            running = threading.Thread(target=work.run_all, args=(stop,)), stop
            running[0].start()
        print("done", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
