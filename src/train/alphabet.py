"""The classes of the digit reader, in the order of the model's outputs; class 0 is CTC's blank."""

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
# only the shapes that differ from the Arabic-Indic ones; the others look alike
PERSIAN = "۴۵۶"
WESTERN = "0123456789"
SEPARATORS = "/-."
ARABIC_LETTERS = "ابتثجحدرزسشصطعفقكلمنهوي"
LATIN_LETTERS = "ABCDEFGHJKLMNPRST"
# anything that is written and none of these: one per word or mark
OTHER = "□"

CLASSES = ARABIC_INDIC + PERSIAN + WESTERN + SEPARATORS + ARABIC_LETTERS + LATIN_LETTERS + OTHER
INDEX = {c: i + 1 for i, c in enumerate(CLASSES)}
COUNT = len(CLASSES) + 1
