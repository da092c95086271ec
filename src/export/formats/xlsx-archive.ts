import { Zip, ZipDeflate } from 'fflate';

/** A file of the archive: its path, and its text piece by piece. */
export type Part = readonly [path: string, pieces: Iterable<string>];

/**
 * A ZIP archive, piece by piece; it holds no more of a part than its compression looks back at. The same bytes on every platform: the
 * compression is fflate's own, as the output of the platform's zlib differs between versions and processors.
 */
export function* archive(parts: Iterable<Part>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  // The archive's dates are local times, so this one is built as such.
  const mtime = new Date(1980, 0, 1);
  let written: Uint8Array[] = [];
  const take = function* (): Generator<Uint8Array> {
    const taken = written;
    written = [];
    for (const piece of taken) if (piece.length > 0) yield piece;
  };
  const zip = new Zip((error, data) => {
    if (error) throw error;
    written.push(data);
  });
  for (const [path, pieces] of parts) {
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = mtime;
    zip.add(part);
    for (const piece of pieces) {
      part.push(encoder.encode(piece));
      yield* take();
    }
    part.push(new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
