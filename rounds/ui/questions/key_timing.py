"""How long a key is guarded and how long a question waits for its answer, in seconds."""

STEP_GUARD = 1.0
"""For this long after a step, or after a dialog has closed, another press is a slip."""

REPEAT_WITHIN = 2.0
"""A press that ends a round must be repeated within this time."""

ANSWER_WITHIN = 5.0
"""The time for reading a question and answering it with a second press."""

READING_TIME = 0.5
"""Nobody reads a question and answers it in less than this."""
