/** `isms export site`: the pictures of an ISMS as a page of its own, which opens from disk and needs no network. */
import { join, resolve } from 'node:path';
import { makeFolder, pathOfUri, writeWhole } from '../node/files.ts';
import { printable } from '../syntax/text/printable.ts';
import { making } from './faults.ts';
import { cannotWrite, isFileError, refuseLinkOut } from './file-errors.ts';
import { historyOf } from './history.ts';
import { type Io, UsageError } from './io.ts';
import { loadOne } from './load.ts';

export interface SiteOptions {
  readonly asOf?: string;
  readonly output?: string;
  /** Whether the history of the ISMS is put into the page. */
  readonly history?: boolean;
  /** Choices that a site does not have; each is refused. */
  readonly others: readonly string[];
}

/** The name of the page in its folder. */
const pageName = 'index.html';

/** Writes the page into a folder, which is made where it is not there. The same ISMS, and with its history the same commits, give the same bytes. */
export async function exportSite(path: string, { asOf, output, history, others }: SiteOptions, io: Io): Promise<void> {
  if (output === undefined || output === '' || output === '-') {
    throw new UsageError('Name the folder for the page, as in isms export site -o dashboard.');
  }
  if (others.length) throw new UsageError(`${others.join(', ')} is for documents; leave it out for the site.`);
  const loaded = await loadOne(path, { asOf }, io);
  const { workspace, unit } = loaded;
  const folder = pathOfUri(unit.root);
  const target = resolve(io.cwd, output);
  refuseLinkOut(folder, target, output);
  const past = history ? await historyOf(loaded, path, io) : undefined;
  const page = await making('The page', io, async () => {
    const [{ picturesOf }, { dashboardPage }] = await Promise.all([
      import('../pictures/pictures.ts'),
      import('../pictures/page.ts'),
    ]);
    return dashboardPage(picturesOf(unit, workspace), past);
  });
  try {
    await makeFolder(target);
    await writeWhole(join(target, pageName), [page]);
  } catch (error) {
    throw isFileError(error) ? cannotWrite(join(output, pageName), error) : error;
  }
  io.stdout.write(`Wrote ${printable(join(output, pageName))}\n`);
}
