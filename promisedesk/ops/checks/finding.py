"""What a look came to."""

from dataclasses import asdict, dataclass

OK, WARN, FAIL = "ok", "warn", "fail"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `do` is what a person should do; empty when all is well."""

    id: str
    level: str  # OK, WARN: something will or may go wrong, FAIL: something does
    says: str
    do: str = ""

    def as_dict(self) -> dict[str, str]:
        return asdict(self)
