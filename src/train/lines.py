"""Synthetic text lines for the digit reader: a grey picture 32 pixels high, dark on light or light on dark, and its label.

Labels are in visual order, left to right as drawn. Every random choice comes from the generator that is handed in.
"""

import io
import os

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

import alphabet
import fonts
import strokes

HEIGHT = 32
MOST_WIDTH = 320
WORDS = ("CASE FILE DATE ROOM TOTAL STREET EXIT OPEN SALE NUMBER BRANCH HOSPITAL POLICE UNIT NAME BODY PHOTO KODAK the and of "
         "Canon Nikon Samsung Lot Made in China Vol Paper Office water Hotel stop").split()
ARABIC_WORDS = ("المشفى العسكري الشرطة العسكرية الفرع رقم جثة تاريخ اسم دمشق مشفى قسم صورة الطبيب الأمن فرع سجن وزارة").split()
ALL_CHARACTERS = alphabet.CLASSES.replace(alphabet.OTHER, "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class Lines:
    """A source of lines; part is train or held-out, which chooses fonts and backgrounds."""

    def __init__(self, seed, part="train", backgrounds=(), smallest=13):
        self.smallest = smallest
        self.rng = np.random.default_rng(seed)
        self.arabic = [(p, fonts.draws(p, ALL_CHARACTERS)) for p in fonts.listed(part, "arabic")]
        self.arabic = [(p, d) for p, d in self.arabic if all(c in d for c in alphabet.ARABIC_INDIC)]
        self.western = [(p, fonts.draws(p, ALL_CHARACTERS)) for p in fonts.listed(part, "western")]
        self.western = [(p, d) for p, d in self.western if all(c in d for c in alphabet.WESTERN)]
        self.hand = set(fonts.listed(part, "hand"))
        self.backgrounds = [_grey(path) for path in backgrounds]

    def pick(self, items):
        return items[int(self.rng.integers(len(items)))]

    # ---- what is written

    def number(self, digits):
        """A number as it stands on cards: one to three groups with separators, sometimes with a letter."""
        rng = self.rng
        shape = rng.random()
        # an Arabic-Indic zero is a dot: a dot among such digits is read as a zero, never as a separator
        marks = "/-." if digits[0] in alphabet.WESTERN else "/-"
        group = lambda lo, hi: "".join(self.pick(digits) for _ in range(int(rng.integers(lo, hi + 1))))
        if shape < 0.4:
            return group(1, 7)
        if shape < 0.75:
            return group(1, 5) + self.pick(marks) + group(1, 5)
        if shape < 0.85:
            mark = self.pick(marks)
            return group(1, 2) + mark + group(1, 2) + mark + group(2, 4)
        if shape < 0.93:
            return group(1, 5) + " " + group(1, 5)
        letters = alphabet.ARABIC_LETTERS if digits[0] not in alphabet.WESTERN else alphabet.LATIN_LETTERS
        letter, mark = self.pick(letters), self.pick(["/", "-", "", " "])
        return letter + mark + group(2, 5) if rng.random() < 0.5 else group(2, 5) + mark + letter

    def text(self):
        """The text, its label and the fonts it may be drawn with; label None for a line that is nobody's number."""
        rng = self.rng
        kind = rng.random()
        if kind < 0.52:
            digits = alphabet.ARABIC_INDIC
            if rng.random() < 0.12:
                digits = "٠١٢٣" + alphabet.PERSIAN + "٧٨٩"
            text = self.number(list(digits))
            if rng.random() < 0.1:
                # as it stands beside a word, which is to its right
                return text + " " + _shaped(self.pick(ARABIC_WORDS)), text.replace(" ", "") + alphabet.OTHER, "mixed"
            return text, text.replace(" ", ""), "arabic"
        if kind < 0.84:
            text = self.number(list(alphabet.WESTERN))
            if rng.random() < 0.1:
                return self.pick(WORDS) + " " + text, alphabet.OTHER + text.replace(" ", ""), "western"
            return text, text.replace(" ", ""), "western"
        if kind < 0.93:
            words = [self.pick(WORDS) for _ in range(int(rng.integers(1, 3)))]
            if rng.random() < 0.5:
                words = ["".join(self.pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(int(rng.integers(3, 8))))]
            return " ".join(words), alphabet.OTHER * len(words), "western"
        words = [self.pick(ARABIC_WORDS) for _ in range(int(rng.integers(1, 3)))]
        return " ".join(words), alphabet.OTHER * len(words), "word"

    # ---- how it is drawn

    def ink(self, text, script):
        """Ink 0..255 on 0 and whether it is handwriting-like."""
        rng = self.rng
        by_hand = script != "word" and all(c in strokes.ALL or c == " " for c in text) and rng.random() < 0.3
        if by_hand:
            return strokes.drawn(text, rng), True
        needed = {c for c in text if c in alphabet.INDEX}
        pool = self.western if script == "western" else self.arabic
        for _ in range(50):
            path, drawn = self.pick(pool)
            if script == "word" or all(c in drawn for c in needed):
                break
            if script == "arabic" and fonts.companion(path) and all(c in drawn or c in alphabet.SEPARATORS for c in needed):
                return self._letter_by_letter(text, path, int(rng.integers(36, 60))), True
        else:
            path = self.pick(self.western)[0]
        size = int(rng.integers(36, 60))
        font = fonts.sized(path, size)
        if rng.random() < 0.25 and script not in ("word", "mixed"):
            return self._letter_by_letter(text, path, size), True
        if script == "word":
            text = _shaped(text)
        box = font.getbbox(text)
        canvas = Image.new("L", (max(4, box[2] - box[0] + size), max(4, box[3] - box[1] + size)), 0)
        stroke = int(rng.integers(0, 3)) if rng.random() < 0.2 else 0
        ImageDraw.Draw(canvas).text((size // 2 - box[0], size // 2 - box[1]), text, fill=255, font=font, stroke_width=stroke)
        return np.asarray(canvas), path in self.hand

    def _letter_by_letter(self, text, path, size):
        rng = self.rng
        gap = rng.uniform(-0.05, 0.35) * size
        # some faces draw one digit far smaller than the others, as Lemonada does its five
        scales = {c: rng.uniform(0.6, 1.1) if rng.random() < 0.3 else 1.0 for c in set(text)}
        bottom = size // 4 + fonts.sized(path, size).getmetrics()[0]
        canvas = Image.new("L", (int(len(text) * (size + max(0, gap))) + 2 * size, 3 * size), 0)
        x = size
        for character in text:
            if character == " ":
                x += 0.4 * size
                continue
            face = (fonts.companion(path) or path) if character in alphabet.SEPARATORS else path
            font = fonts.sized(face, max(12, int(size * scales[character] * rng.normal(1, 0.04))))
            box = font.getbbox(character)
            glyph = Image.new("L", (box[2] - box[0] + size, 2 * size), 0)
            ImageDraw.Draw(glyph).text((size // 2 - box[0], bottom - font.getmetrics()[0]), character, fill=255, font=font)
            glyph = glyph.rotate(rng.normal(0, 5), Image.BILINEAR)
            canvas.paste(255, (int(x) - size // 2, int(size * 0.5 + rng.normal(0, 0.06) * size)), glyph)
            x += box[2] - box[0] + gap
        return np.asarray(canvas)

    def line(self):
        """A picture (uint8, 32 rows, at most 320 columns) and the label's class numbers."""
        if self.rng.random() < 0.10:
            return self.junk(), []
        text, label, script = self.text()
        ink, _ = self.ink(text, script)
        return self.photographed(_trimmed(ink)), [alphabet.INDEX[c] for c in label]

    def junk(self):
        """A crop without writing, from a photo or of noise."""
        rng = self.rng
        height = int(rng.integers(12, 200))
        width = int(height * rng.uniform(1, 6))
        if self.backgrounds and rng.random() < 0.85:
            crop = self._crop(width, height)
        else:
            crop = np.clip(rng.normal(128, 40, (height, width)), 0, 255)
            crop = np.asarray(Image.fromarray(crop.astype(np.uint8)).filter(ImageFilter.GaussianBlur(rng.uniform(0, 6))), float)
        return self._fit(crop.astype(np.uint8))

    def _crop(self, width, height):
        rng = self.rng
        photo = self.pick(self.backgrounds)
        width, height = min(width, photo.shape[1] - 1), min(height, photo.shape[0] - 1)
        y = int(rng.integers(photo.shape[0] - height))
        x = int(rng.integers(photo.shape[1] - width))
        return photo[y:y + height, x:x + width].astype(float)

    # ---- how it is photographed

    def photographed(self, ink):
        rng = self.rng
        ink = self._framed(ink)
        if rng.random() < 0.5:
            ink = self._wobbled(ink)
        if rng.random() < 0.25:
            ink = self._slanted(ink)
        if rng.random() < 0.6:
            ink = self._tilted(ink)
        ink = self._worn(ink)
        height, width = ink.shape
        paper = self._paper(width, height)
        if rng.random() < 0.3:
            paper = self._edged(paper, ink)
        tone = rng.uniform(0, min(90, max(10, paper.mean() - 70)))
        alpha = ink / 255.0 * rng.uniform(0.6, 1.0)
        picture = paper * (1 - alpha) + tone * alpha
        if rng.random() < 0.12:
            picture = 255 - picture
        picture = self._small(np.clip(picture, 0, 255).astype(np.uint8))
        return self._fit(picture)

    def _framed(self, ink):
        """Margins as a detector leaves them, sometimes cutting into the ink's surroundings."""
        h, w = ink.shape
        m = self.rng.uniform(0.0, 1.0, 4) ** 2 * 0.75 + 0.02
        framed = np.pad(ink, ((int(m[0] * h), int(m[1] * h)), (int(m[2] * h), int(m[3] * h))))
        return self._neighboured(framed) if self.rng.random() < 0.2 else framed

    def _neighboured(self, framed):
        """With a slice of the line above or below, as a detector's box often has."""
        rng = self.rng
        pool = self.arabic if rng.random() < 0.5 else self.western
        digits = alphabet.ARABIC_INDIC if pool is self.arabic else alphabet.WESTERN
        font = fonts.sized(self.pick(pool)[0], int(rng.integers(36, 60)))
        text = "".join(self.pick(digits) for _ in range(int(rng.integers(2, 7))))
        box = font.getbbox(text)
        other = Image.new("L", (box[2] - box[0] + 8, max(8, box[3] - box[1])), 0)
        ImageDraw.Draw(other).text((4 - box[0], -box[1]), text, fill=255, font=font)
        other = np.asarray(other)
        high = max(2, int(framed.shape[0] * rng.uniform(0.03, 0.16)))
        below = rng.random() < 0.5
        part = other[:high] if below else other[-high:]
        part = part[:, :framed.shape[1]]
        x = int(rng.integers(0, max(1, framed.shape[1] - part.shape[1] + 1)))
        framed = framed.copy()
        rows = slice(framed.shape[0] - part.shape[0], framed.shape[0]) if below else slice(0, part.shape[0])
        framed[rows, x:x + part.shape[1]] = np.maximum(framed[rows, x:x + part.shape[1]], part)
        return framed

    def _wobbled(self, ink):
        h, w = ink.shape
        rng = self.rng
        knots = max(3, w // 30)
        strength = rng.uniform(0, 0.06) * h
        dy = np.interp(np.arange(w), np.linspace(0, w, knots), rng.normal(0, strength, knots))
        dx = np.interp(np.arange(h), np.linspace(0, h, 4), rng.normal(0, strength, 4))
        rows = np.clip((np.arange(h)[:, None] + dy[None, :]).astype(int), 0, h - 1)
        cols = np.clip((np.arange(w)[None, :] + dx[:, None]).astype(int), 0, w - 1)
        return ink[rows, cols]

    def _slanted(self, ink):
        """Leaning as in an italic face, mostly to the right."""
        h, w = ink.shape
        lean = self.rng.uniform(-0.15, 0.4)
        extra = int(abs(lean) * h) + 1
        shift = -lean * h - (extra if lean < 0 else 0)
        return np.asarray(Image.fromarray(ink).transform((w + extra, h), Image.AFFINE, (1, lean, shift, 0, 1, 0), Image.BILINEAR))

    def _tilted(self, ink):
        h, w = ink.shape
        rng = self.rng
        j = rng.normal(0, 0.06, 8) * h
        quad = (j[0], j[1], j[2], h + j[3], w + j[4], h + j[5], w + j[6], j[7])
        return np.asarray(Image.fromarray(ink).transform((w, h), Image.QUAD, quad, Image.BILINEAR))

    def _worn(self, ink):
        rng = self.rng
        picture = Image.fromarray(ink)
        chance = rng.random()
        if chance < 0.03:
            # an outline face
            thick = picture.filter(ImageFilter.MaxFilter(int(self.pick([3, 5]))))
            picture = Image.fromarray(np.maximum(np.asarray(thick, int) - np.asarray(picture, int), 0).astype(np.uint8))
        elif chance < 0.12:
            picture = picture.filter(ImageFilter.MinFilter(3))
        elif chance < 0.27:
            picture = picture.filter(ImageFilter.MaxFilter(3))
        ink = np.asarray(picture, float)
        if rng.random() < 0.2:
            h, w = ink.shape
            holes = rng.random((max(2, h // 3), max(2, w // 3))) < rng.uniform(0.02, 0.2)
            holes = np.asarray(Image.fromarray((holes * 255).astype(np.uint8)).resize((w, h), Image.BILINEAR))
            ink = ink * (1 - holes / 255.0)
        return ink

    def _paper(self, width, height):
        rng = self.rng
        light = rng.uniform(120, 255)
        y, x = np.mgrid[0:height, 0:width]
        shade = rng.normal(0, 25) * (x / max(1, width) - 0.5) + rng.normal(0, 25) * (y / max(1, height) - 0.5)
        paper = light + shade
        chance = rng.random()
        if chance < 0.15 and self.backgrounds:
            texture = self._crop(width, height)
            if texture.shape == paper.shape:
                paper = paper * 0.55 + texture * 0.45 + 20
        elif chance < 0.3:
            paper = paper + np.where(x > width * rng.uniform(0.1, 0.9), rng.normal(0, 30), 0)
        elif chance < 0.4:
            line_y = int(height * rng.uniform(0.7, 0.98))
            paper[line_y:line_y + max(1, height // 30)] -= rng.uniform(30, 90)
        return np.clip(paper + rng.normal(0, rng.uniform(0, 8), paper.shape), 95, 255)

    def _edged(self, paper, ink):
        """The card ends beside the line: its edge, often a thin line, and what lies behind. An edge is no digit one."""
        rng = self.rng
        height, width = paper.shape
        columns = np.where(ink.max(0) > 40)[0]
        if len(columns) == 0:
            return paper
        y, x = np.mgrid[0:height, 0:width]
        lean = rng.normal(0, 0.12)
        behind = self._crop(width, height) if self.backgrounds and rng.random() < 0.6 else np.full(paper.shape, rng.uniform(0, 255))
        if behind.shape != paper.shape:
            return paper
        thick = rng.uniform(0.01, 0.08) * height if rng.random() < 0.7 else 0
        for margin, inward in ((columns[0], x), (width - 1 - columns[-1], width - 1 - x)):
            if rng.random() < 0.6 and margin > 4:
                beyond = inward - rng.uniform(0, 0.85) * margin + lean * (y - height / 2)
                paper = np.where(beyond < 0, behind, np.where(beyond < thick, rng.uniform(60, 130), paper))
        return paper

    def _small(self, picture):
        """Seen from afar: shrunk to the height it has in the photo, blurred, noisy, compressed."""
        rng = self.rng
        image = Image.fromarray(picture)
        height = int(np.exp(rng.uniform(np.log(self.smallest), np.log(60))))
        width = max(4, int(image.width * height / image.height * rng.uniform(0.8, 1.25)))
        blur = rng.uniform(0, 0.07) if rng.random() < 0.6 else 0
        if height < image.height and rng.random() < 0.25:
            # a decoder that takes every n-th pixel of a photo that was blurred by the lens
            image = image.filter(ImageFilter.GaussianBlur(blur * image.height)).resize((width, height), Image.NEAREST)
        else:
            image = image.resize((width, height), Image.BOX if height < image.height else Image.BILINEAR)
            image = image.filter(ImageFilter.GaussianBlur(blur * height))
        if rng.random() < 0.5:
            noisy = np.asarray(image, float) + rng.normal(0, rng.uniform(0, 14), (height, width))
            image = Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))
        if rng.random() < 0.4:
            packed = io.BytesIO()
            image.save(packed, "JPEG", quality=int(rng.integers(45, 94)))
            image = Image.open(packed)
        return np.asarray(image)

    @staticmethod
    def _fit(picture):
        image = Image.fromarray(picture)
        width = int(np.clip(round(image.width * HEIGHT / image.height), 16, MOST_WIDTH))
        return np.asarray(image.resize((width, HEIGHT), Image.BILINEAR))


def _shaped(text):
    """Arabic words as raqm would shape them need a library; joined forms of presentation are near enough for junk lines."""
    import unicodedata
    out = []
    for word in text.split(" "):
        shaped = []
        for i, c in enumerate(word):
            name = unicodedata.name(c, "")
            form = "ISOLATED" if len(word) == 1 else "INITIAL" if i == 0 else "FINAL" if i == len(word) - 1 else "MEDIAL"
            try:
                shaped.append(unicodedata.lookup(name + " " + form + " FORM"))
            except KeyError:
                shaped.append(c)
        out.append("".join(reversed(shaped)))
    return " ".join(reversed(out))


def _trimmed(ink):
    rows, cols = np.where(ink.max(1) > 40)[0], np.where(ink.max(0) > 40)[0]
    if len(rows) == 0:
        return ink
    ink = ink[rows[0]:rows[-1] + 1, cols[0]:cols[-1] + 1]
    # a lone dot or dash is not as high as a line
    least = 30
    if ink.shape[0] < least:
        pad = least - ink.shape[0]
        ink = np.pad(ink, ((pad // 2, pad - pad // 2), (0, 0)))
    return ink


def _grey(path):
    image = Image.open(path).convert("L")
    scale = 1600 / max(image.size)
    return np.asarray(image.resize((max(1, int(image.width * scale)), max(1, int(image.height * scale)))))


def photos(part):
    """Backgrounds: photographs of Debian's wallpaper packages; those of mate-backgrounds are held out."""
    root = "/usr/share/backgrounds"
    folder = os.path.join(root, "mate", "nature") if part == "held-out" else root
    return sorted(os.path.join(folder, f) for f in os.listdir(folder) if f.endswith(".jpg"))
