"""The fonts of fonts.txt that are installed, each with the characters that it really draws."""

import glob
import os
from functools import lru_cache

from PIL import ImageFont

ROOT = "/usr/share/fonts"
# npm's @fontsource packages, each unpacked in a folder of its name
FONTSOURCE = os.environ.get("FONTSOURCE", "")
HERE = os.path.dirname(os.path.abspath(__file__))


def listed(part, kind):
    """Paths of part (train or held-out) for a kind (arabic, western, hand)."""
    paths = []
    with open(os.path.join(HERE, "fonts.txt"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            _, pattern, its_part, kinds = (word.strip() for word in line.split("|"))
            if its_part == part and kind in kinds.split():
                root = FONTSOURCE if "-arabic-" in pattern else ROOT
                paths += sorted(glob.glob(os.path.join(root, pattern)))
    return paths


def companion(path):
    """@fontsource parts a face by script: the file with the face's separators; None for a whole font."""
    if not path.endswith(".woff"):
        return None
    # the family's own name may end in "arabic"
    return path.replace("arabic-arabic-", "arabic-latin-") if "arabic-arabic-" in path else path.replace("-arabic-", "-latin-")


def _picture(font, text):
    mask = font.getmask(text, mode="L")
    return mask.size, bytes(mask)


@lru_cache(maxsize=None)
def draws(path, characters):
    """The characters that the font has a glyph of its own for: a missing one is drawn as the same box for all."""
    font = ImageFont.truetype(path, 40, layout_engine=ImageFont.LAYOUT_BASIC)
    missing = {_picture(font, "\uffff"), _picture(font, "\U0001fae8"), ((0, 0), b"")}
    good = []
    for character in characters:
        try:
            if _picture(font, character) not in missing:
                good.append(character)
        except OSError:
            pass
    return "".join(good)


@lru_cache(maxsize=512)
def sized(path, size):
    return ImageFont.truetype(path, size, layout_engine=ImageFont.LAYOUT_BASIC)
