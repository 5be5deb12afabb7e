#!/usr/bin/python3
"""Makes the font of the papers (ADR 0009).

papers-font.py NotoSerifCJK-Regular.ttc NotoSerif-Regular.ttf UNIHAN-FOLDER OUTPUT.ttf

Noto Serif CJK SC, reduced to 通用规范汉字表 (kTGH of Unihan), GB 2312 and common signs, with Noto Serif's Latin letters of
European and Vietnamese names; TrueType outlines, without hints and layout tables. Debian: fonts-noto-cjk, fonts-noto-core,
unicode-data, python3-fonttools.
"""

import bz2
import pathlib
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

SIMPLIFIED_CHINESE = 2  # in the collection
MOST_DEVIATION = 1.5  # of 1000 units, when curves become quadratic

LATIN = {*range(0x100, 0x180), *range(0x1A0, 0x1B1), *range(0x218, 0x21C), *range(0x1EA0, 0x1EFA)}
SIGNS = {
    *range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2028), *range(0x2030, 0x205F), *range(0x2160, 0x2170),
    *range(0x2460, 0x2474), *range(0x3000, 0x3040), *range(0xFF00, 0xFFF0), 0x25A1, 0x2610, 0x2611,
}  # fmt: skip


def gb2312():
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def standard_characters(unihan):
    for file in pathlib.Path(unihan).glob("Unihan_*.txt.bz2"):
        with bz2.open(file, "rt") as lines:
            yield from (int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line)


def reduced(collection, characters):
    font = TTFont(collection, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    options = Options(layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.name_IDs = ["*"]
    options.drop_tables += ["VORG", "GPOS", "GSUB", "GDEF", "BASE", "vhea", "vmtx", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def quadratic(font):
    shapes = font.getGlyphSet()
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        shapes[name].draw(Cu2QuPen(pen, MOST_DEVIATION, reverse_direction=True))
        yield name, pen.glyph(), font["hmtx"][name][0]


def lacking(font, latin):
    """Latin letters of the second font, as (character, name, outline, width)."""
    shapes, names = latin.getGlyphSet(), latin.getBestCmap()
    for character in sorted(LATIN - set(font.getBestCmap())):
        record = DecomposingRecordingPen(shapes)
        shapes[names[character]].draw(record)
        pen = TTGlyphPen(None)
        record.replay(pen)
        yield character, f"uni{character:04X}", pen.glyph(), latin["hmtx"][names[character]][0]


def main(collection, latin, unihan, output):
    font = reduced(collection, SIGNS | LATIN | set(gb2312()) | set(standard_characters(unihan)))
    outlines = {name: (shape, width) for name, shape, width in quadratic(font)}
    added = list(lacking(font, TTFont(latin)))
    outlines.update({name: (shape, width) for _, name, shape, width in added})
    order = list(outlines)

    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {name: shape for name, (shape, _) in outlines.items()}
    font.setGlyphOrder(order)
    for name, (shape, width) in outlines.items():
        shape.recalcBounds(glyf)
        font["hmtx"][name] = (width, shape.xMin if shape.numberOfContours else 0)
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap.update({character: name for character, name, _, _ in added})
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    for key in (
        "maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements maxSizeOfInstructions "
        "maxComponentElements maxPoints maxContours maxCompositePoints maxCompositeContours maxComponentDepth"
    ).split():
        setattr(font["maxp"], key, 0)
    font["maxp"].maxZones = 1
    post = font["post"]
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 3.0, [], {}, order
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = "SuyuanPapers" if record.nameID != 6 else "SuyuanPapers-Regular"
        elif record.nameID == 0:
            record.string = font["name"].getDebugName(0) + " " + TTFont(latin)["name"].getDebugName(0)
    font.sfntVersion = "\x00\x01\x00\x00"
    font.save(output)


main(*sys.argv[1:])
