"""Takes the pictures out of a Qt resource file (format of rcc, versions 1 to 3): unpack-rcc.py FILE FOLDER."""

import os
import struct
import sys
import zlib

data = open(sys.argv[1], "rb").read()
version, tree, contents, names = struct.unpack(">IIII", data[4:20])
# a node is a name, flags and two numbers; since version 2 also a time
node_size = 14 if version == 1 else 22


def name(at):
    length = struct.unpack(">H", data[names + at:names + at + 2])[0]
    return data[names + at + 6:names + at + 6 + 2 * length].decode("utf-16-be")


def unpack(number, folder):
    at = tree + number * node_size
    named, flags = struct.unpack(">IH", data[at:at + 6])
    first, second = struct.unpack(">II", data[at + 6:at + 14])
    path = os.path.join(folder, name(named)) if number else folder
    if flags & 2:
        for child in range(second, second + first):
            unpack(child, path)
    elif path.endswith((".webp", ".jpg", ".png")):
        length = struct.unpack(">I", data[contents + second:contents + second + 4])[0]
        content = data[contents + second + 4:contents + second + 4 + length]
        os.makedirs(folder, exist_ok=True)
        with open(path, "wb") as out:
            out.write(zlib.decompress(content[4:]) if flags & 1 else content)


unpack(0, os.path.join(sys.argv[2], os.path.basename(sys.argv[1])))
