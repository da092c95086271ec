/**
 * A PNG as an image of a PDF. Its pixels are taken as they are packed, since PDF packs them alike; only where some are transparent are they
 * unpacked, as PDF has that apart. The library's own reader of PNG works in the background, with an order of its own.
 */
import { unzlibSync } from 'fflate';
import type PDFDocument from 'pdfkit';

type Pdf = InstanceType<typeof PDFDocument>;
/** A part of the file; the types of the library do not know what it holds. */
type Ref = PDFKit.PDFKitReference & { end: (data?: Uint8Array) => void };

/** By colour type: how many values a pixel has. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const [palette, withAlpha] = [3, 4];

export class PngImage {
  readonly width: number;
  readonly height: number;
  /** What pages call it. */
  readonly label = 'Logo';
  obj: Ref | undefined;
  private readonly depth: number;
  private readonly type: number;
  private readonly parts: ReadonlyMap<string, Uint8Array>;

  /** @param bytes a PNG that was checked, not interlaced and with its pixels in one part */
  constructor(bytes: Uint8Array) {
    this.parts = partsOf(bytes);
    const header = this.part('IHDR');
    const numbers = new DataView(header.buffer, header.byteOffset, header.length);
    [this.width, this.height] = [numbers.getUint32(0), numbers.getUint32(4)];
    [this.depth, this.type] = [numbers.getUint8(8), numbers.getUint8(9)];
  }

  /** Puts it into the file, once; the library asks for it. */
  embed(pdf: Pdf): void {
    const { width, height, depth, type } = this;
    const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
    const transparent = this.parts.get('tRNS');
    if (type >= withAlpha || (type === palette && transparent)) {
      const { colours, alpha } = this.separated(transparent);
      const mask = pdf.ref({ ...image, BitsPerComponent: 8, ColorSpace: 'DeviceGray' }) as Ref;
      mask.end(alpha);
      const ColorSpace = type === withAlpha ? 'DeviceGray' : 'DeviceRGB';
      this.obj = pdf.ref({ ...image, BitsPerComponent: 8, ColorSpace, SMask: mask }) as Ref;
      this.obj.end(colours);
      return;
    }
    const Colors = channelsOf[type] ?? 1;
    this.obj = pdf.ref({
      ...image,
      BitsPerComponent: depth,
      ColorSpace: type === palette ? this.palette(pdf) : type === 0 ? 'DeviceGray' : 'DeviceRGB',
      ...(transparent && { Mask: [...pairs(transparent)].flatMap(value => [value, value]) }),
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors, BitsPerComponent: depth, Columns: width },
    }) as Ref;
    this.obj.end(this.part('IDAT'));
  }

  private palette(pdf: Pdf): unknown[] {
    const colours = this.part('PLTE');
    const ref = pdf.ref({}) as Ref;
    ref.end(colours);
    return ['Indexed', 'DeviceRGB', colours.length / 3 - 1, ref];
  }

  /** The colours of all pixels, and how opaque each is, in 8 bits. */
  private separated(transparent: Uint8Array | undefined): { colours: Uint8Array; alpha: Uint8Array } {
    const { width, height, depth, type } = this;
    const channels = channelsOf[type] ?? 1;
    const lineLength = Math.ceil((width * channels * depth) / 8);
    const lines = unfiltered(unzlibSync(this.part('IDAT')), lineLength, Math.max((channels * depth) / 8, 1));
    const table = type === palette ? this.part('PLTE') : undefined;
    const kept = table ? 3 : channels - 1;
    const colours = new Uint8Array(width * height * kept);
    const alpha = new Uint8Array(width * height);
    for (let y = 0, pixel = 0; y < height; y++) {
      const line = lines.subarray(y * lineLength, (y + 1) * lineLength);
      for (let x = 0; x < width; x++, pixel++) {
        if (table) {
          const index = bitsAt(line, x, depth);
          colours.set(table.subarray(3 * index, 3 * index + 3), 3 * pixel);
          alpha[pixel] = transparent?.[index] ?? 255;
          continue;
        }
        // Of 16 bits the first eight.
        const size = depth / 8;
        for (let channel = 0; channel < kept; channel++)
          colours[kept * pixel + channel] = line[(x * channels + channel) * size] ?? 0;
        alpha[pixel] = line[(x * channels + kept) * size] ?? 0;
      }
    }
    return { colours, alpha };
  }

  private part(type: string): Uint8Array {
    return this.parts.get(type) ?? new Uint8Array();
  }
}

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + numbers.getUint32(at);
    parts.set(String.fromCharCode(...bytes.subarray(at + 4, at + 8)), bytes.subarray(at + 8, end));
    at = end + 4;
  }
  return parts;
}

/** Numbers of two bytes. */
function* pairs(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at + 1 < bytes.length; at += 2) yield ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** The value at a place of a line whose values have 1, 2, 4 or 8 bits. */
function bitsAt(line: Uint8Array, x: number, depth: number): number {
  const bit = x * depth;
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}

/**
 * The lines of pixels without what each is told by: the difference from the pixel before it, above it, or both (PNG, "Filtering").
 * @param packed each line with the number of its filter before it
 * @param step bytes of a pixel, at least one
 */
function unfiltered(packed: Uint8Array, lineLength: number, step: number): Uint8Array {
  const lines = new Uint8Array((packed.length / (lineLength + 1)) * lineLength);
  for (let from = 0, to = 0; from < packed.length; from += lineLength + 1, to += lineLength) {
    const filter = packed[from];
    for (let x = 0; x < lineLength; x++) {
      const left = x < step ? 0 : (lines[to + x - step] ?? 0);
      const above = to === 0 ? 0 : (lines[to + x - lineLength] ?? 0);
      const corner = x < step || to === 0 ? 0 : (lines[to + x - step - lineLength] ?? 0);
      lines[to + x] = (packed[from + 1 + x] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return lines;
}

function predicted(filter: number | undefined, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const [byLeft, byAbove, byCorner] = [left, above, corner].map(one => Math.abs(left + above - corner - one));
      if ((byLeft ?? 0) <= (byAbove ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) return left;
      return (byAbove ?? 0) <= (byCorner ?? 0) ? above : corner;
    }
    default:
      return 0;
  }
}
