import pytest

from promisedesk.lib.mail.subjects import without_marks


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("The kettle", "The kettle"),
        ("Re: The kettle", "The kettle"),
        ("RE[2]: Fwd: AW: The kettle", "The kettle"),
        (" Отв: HA: На: Пересл: Чайник", "Чайник"),
        ("Odp: PD: Czajnik: nowy", "Czajnik: nowy"),
        ("WG： Der Kessel", "Der Kessel"),
        ("About Re: The kettle", "About Re: The kettle"),
        ("Repair: The kettle", "Repair: The kettle"),
        ("Re: ", ""),
        ("", ""),
    ],
)
def test_marks_of_answers_and_forwards_go_and_the_rest_stays(subject, bare):
    assert without_marks(subject) == bare
