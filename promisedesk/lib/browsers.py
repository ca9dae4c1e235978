"""What a browser is called, from what it says about itself. Short, for a list of one's devices."""

# In this order: Edge and Opera also say Chrome, Chrome also says Safari.
NAMES = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("YaBrowser/", "Yandex Browser"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)


def name_of(agent: str) -> str:
    """The browser a User-Agent header (RFC 9110 10.1.5) means, "Firefox"; "" if it is unknown."""
    return _first(agent, NAMES)


def system_of(agent: str) -> str:
    """The system it runs on, "Windows"; "" if it is unknown."""
    return _first(agent, SYSTEMS)


def _first(agent: str, known: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in known if mark in agent), "")
