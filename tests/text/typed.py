"""Texts as people may type or paste them, for tests that must hold for all of them."""

from __future__ import annotations

from hypothesis import strategies as st

ANYTHING = st.text(st.characters(), max_size=60)  # lone surrogates among them
NASTY = st.text(
    st.sampled_from(
        "a [/]=\x1b\x9b\x00\n\r\t🏴\U000e0067\u034f\u202e\u200b\u200d\ufeff"
        "\xad\u0300\ud800\ue000\u2028"
        "＝が゙👩🏽🇯🇵\ufe0f"
    ),
    max_size=40,
)
