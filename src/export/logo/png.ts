/** PNG (ISO/IEC 15948): checked, and written anew with what draws the picture. */
import { Unzlib, zlibSync } from 'fflate';
import { joinedBytes } from '../../formats/shared/pieces.ts';
import { refusing } from '../../wording/said-error.ts';
import { cutOff, damaged, type Picture, PictureFault, refuseHuge } from './picture.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte);

/** By colour type: how many values a pixel has, and in how many bits each may be. */
const colourTypes: Readonly<Record<number, { readonly channels: number; readonly depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};
const palette = 3;

/** How much of the packed pixels is unpacked at once, in bytes: what comes of it is at most a thousand times as much. */
const portion = 4096;

/** How lines of pixels may be written: none, sub, up, average, Paeth. */
const mostFilter = 4;

/** @throws PictureFault if it is none, or one that some format cannot show */
export function readPng(bytes: Uint8Array): Picture {
  const parts = partsOf(bytes);
  const [header] = parts;
  if (header?.type !== 'IHDR' || header.data.length !== 13) throw damaged();
  const { data } = header;
  const numbers = new DataView(data.buffer, data.byteOffset, data.length);
  const [width, height] = [numbers.getUint32(0), numbers.getUint32(4)];
  const [depth = 0, type = 0, compression, filter, interlace] = data.subarray(8);
  refuseHuge(width, height);
  const known = colourTypes[type];
  if (!known?.depths.includes(depth) || compression !== 0 || filter !== 0) throw damaged();
  if (interlace !== 0)
    throw new PictureFault(refusing('it is interlaced, which not every program shows; save it without'));
  const only = (name: string): Uint8Array | undefined => {
    const all = parts.filter(part => part.type === name);
    if (all.length > 1) throw damaged();
    return all[0]?.data;
  };
  const [colours, transparent] = [only('PLTE'), only('tRNS')];
  const isPalette = type === palette;
  if (isPalette && (!colours?.length || colours.length % 3 || colours.length > 3 * 2 ** depth)) throw damaged();
  if (transparent && !isFitting(transparent.length, type, (colours?.length ?? 0) / 3)) throw damaged();
  const packed = parts.filter(part => part.type === 'IDAT').map(part => part.data);
  const line = Math.ceil((width * known.channels * depth) / 8) + 1;
  const pixels = unpacked(packed, line, height);
  return {
    type: 'png',
    width,
    height,
    bytes: joinedBytes([
      Uint8Array.from(signature),
      chunk('IHDR', data),
      ...(isPalette && colours ? [chunk('PLTE', colours)] : []),
      ...(transparent ? [chunk('tRNS', transparent)] : []),
      chunk('IDAT', zlibSync(pixels)),
      chunk('IEND', new Uint8Array()),
    ]),
  };
}

/** Whether what is transparent has the length that its colour type asks for. */
function isFitting(length: number, type: number, colours: number): boolean {
  if (type === palette) return length > 0 && length <= colours;
  return type === 0 ? length === 2 : type === 2 && length === 6;
}

interface Part {
  readonly type: string;
  readonly data: Uint8Array;
}

/** All parts up to the end of the picture; what is behind it is none of it. */
function partsOf(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = signature.length; ; ) {
    if (at + 12 > bytes.length) throw cutOff();
    const length = numbers.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw cutOff();
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type) || numbers.getUint32(end) !== crc(bytes.subarray(at + 4, end))) throw damaged();
    // A part that a picture cannot do without, and that nobody here knows, begins with a capital.
    if (/^[A-Z]/.test(type) && !['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type)) throw damaged();
    if (type === 'IEND') return parts;
    parts.push({ type, data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
}

/** The lines of pixels, each with its filter before it: exactly as many as there are to be, however much more was packed. */
function unpacked(packed: readonly Uint8Array[], line: number, height: number): Uint8Array {
  const pixels = new Uint8Array(line * height);
  let length = 0;
  const unzip = new Unzlib(found => {
    if (length + found.length > pixels.length) throw damaged();
    pixels.set(found, length);
    length += found.length;
  });
  try {
    for (const [index, part] of packed.entries()) {
      for (let at = 0; at < part.length; at += portion)
        unzip.push(part.subarray(at, at + portion), index === packed.length - 1 && at + portion >= part.length);
    }
  } catch {
    throw damaged();
  }
  if (length !== pixels.length) throw damaged();
  for (let at = 0; at < length; at += line) if ((pixels[at] ?? 0) > mostFilter) throw damaged();
  return pixels;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const numbers = new DataView(bytes.buffer);
  numbers.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  numbers.setUint32(8 + data.length, crc(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as PNG has it. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
