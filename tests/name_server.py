"""A DNS of our own on loopback: real questions and answers over UDP and TCP, no network.

`with NameServer() as names: names.add("shop.pl", "MX", "10 mx.shop.pl.")`; everything else
does not exist. While it runs, this process asks it instead of the machine's.
"""

from __future__ import annotations

import socketserver
import struct
import threading
from collections import defaultdict

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.resolver
import dns.rrset


class NameServer:
    """Answers what was added. `is_silent`: takes questions and never answers."""

    def __init__(self):
        self.records: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.asked: list[tuple[str, str]] = []
        self.is_silent = False

    def add(self, name: str, kind: str, *values: str) -> None:
        """Records as zone files have them; TXT without quotes is put into strings."""
        if kind == "TXT":
            values = tuple(one if one.startswith('"') else _strings(one) for one in values)
        self.records[name.lower().rstrip("."), kind] += values

    def remove(self, name: str, kind: str) -> None:
        self.records.pop((name.lower().rstrip("."), kind), None)

    def __enter__(self) -> NameServer:
        self._udp, self._tcp = _on_one_port()
        for server in (self._udp, self._tcp):
            server.names = self
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers = ["127.0.0.1"]
        resolver.port = self._udp.server_address[1]
        self._before = dns.resolver.default_resolver
        dns.resolver.default_resolver = resolver
        dns.resolver.override_system_resolver(resolver)  # getaddrinfo too
        return self

    def __exit__(self, *_error) -> None:
        dns.resolver.restore_system_resolver()
        dns.resolver.default_resolver = self._before
        for server in (self._udp, self._tcp):
            server.shutdown()
            server.server_close()

    def answer(self, wire: bytes, longest: int) -> bytes | None:
        question = dns.message.from_wire(wire)
        asked = question.question[0]
        name = asked.name.to_text(omit_final_dot=True).lower()
        kind = dns.rdatatype.to_text(asked.rdtype)
        self.asked.append((name, kind))
        if self.is_silent:
            return None
        reply = dns.message.make_response(question)
        reply.flags |= dns.flags.RA | dns.flags.AA
        values = self.records.get((name, kind))
        if values:
            reply.answer.append(dns.rrset.from_text_list(asked.name, 60, "IN", kind, values))
        elif not any(known == name for known, _kind in self.records):
            reply.set_rcode(dns.rcode.NXDOMAIN)
        packed = reply.to_wire()
        if len(packed) > longest:
            reply.answer.clear()
            reply.flags |= dns.flags.TC
            packed = reply.to_wire()
        return packed


def _on_one_port() -> tuple[_Udp, _Tcp]:
    for _try in range(20):
        udp = _Udp(("127.0.0.1", 0), _UdpQuestion)
        try:
            return udp, _Tcp(udp.server_address, _TcpQuestion)
        except OSError:  # somebody has this port of TCP
            udp.server_close()
    raise OSError("no port is free for both UDP and TCP")


def _strings(text: str) -> str:
    parts = [text[at : at + 255] for at in range(0, len(text), 255)]
    return " ".join(f'"{part}"' for part in parts)


class _Udp(socketserver.ThreadingUDPServer):
    daemon_threads = True
    names: NameServer


class _Tcp(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    names: NameServer


class _UdpQuestion(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        wire, socket = self.request
        answer = self.server.names.answer(wire, 512)
        if answer:
            socket.sendto(answer, self.client_address)


class _TcpQuestion(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        while length := self.rfile.read(2):
            wire = self.rfile.read(struct.unpack("!H", length)[0])
            answer = self.server.names.answer(wire, 65535)
            if answer:
                self.wfile.write(struct.pack("!H", len(answer)) + answer)
