"""What a process that does nothing but read does about garbage in circles: it seldom looks for it.

Reading makes many small values that are let go by themselves, and hardly any circles. Looking for
circles among them, and again and again among all that was loaded to read, takes time for nothing.
"""

import gc

SELDOM = 20_000
"""Values that are made, beyond those let go, before the youngest are looked at. Two numbers beside
it, of looks at the younger before a look at the older, stay as they are."""


def look_seldom() -> None:
    """Look for circles seldom from now on, and never among what is loaded by now.

    It bears on the whole process: only a program whose own process this is may ask for it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
