"""Draws the screen of a terminal, text with its SGR sequences, as an SVG picture that stands alone."""

import itertools
import re
import unicodedata
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

FONT = "ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', Consolas, 'Liberation Mono', monospace"
SIZE, WIDTH, HEIGHT = 14, 8.4, 19
MARGIN, BAR = 14, 36
GROUND, TEXT, FRAME, FAINT = "#1b1f27", "#d5dae3", "#2a303b", "#8b94a5"

# black, red, green, yellow, blue, magenta, cyan, white, and the same bright
PALETTE = (
    "#2f3541 #e5707a #93c47a #e3bc6f #6aaef2 #c586e0 #59b9c4 #c3cad6 "
    "#6f7a8d #ff8b94 #aee091 #ffd98a #8cc5ff #dfa6f5 #7cd9e3 #ffffff"
).split()

# OSC (titles, links) ends in BEL or ST
SEQUENCE = re.compile(r"\x1b\[([0-9;:]*)m|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x1f]")


@dataclass(frozen=True)
class Style:
    """How a cell looks; colours are CSS, or None for the terminal's own."""

    front: str = None
    back: str = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    reverse: bool = False
    hidden: bool = False

    def colours(self):
        """What to draw in, and what to draw on, which is None for the ground."""
        return (self.back or GROUND, self.front or TEXT) if self.reverse else (self.front or TEXT, self.back)


SWITCHES = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse", 8: "hidden", 9: "strike"}
OFF = {23: "italic", 24: "underline", 27: "reverse", 28: "hidden", 29: "strike"}


def svg(lines, columns, title, description, cursor=None):
    """
    The picture of some lines.

    lines: as a terminal gets them; a style goes on in the next line, as tmux writes it
    columns: the width of the screen
    cursor: its column and row, or None where it does not show
    """
    width = columns * WIDTH + 2 * MARGIN
    height = BAR + len(lines) * HEIGHT + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}"'
        f' width="{number(width)}" height="{number(height)}" role="img" aria-labelledby="title description"'
        f' font-family="{FONT}" font-size="{SIZE}">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f'<rect width="{number(width)}" height="{number(height)}" rx="9" fill="{GROUND}"/>',
        f'<path d="M0 {BAR - 8}V9a9 9 0 0 1 9-9H{number(width - 9)}a9 9 0 0 1 9 9V{BAR - 8}Z" fill="{FRAME}"/>',
    ]
    for position, colour in enumerate((PALETTE[1], PALETTE[3], PALETTE[2])):
        parts.append(f'<circle cx="{18 + 20 * position}" cy="{(BAR - 8) / 2:g}" r="6" fill="{colour}"/>')
    parts.append(
        f'<text x="{number(width / 2)}" y="{(BAR - 8) / 2 + 5:g}" text-anchor="middle" fill="{FAINT}">'
        f"{escape(title)}</text>"
    )
    style = Style()
    for row, line in enumerate(lines):
        cells, style = read(line, style)
        parts += draw(cells, BAR + row * HEIGHT)
    if cursor:
        column, row = cursor
        parts.append(
            f'<rect x="{number(MARGIN + column * WIDTH)}" y="{number(BAR + row * HEIGHT + 1)}" width="{WIDTH}"'
            f' height="{HEIGHT - 2}" fill="{TEXT}" fill-opacity="0.6"/>'
        )
    return "\n".join(parts + ["</svg>", ""])


def read(line, style):
    """The cells of a line, each its column, text, width and style; and the style that goes on."""
    cells, column, position = [], 0, 0
    while position < len(line):
        sequence = SEQUENCE.match(line, position)
        if sequence:
            if sequence.group(1) is not None:
                style = restyled(style, sequence.group(1))
            position = sequence.end()
            continue
        character = line[position]
        position += 1
        width = cell_width(character)
        if width == 0 and cells:
            before = cells[-1]
            cells[-1] = (before[0], before[1] + character, *before[2:])
        elif width:
            cells.append((column, character, width, style))
            column += width
    return cells, style


