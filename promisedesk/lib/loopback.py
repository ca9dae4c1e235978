"""Addresses of this very machine."""

import ipaddress


def is_loopback(address: str) -> bool:
    """Whether an IP address, written out, is this machine itself; False for anything else."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback
