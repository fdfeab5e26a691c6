from __future__ import annotations

import pytest

from rounds.ui.stage.scenes import scene
from tests.ui.stage.evenings import PHASES, Language, room
from tests.ui.stage.pictures import album, kept

SIZES = ((60, 20), (80, 24), (100, 30), (120, 36), (200, 60))


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_room_sees_the_pictures_that_were_looked_at(
    size: tuple[int, int], language: Language
) -> None:
    shown = album(
        {
            phase: scene(*room(phase, language), *size, clock="19:42", ascii=True).lines()
            for phase in PHASES
        }
    )

    assert shown == kept(f"stage-{size[0]}x{size[1]}-{language}", shown)
