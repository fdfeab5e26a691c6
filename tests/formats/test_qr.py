from __future__ import annotations

from rounds.formats.qr import QUIET, qr_rows


def test_the_address_of_an_evening_fits_into_a_small_code_with_its_quiet_zone() -> None:
    rows = qr_rows("HTTP://192.168.1.24:8765/J/K7QX2M9D")

    assert {len(row) for row in rows} == {len(rows)} == {25 + 2 * QUIET}
    assert not any(any(row) for row in rows[:QUIET])
    assert not any(dark for row in rows for dark in row[:QUIET])
