/** Pictures for tests, made byte by byte. */
import { crc32, deflateSync } from 'node:zlib';

export const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
};

/** Node has it from 22.2 on. */
const crc = (bytes: Uint8Array): number => (crc32 ? crc32(bytes) : slowCrc(bytes));

function slowCrc(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly type?: number;
  readonly interlace?: number;
  /** The lines of pixels, each with its filter; of zeros if left out. */
  readonly lines?: Uint8Array;
  readonly palette?: Uint8Array;
  readonly transparent?: Uint8Array;
  /** Before the pixels. */
  readonly more?: readonly Buffer[];
  /** Behind the end. */
  readonly behind?: Uint8Array;
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export function png(options: PngOptions = {}): Buffer {
  const { width = 4, height = 2, depth = 8, type = 6, interlace = 0, palette, transparent, more = [] } = options;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, type, 0, 0, interlace], 8);
  const line = Math.ceil((width * (channels[type] ?? 1) * depth) / 8) + 1;
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', palette)] : []),
    ...(transparent ? [chunk('tRNS', transparent)] : []),
    ...more,
    chunk('IDAT', deflateSync(options.lines ?? Buffer.alloc(line * height))),
    chunk('IEND', Buffer.alloc(0)),
    options.behind ?? Buffer.alloc(0),
  ]);
}

/** 40 × 20 pixels of a gradient, with a comment. */
export const jpeg = (): Buffer =>
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAUACgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYE/8QAGRABAAIDAAAAAAAAAAAAAAAAABViAxNR/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAQF/8QAFhEBAQEAAAAAAAAAAAAAAAAAABET/9oADAMBAAIRAxEAPwDHHVI6qujqkdVBizMEjHVI6qujqkdUxMEjHVFdHVDEwVGjHw0Y+AujShox8NGPgEIaMfACEf/Z',
    'base64',
  );

/** The same in the colours of print. */
export const cmykJpeg = (): Buffer =>
  Buffer.from(
    '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAFAgACgAUBAEiAAIRAQMRAQQiAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAD/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAAF/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwCACwvgAAAA/9k=',
    'base64',
  );
