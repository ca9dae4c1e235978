"""A shop's colour as mail programs know it: oklch to #rrggbb, never outside what screens show.

The desk's pages set hue and chroma and let the browser do it (CSS Color 4, 9.2); lightness is
fixed by what a colour is for, so that text stays readable whatever hue is chosen.
"""

import math
from functools import lru_cache

MOST_CHROMA = 150  # thousandths; more does not fit on screens for most hues


@lru_cache(maxsize=256)
def hex_of(lightness: float, chroma: float, hue: float) -> str:
    """ "#006b6b" for oklch(lightness chroma hue), paler where a screen cannot show it so strong."""
    weak, strong = 0.0, chroma
    if _fits(_linear(lightness, chroma, hue)):
        weak = chroma
    while strong - weak > 0.0005:
        middle = (weak + strong) / 2
        if _fits(_linear(lightness, middle, hue)):
            weak = middle
        else:
            strong = middle
    channels = (_gamma(min(1.0, max(0.0, one))) for one in _linear(lightness, weak, hue))
    return "#" + "".join(f"{round(255 * one):02x}" for one in channels)


def contrast(one: str, other: str) -> float:
    """The ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    # https://bottosson.github.io/posts/oklab/
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _fits(linear: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= one <= 1.0005 for one in linear)


def _gamma(one: float) -> float:
    return 12.92 * one if one <= 0.0031308 else 1.055 * one ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
