/** JPEG (ITU-T T.81): checked, and taken without what does not draw the picture, such as where a photograph was made. */
import { joinedBytes } from '../../formats/shared/pieces.ts';
import { refusing } from '../../wording/said-error.ts';
import { cutOff, damaged, type Picture, PictureFault, refuseHuge } from './picture.ts';

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

const startOfScan = 0xda;
const end = 0xd9;

/** Frames that every program shows: baseline, extended and progressive. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** All others: lossless, hierarchical, arithmetic. 0xc4, 0xc8 and 0xcc begin no frame. */
const otherFrames: ReadonlySet<number> = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** What draws: Huffman and quantization tables, restart intervals, and what JFIF and Adobe say of the colours. */
const drawing: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd, 0xe0, 0xee]);

/** @throws PictureFault if it is none, or one that some format cannot show */
export function readJpeg(bytes: Uint8Array): Picture {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { readonly width: number; readonly height: number } | undefined;
  let scans = 0;
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) throw at < bytes.length ? damaged() : cutOff();
    // Any number of fill bytes may stand before a marker.
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (marker === undefined) throw cutOff();
    if (marker === end) {
      if (!size || !scans) throw damaged();
      kept.push(bytes.subarray(at, at + 2));
      return { type: 'jpeg', ...size, bytes: joinedBytes(kept) };
    }
    const length = (byteAt(bytes, at + 2) << 8) | byteAt(bytes, at + 3);
    let next = at + 2 + length;
    if (length < 2) throw damaged();
    if (next > bytes.length) throw cutOff();
    if (otherFrames.has(marker))
      throw new PictureFault(
        refusing('it is a JPEG of a kind that few programs show; save it as baseline or progressive'),
      );
    if (frames.has(marker)) {
      if (size) throw damaged();
      size = frameSize(bytes.subarray(at + 4, next));
    }
    if (marker === startOfScan) {
      if (!size) throw damaged();
      scans++;
      next = endOfScan(bytes, next);
    }
    if (frames.has(marker) || drawing.has(marker) || marker === startOfScan) kept.push(bytes.subarray(at, next));
    at = next;
  }
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw cutOff();
  return byte;
}

function frameSize(frame: Uint8Array): { readonly width: number; readonly height: number } {
  const [depth, ...sides] = frame.subarray(0, 5);
  const [highest = 0, high = 0, widest = 0, wide = 0] = sides;
  const components = frame[5];
  if (components === undefined || frame.length !== 6 + 3 * components) throw damaged();
  if (depth !== 8)
    throw new PictureFault(refusing('it is a JPEG of more than 8 bits, which few programs show; save it in 8 bits'));
  if (components !== 1 && components !== 3)
    throw new PictureFault(
      refusing('its colours are those of print (CMYK), which not every program shows; save it in RGB'),
    );
  const size = { height: (highest << 8) | high, width: (widest << 8) | wide };
  refuseHuge(size.width, size.height);
  return size;
}

/** Where the packed pixels of a scan end: at the next marker that is none within them. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    const isWithin = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isWithin) return at;
  }
  throw cutOff();
}
