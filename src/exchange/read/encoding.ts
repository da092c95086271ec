/** The text of a file whose encoding nobody tells: by its mark, else UTF-8, else UTF-16 by its zeros, else Windows-1252. */

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Never fails: what is nothing else is Windows-1252, in which every byte is a character. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  const wide = byZeros(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

function byMark([a, b, c]: Uint8Array): DecodedText['encoding'] | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  return undefined;
}

/** UTF-16 without a mark: in a text with Latin letters every second byte is mostly zero. */
function byZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const half = Math.floor(sample.length / 2);
  if (zeros[1]! > 0.4 * half && zeros[0]! < 0.1 * half) return 'utf-16le';
  if (zeros[0]! > 0.4 * half && zeros[1]! < 0.1 * half) return 'utf-16be';
  return undefined;
}

/** Whether bytes look like no text at all: a zero byte in what is no UTF-16. */
export const isBinary = (bytes: Uint8Array): boolean =>
  !byMark(bytes) && !byZeros(bytes) && bytes.subarray(0, 65_536).includes(0);