def cell_width(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def restyled(style, parameters):
    """A style after one SGR sequence. What is unknown changes nothing."""
    # 4:3 is a kind of underline; in 38:2::r:g:b the empty one is a colour space
    codes = iter(parameters.split(";"))
    for text in codes:
        sub = [int(part or 0) for part in text.split(":")]
        code = sub[0]
        if code == 0:
            style = Style()
        elif code in SWITCHES:
            style = replace(style, **{SWITCHES[code]: sub[1:] != [0]})
        elif code in OFF:
            style = replace(style, **{OFF[code]: False})
        elif code == 22:
            style = replace(style, bold=False, dim=False)
        elif code in (38, 48):
            values = (sub[1:2] + sub[-3:] if sub[1] == 2 else sub[1:]) if len(sub) > 1 else following(codes)
            style = replace(style, **{"front" if code == 38 else "back": colour(values)})
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style = replace(style, front=PALETTE[code % 10 + (8 if code >= 90 else 0)])
        elif 40 <= code <= 47 or 100 <= code <= 107:
            style = replace(style, back=PALETTE[code % 10 + (8 if code >= 100 else 0)])
        elif code == 39:
            style = replace(style, front=None)
        elif code == 49:
            style = replace(style, back=None)
    return style


def following(codes):
    kind = int(next(codes, "0") or 0)
    return [kind] + [int(code or 0) for code in itertools.islice(codes, 3 if kind == 2 else 1)]


def colour(values):
    """CSS of [2, red, green, blue] or [5, index]; None where that is neither."""
    if values[0] == 2 and len(values) == 4:
        return "#%02x%02x%02x" % tuple(min(value, 255) for value in values[1:])
    if values[0] != 5 or len(values) != 2 or values[1] > 255:
        return None
    index = values[1]
    if index < 16:
        return PALETTE[index]
    if index >= 232:
        return "#%02x%02x%02x" % ((8 + 10 * (index - 232),) * 3)
    levels = (0, 95, 135, 175, 215, 255)
    index -= 16
    return "#%02x%02x%02x" % (levels[index // 36], levels[index // 6 % 6], levels[index % 6])


def draw(cells, top):
    """The backgrounds of a row, then its text, each run of cells of one style at its own place."""
    grounds, texts = [], []
    for (style, _), group in itertools.groupby(cells, key=run_key):
        run = list(group)
        text = "".join(cell[1] for cell in run)
        front, back = style.colours()
        lines = " ".join(name for name, on in (("underline", style.underline), ("line-through", style.strike)) if on)
        column, width = run[0][0], sum(cell[2] for cell in run)
        x = number(MARGIN + column * WIDTH)
        if back:
            grounds.append(
                f'<rect x="{x}" y="{number(top)}" width="{number(width * WIDTH)}" height="{HEIGHT}" fill="{back}"/>'
            )
        if not lines:
            width -= len(text) - len(text.rstrip(" "))
            text = text.rstrip(" ")
        if style.hidden or not text:
            continue
        attributes = f' fill="{front}"'
        if style.bold:
            attributes += ' font-weight="bold"'
        if style.dim:
            attributes += ' fill-opacity="0.6"'
        if style.italic:
            attributes += ' font-style="italic"'
        if lines:
            attributes += f' text-decoration="{lines}"'
        # fonts differ in their widths: this keeps each run in its cells
        texts.append(
            f'<text x="{x}" y="{number(top + 14)}" textLength="{number(width * WIDTH)}"'
            f' lengthAdjust="spacingAndGlyphs" xml:space="preserve"{attributes}>{escape(text)}</text>'
        )
    return grounds + texts


def run_key(cell):
    """What is not ASCII may come from another font, so that such a cell stands alone."""
    column, text, _, style = cell
    return style, None if text.isascii() else column


def number(value):
    return f"{value:.2f}".rstrip("0").rstrip(".")
