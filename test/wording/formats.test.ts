/** Every document in every format in German: the same bytes each time, and for programs those of English. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { artefacts, exportArtefact, formatsOf, joined } from '../../src/export/index.ts';
import { filesOf } from '../documents/arrival.ts';
import { type Opened, open } from '../documents/open.ts';

const files = [...filesOf(readFileSync(new URL('../documents/everything.isms', import.meta.url), 'utf8'))];
const config = '{ "documents": { "language": "de" } }';
const english = open(files);
const german = open([...files, ['file:///isms/isms.config.json', config]]);

const pairs = artefacts.flatMap(info => formatsOf(info).map(({ id }) => [info.id, id] as const));

const bytesOf = async ({ workspace, unit }: Opened, artefact: string, format: string): Promise<Uint8Array> =>
  joined((await exportArtefact(workspace, unit, { artefact, format })).pieces);

const isForPrograms = (format: string): boolean => format === 'json' || format.startsWith('oscal');

describe('in German', () => {
  test.each(pairs)('%s as %s', async (artefact, format) => {
    const bytes = await bytesOf(german, artefact, format);
    expect(Buffer.compare(bytes, await bytesOf(german, artefact, format))).toBe(0);
    expect(Buffer.compare(bytes, await bytesOf(english, artefact, format)) === 0).toBe(isForPrograms(format));
    // Whatever a reader is shown has days as the language writes them.
    if (format === 'text') expect(new TextDecoder().decode(bytes)).not.toMatch(/\b\d{4}-\d\d(?:-\d\d)?\b/);
    if (format === 'html') expect(new TextDecoder().decode(bytes.slice(0, 100))).toContain('<html lang="de">');
  });
});
