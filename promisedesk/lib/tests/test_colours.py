import pytest

from promisedesk.lib.colours import MOST_CHROMA, contrast, hex_of


@pytest.mark.parametrize(
    ("oklch", "shown"), [((1, 0, 0), "#ffffff"), ((0, 0, 0), "#000000"), ((0.5, 0, 40), "#636363")]
)
def test_greys_are_grey(oklch, shown):
    assert hex_of(*oklch) == shown


@pytest.mark.parametrize("hue", range(0, 360, 15))
def test_every_colour_can_be_read_on_white_and_under_white(hue):
    chroma = MOST_CHROMA / 1000
    assert contrast(hex_of(0.5, chroma, hue), "#ffffff") >= 4.5
    assert contrast(hex_of(0.545, chroma, hue), "#ffffff") >= 4.5
    assert contrast(hex_of(0.33, chroma / 2, hue), hex_of(0.962, chroma * 0.12, hue)) >= 7


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
