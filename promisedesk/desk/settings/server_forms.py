"""The parts of a mail server in a form. A password that is set is never shown again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from promisedesk.desk.settings.styled import Styled
from promisedesk.lib.server_url import ServerUrl

SECURITY = [("tls", _("TLS from the start")), ("starttls", _("STARTTLS"))]


class ServerForm(Styled, forms.Form):
    """`known` is the server as it is stored, or None. `url()` is '' when no host is given.

    `typed` is shown as it is, unchecked: somebody has not finished yet.
    """

    protocol = ""  # imap or smtp
    host = forms.CharField(label=_("Server"), required=False, max_length=253)
    port = forms.IntegerField(label=_("Port"), required=False, min_value=1, max_value=65535)
    security = forms.ChoiceField(label=_("Encryption"), choices=SECURITY, required=False)
    user = forms.CharField(label=_("User name"), required=False, max_length=320)
    password = forms.CharField(
        label=_("Password"),
        required=False,
        max_length=1024,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def __init__(
        self, data=None, *, known: ServerUrl | None = None, typed: dict | None = None, **kwargs
    ):
        self.known = known
        super().__init__(data, initial=self._initial(known) | (typed or {}), **kwargs)
        self.fields["port"].widget.attrs["placeholder"] = self.usual_port
        if known and known.password:
            self.fields["password"].widget.attrs["placeholder"] = _("set, not shown")

    def _initial(self, known: ServerUrl | None) -> dict:
        if known is None:
            return {"security": "tls"}
        security = "tls" if known.is_tls else "starttls"
        return {
            "host": known.host,
            "port": known.port,
            "security": security,
            "user": known.user,
            "folder": known.folder,
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("user") and not cleaned.get("host"):
            self.add_error("host", _("Give the server, for example mail.example.com."))
        return cleaned

    def server(self) -> ServerUrl | None:
        """What was filled in; None without a host. An empty password keeps the stored one."""
        cleaned = self.cleaned_data
        if not cleaned.get("host"):
            return None
        is_tls = cleaned.get("security") != "starttls"
        scheme = self.protocol + "s" if is_tls else self.protocol
        return ServerUrl(
            scheme=scheme,
            host=cleaned["host"].strip(),
            port=cleaned.get("port") or self.ports[is_tls],
            user=cleaned.get("user", ""),
            password=cleaned.get("password") or self._kept_password(cleaned),
            folder=cleaned.get("folder", ""),
        )

    def _kept_password(self, cleaned: dict) -> str:
        # Only for the server it was given for: another one must not be handed it.
        same = self.known and (self.known.host, self.known.user) == (
            cleaned["host"].strip(),
            cleaned.get("user", ""),
        )
        return self.known.password if same else ""

    def keep_typed(self) -> None:
        """Show a typed password again in the answer to its own form, so that Save has it too."""
        self.fields["password"].widget.render_value = True

    def borrow_password(self, other: "ServerForm") -> None:
        """Without a password of its own: the one just typed for the same user beside it.

        Only where both were typed at once; a stored one is never handed to another server.
        """
        same_user = self.cleaned_data.get("user") == other.cleaned_data.get("user")
        if same_user and not self.cleaned_data.get("password"):
            self.cleaned_data["password"] = other.cleaned_data.get("password", "")

    def url(self) -> str:
        server = self.server()
        return str(server) if server else ""


class ImapForm(ServerForm):
    protocol, usual_port, ports = "imap", "993", {True: 993, False: 143}
    folder = forms.CharField(label=_("Folder"), required=False, max_length=200)


class SmtpForm(ServerForm):
    protocol, usual_port, ports = "smtp", "465", {True: 465, False: 587}
