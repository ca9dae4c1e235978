"""A sign-in service of the tests: a real HTTP server that grants, refreshes, revokes and fails.

Whoever asks with a nonce signs people in (OpenID Connect Core 1.0): they get an id_token, signed
with a key of `/jwks`. What it says can be bent by `claims`, to see that it is refused.

Refresh tokens rotate: each is good once, and one used again takes the whole grant with it,
as strict services do. Mail servers ask `/introspect` (RFC 7662) about access tokens.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa


@dataclass
class Access:
    """One access token: whose, and until when."""

    account: str
    ends_at: float


@dataclass
class Code:
    """Somebody said yes on the page of consent; good once."""

    account: str
    redirect_uri: str
    challenge: str
    nonce: str = ""


@cache
def _key(name: str) -> rsa.RSAPrivateKey:
    """A key of this run; "ours" is the one that /jwks tells."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class IdentityProvider:
    """Whoever opens the page of consent is `account` and says yes at once, unless `answer`."""

    client_id: str = "desk-app"
    secret: str = "s3cret-of-the-app"
    redirect_uri: str = ""  # empty: any; else this one to the letter
    account: str = "help@shop.example"
    answer: str = ""  # an error code: the holder says no
    names_account: bool = True  # gives an id_token
    scope: str = ""  # what is really granted; empty: all that was asked
    lives: int = 3600  # seconds of an access token
    refresh_lives: int = 0  # told as refresh_token_expires_in; 0: nothing is told
    rotates: bool = True
    gives_refresh: bool = True
    subject: str = "subject-1"  # of the account, which stays when its address changes
    is_verified: bool | None = True  # email_verified; None: nothing is said
    claims: dict = field(default_factory=dict)  # told instead of the right ones
    signed_by: str = "ours"
    is_thin: bool = False  # no address in the id_token, it has to be asked for
    broken: str = ""  # "500", "html", "garbage", "hang": what the token page does instead
    slow: float = 0  # seconds before the token page answers
    asked: list[dict[str, str]] = field(default_factory=list)  # each question to the token page

    def __enter__(self) -> IdentityProvider:
        self.codes: dict[str, Code] = {}
        self.access: dict[str, Access] = {}
        self.refreshes: dict[str, str] = {}  # token -> account
        self.used: dict[str, str] = {}
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.idp = self
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_error) -> None:
        self._server.shutdown()
        self._server.server_close()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    # What a test does to it

    def revoke(self, account: str = "help@shop.example") -> None:
        """The account holder takes the permission back: every token is dead."""
        for tokens in (self.access, self.refreshes):
            for token in [one for one, owner in tokens.items() if _account_of(owner) == account]:
                tokens.pop(token)

    def end_access(self) -> None:
        """Every access token is past its time."""
        for token in self.access.values():
            token.ends_at = 0

    def knows(self, account: str, token: str) -> bool:
        """Whether a mail server may let this account in."""
        found = self.access.get(token)
        return found is not None and found.account == account and found.ends_at > time.time()

    def refreshed(self) -> int:
        """How often somebody asked for a new access token."""
        return sum(one["grant_type"] == "refresh_token" for one in self.asked)

    # What it answers

    def consent(self, query: dict[str, str]) -> tuple[int, str]:
        """(status, address to go to) of the page of consent."""
        if query.get("client_id") != self.client_id or query.get("response_type") != "code":
            return 400, ""
        if self.redirect_uri and query["redirect_uri"] != self.redirect_uri:
            return 400, ""
        if query.get("code_challenge_method") != "S256" or len(query["code_challenge"]) != 43:
            return 400, ""
        back = {"state": query["state"]}
        if self.answer:
            back["error"] = self.answer
        else:
            back["code"] = secrets.token_urlsafe(16)
            self.codes[back["code"]] = Code(
                self.account, query["redirect_uri"], query["code_challenge"], query.get("nonce", "")
            )
        return 302, f"{query['redirect_uri']}?{urlencode(back)}"

    def token(self, asked: dict[str, str]) -> tuple[int, dict]:
        """(status, answer) of the token page."""
        with self._lock:
            self.asked.append(asked)
            if (asked.get("client_id"), asked.get("client_secret")) != (
                self.client_id,
                self.secret,
            ):
                return 401, {"error": "invalid_client", "error_description": "AADSTS7000215: no"}
            account = self._by_code(asked) or self._by_refresh(asked)
            if not account:
                return 400, {"error": "invalid_grant"}
            said = self._grant(account)
            if nonce := asked.get("nonce"):
                said["id_token"] = self._id_token(account, nonce)
            return 200, said

    def _by_code(self, asked: dict[str, str]) -> str:
        code = self.codes.pop(asked.get("code", ""), None)
        if code is None or code.redirect_uri != asked.get("redirect_uri"):
            return ""
        digest = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
        is_theirs = base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == code.challenge
        asked["nonce"] = code.nonce
        return code.account if is_theirs else ""

    def _by_refresh(self, asked: dict[str, str]) -> str:
        token = asked.get("refresh_token", "")
        if token in self.used:  # somebody has stolen it, strict services say
            self.revoke(self.used[token])
        account = self.refreshes.get(token, "")
        if account and self.rotates:
            self.used[token] = self.refreshes.pop(token)
        return account

    def _grant(self, account: str) -> dict:
        access, refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self.access[access] = Access(account, time.time() + self.lives)
        said = {"access_token": access, "token_type": "Bearer", "expires_in": self.lives}
        if self.gives_refresh and (self.rotates or account not in self.refreshes.values()):
            self.refreshes[refresh] = account
            said["refresh_token"] = refresh
        if self.refresh_lives:
            said["refresh_token_expires_in"] = self.refresh_lives
        if self.scope:
            said["scope"] = self.scope
        if self.names_account:
            claims = base64.urlsafe_b64encode(json.dumps({"email": account}).encode())
            said["id_token"] = f"e30.{claims.rstrip(b'=').decode()}.unsigned"
        return said

    # Signing people in

    @property
    def issuer(self) -> str:
        return self.url("")[:-1]

    def described(self) -> dict:
        """OpenID Connect Discovery 1.0, as far as anybody needs it."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": self.url("authorize"),
            "token_endpoint": self.url("token"),
            "userinfo_endpoint": self.url("userinfo"),
            "jwks_uri": self.url("jwks"),
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(_key("ours").public_key(), as_dict=True)
        return {"keys": [public | {"kid": "1", "use": "sig", "alg": "RS256"}]}

    def person(self) -> dict:
        """What is told of whoever signs in."""
        said = {"sub": self.subject, "email": self.account}
        return said | ({} if self.is_verified is None else {"email_verified": self.is_verified})

    def _id_token(self, account: str, nonce: str) -> str:
        now = int(time.time())
        usual = {"iss": self.issuer, "aud": self.client_id, "nonce": nonce, "iat": now}
        person = {"sub": self.subject} if self.is_thin else self.person()
        claims = usual | {"exp": now + 300} | person | self.claims
        return jwt.encode(claims, _key(self.signed_by), "RS256", headers={"kid": "1"})

    def introspect(self, token: str) -> dict:
        """What a mail server is told of an access token."""
        found = self.access.get(token)
        if found is None or found.ends_at < time.time():
            return {"active": False}
        return {"active": True, "username": found.account}


def _account_of(owner: Access | str) -> str:
    return owner.account if isinstance(owner, Access) else owner


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    idp: IdentityProvider

    def handle_error(self, request, client_address):
        """Who asks may have lost patience: that is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self):
        parts = urlsplit(self.path)
        query = _flat(parts.query)
        if parts.path == "/authorize":
            status, address = self.server.idp.consent(query)
            self.send_response(status)
            if address:
                self.send_header("Location", address)
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif parts.path == "/.well-known/openid-configuration":
            self._say(200, self.server.idp.described())
        elif parts.path == "/jwks":
            self._say(200, self.server.idp.keys())
        elif parts.path == "/userinfo":
            self._say(200, self.server.idp.person())
        else:
            self._say(200, self.server.idp.introspect(query.get("token", "")))

    def do_POST(self):
        idp = self.server.idp
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if self.path.startswith("/introspect"):
            self._say(200, idp.introspect(_flat(body).get("token", "")))
            return
        time.sleep(idp.slow)
        if idp.broken == "500":
            self._say(500, {"error": "server_error"})
        elif idp.broken == "html":
            self._write(200, b"<h1>Maintenance</h1>" + body.encode())  # echoes our secret
        elif idp.broken == "garbage":
            self._say(200, {"access_token": "a b\x01c", "refresh_token": 7, "expires_in": "soon"})
        elif idp.broken == "hang":
            self.close_connection = True
        else:
            self._say(*idp.token(_flat(body)))

    def _say(self, status: int, answer: dict) -> None:
        self._write(status, json.dumps(answer).encode(), "application/json")

    def _write(self, status: int, body: bytes, kind: str = "text/html") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_what):
        """Tests are loud enough."""


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}
