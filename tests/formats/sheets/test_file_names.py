from __future__ import annotations

import pytest

from rounds.formats.sheets.file_names import file_stem
from tests.hostile import TEXTS


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Aiko Tanaka", "07-Aiko-Tanaka"),
        ("青木 美咲", "07-青木-美咲"),
        ("con", "07-con"),
        ("../../etc/passwd", "07-etc-passwd"),
        ('A<b>:"/\\|?*c.', "07-A-b-c"),
        ("...", "07"),
    ],
)
def test_a_file_is_called_after_number_and_name(name: str, stem: str) -> None:
    assert file_stem(7, name) == stem


@pytest.mark.parametrize("name", TEXTS.values(), ids=TEXTS)
def test_every_system_accepts_the_name_of_a_file(name: str) -> None:
    stem = file_stem(7, name)

    assert stem.startswith("07")
    assert len((stem + ".html").encode()) < 200
    assert not set('<>:"/\\|?*') & set(stem)
    assert all(c.isprintable() and not c.isspace() for c in stem)
    assert not stem.endswith((".", "-"))
