"""A real dovecot on a free port of loopback, with mailboxes in a folder of its own."""

import getpass
import os
import shutil
import subprocess
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from imapclient import IMAPClient

from tests.servers import answers, free_port, wait_until

PROGRAM = shutil.which("dovecot", path="/usr/sbin:/usr/bin:/sbin")
PASSWORD = "kettle-and-loom"

CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail/%n
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = {uid}
first_valid_gid = {gid}
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
auth_mechanisms = plain login {mechanisms}
mailbox_list_index = no
maildir_very_dirty_syncs = no
auth_failure_delay = 0
{token_passdb}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%n
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


TOKEN_PASSDB = """
passdb {{
  driver = oauth2
  mechanisms = {mechanisms}
  args = {folder}/oauth2.conf
}}
"""
TOKENS = """
introspection_mode = post
introspection_url = {url}
username_attribute = username
active_attribute = active
active_value = true
"""


class Dovecot:
    """Every user exists; the password is PASSWORD.

    With `introspection_url` tokens open the mailboxes too, whenever that page says so.
    """

    def __init__(self, introspection_url: str = "", mechanisms: str = "xoauth2 oauthbearer"):
        self.introspection_url, self.mechanisms = introspection_url, mechanisms
        self.folder = Path(tempfile.mkdtemp(prefix="promisedesk-dovecot-"))
        self.port = free_port()
        self.process: subprocess.Popen | None = None

    def start(self) -> "Dovecot":
        is_root = os.geteuid() == 0
        # As root the mail belongs to the account Debian's dovecot works as.
        user = "dovecot" if is_root else getpass.getuser()
        if is_root:
            shutil.chown(self.folder, user)
        uid, gid = self.folder.stat().st_uid, self.folder.stat().st_gid
        if is_root:
            import pwd

            gid = pwd.getpwnam(user).pw_gid
            os.chown(self.folder, uid, gid)
        import grp

        self.folder.chmod(0o755)
        (self.folder / "mail").mkdir()
        os.chown(self.folder / "mail", uid, gid)
        config = self.folder / "dovecot.conf"
        mechanisms = self.mechanisms if self.introspection_url else ""
        given = {"folder": self.folder, "mechanisms": mechanisms}
        (self.folder / "oauth2.conf").write_text(TOKENS.format(url=self.introspection_url))
        config.write_text(
            CONFIG.format(
                mechanisms=mechanisms,
                token_passdb=TOKEN_PASSDB.format(**given) if mechanisms else "",
                folder=self.folder, port=self.port, uid=uid, gid=gid, user=user,
                group=grp.getgrgid(gid).gr_name, password=PASSWORD,
            )
        )  # fmt: skip
        self.process = subprocess.Popen(
            [PROGRAM, "-F", "-c", str(config)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        try:
            wait_until(lambda: answers(self.port) or self.process.poll() is not None, 15)
            assert self.process.poll() is None, self.process.stderr.read().decode()
        except (TimeoutError, AssertionError):
            self.stop()
            raise
        return self

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)
        if self.process:
            self.process.stderr.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, user: str, password: str = PASSWORD) -> str:
        return f"imap://{user}:{password}@127.0.0.1:{self.port}/INBOX"

    def client(self, user: str) -> IMAPClient:
        client = IMAPClient("127.0.0.1", self.port, ssl=False, timeout=20)
        client.login(user, PASSWORD)
        client.select_folder("INBOX")
        return client

    def put(self, user: str, *raws: bytes, at: datetime | None = None, flags=()) -> None:
        """Mails come to this user's INBOX, `at` as INTERNALDATE (default now)."""
        with self.client(user) as client:
            for raw in raws:
                client.append("INBOX", raw, flags, at or datetime.now(UTC))

    def renumber(self, user: str) -> None:
        """Another UIDVALIDITY, as after a restore: the same mails under new numbers."""
        folder = self.folder / "mail" / user
        time.sleep(1.1)  # UIDVALIDITY is a time in seconds
        for name in ("dovecot-uidlist", "dovecot-uidvalidity"):
            (folder / name).unlink(missing_ok=True)
        for path in [*folder.glob("dovecot-uidvalidity.*"), *folder.glob("dovecot.index*")]:
            path.unlink()
