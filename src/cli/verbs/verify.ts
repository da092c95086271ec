/** `isms verify`: whether an audit pack is as it was written, and what the source says otherwise today. */
import { resolve } from 'node:path';
import { exportAll, sha256 } from '../../export/all.ts';
import { type Manifest, manifestName, readManifest } from '../../export/manifest.ts';
import { type FoundFile, packDifferences, type SourceDifference, sourceDifferences } from '../../export/verify.ts';
import { counted } from '../../model/counted.ts';
import { entriesIn } from '../../node/entries.ts';
import { textIn } from '../../node/files.ts';
import { printable } from '../../syntax/text/printable.ts';
import { making } from '../faults.ts';
import { fileReason, isFileError } from '../file-errors.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { formatOption } from '../options.ts';
import type { Verb } from '../verb.ts';

const help = `
DIR is what “isms export all PATH -o DIR” wrote. Sums tell a change by accident, or by somebody who left the manifest alone; with PATH
the documents are made again as of the day of the pack and compared too. Nothing is written.

Examples:
  isms verify public            whether each file is as it was written
  isms verify public my-isms    and what the source says otherwise today`;

const verify: Verb = (command, io, exit) => {
  command
    .argument('<dir>', 'the folder of the pack')
    .argument('[path]', 'the folder of the ISMS that it was written from')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addHelpText('after', help)
    .action(async (dir: string, path: string | undefined, { format }: { readonly format: string }) => {
      const { manifest, found } = await readPack(dir, io);
      const pack = packDifferences(manifest, found);
      const source = path === undefined ? undefined : await compared(path, manifest, found, io);
      if (pack.length || source?.length) exit(exitCodes.findings);
      const { isms, asOf, edition } = manifest;
      const data = { isms, asOf, edition, files: manifest.files.length, pack, source: source ?? null };
      io.stdout.write(format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : textOf(data));
    });
};

async function readPack(dir: string, io: Io): Promise<{ manifest: Manifest; found: Map<string, FoundFile> }> {
  const found = new Map<string, FoundFile>();
  let manifest: ReturnType<typeof readManifest> | undefined;
  try {
    for await (const entry of entriesIn(resolve(io.cwd, dir))) {
      if (entry.name !== manifestName) {
        found.set(entry.name, 'bytes' in entry ? { sha256: await sha256(entry.bytes) } : { reason: entry.reason });
        continue;
      }
      const text = 'bytes' in entry ? textIn(entry.bytes) : undefined;
      const why = 'reason' in entry ? entry.reason : 'it is not UTF-8';
      manifest = text === undefined ? { problem: `It cannot be read: ${why}.` } : readManifest(text);
    }
  } catch (error) {
    throw isFileError(error)
      ? new UsageError(
          `${printable(dir)} cannot be read: ${(error as { code?: string }).code === 'ENOENT' ? 'there is no such folder' : fileReason(error)}.`,
        )
      : error;
  }
  if (!manifest) {
    throw new UsageError(
      `${printable(dir)} has no ${manifestName}. Name a folder that “isms export all PATH -o DIR” wrote.`,
    );
  }
  if ('problem' in manifest)
    throw new UsageError(`${printable(dir)}/${manifestName} cannot be used. ${printable(manifest.problem)}`);
  return { manifest, found };
}

/** Makes the documents again, in memory and one after the other, as they were asked for. */
async function compared(
  path: string,
  manifest: Manifest,
  found: ReadonlyMap<string, FoundFile>,
  io: Io,
): Promise<SourceDifference[]> {
  const { formats, edition, language } = manifest.asked;
  const { workspace, unit } = await loadOne(path, { asOf: manifest.asOf, language }, io);
  const now = new Map<string, { title: string; sha256: string }>();
  await making('documents', io, async () => {
    const all = exportAll(workspace, unit, { formats: formats ?? undefined, edition: edition ?? undefined, language });
    for await (const file of all) {
      if ('refusal' in file || file.fileName === manifestName) continue;
      now.set(file.fileName, { title: file.title, sha256: await sha256(file.bytes) });
    }
  });
  return sourceDifferences(manifest, found, now);
}

interface Data {
  readonly asOf: string;
  readonly files: number;
  readonly pack: ReturnType<typeof packDifferences>;
  readonly source: readonly SourceDifference[] | null;
}

function textOf({ asOf, files, pack, source }: Data): string {
  const lines = pack.map(
    ({ file, is, reason }) => `${printable(file)}: ${is}${reason === undefined ? '' : `: ${printable(reason)}`}`,
  );
  const all = counted(files, 'file');
  lines.push(
    pack.length ? `${counted(pack.length, 'difference')} from the manifest of ${all}.` : `${all} as the manifest says.`,
  );
  if (source) {
    if (lines.length) lines.push('');
    lines.push(...source.map(({ document, file, is }) => `${printable(document)}: ${printable(file)}: ${is}`));
    const count = counted(source.length, 'difference');
    lines.push(
      source.length ? `${count} from the source, as of ${asOf}.` : `The source gives the same, as of ${asOf}.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

export default verify;
