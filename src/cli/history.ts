/** The history of an ISMS in its git repository, for pages. */
import { setImmediate } from 'node:timers/promises';
import { reasonOf } from '../model/fault.ts';
import { pathOf } from '../node/files.ts';
import type { Histories } from '../pictures/history.ts';
import type { HistoryNews, NoHistory } from '../pictures/history-data.ts';
import { printable } from '../syntax/text/printable.ts';
import { pastOf } from '../workspace/past.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { type Io, UsageError } from './io.ts';
import type { Loaded } from './load.ts';

type LoadedIsms = Pick<Loaded, 'workspace'> & { readonly unit: IsmsUnit };

/** Reads the history of an ISMS, each commit once, however often it is asked. */
export class HistoryReader {
  readonly #io: Io;
  readonly #hasEnded: () => boolean;
  #histories: Histories | undefined;

  /** @param hasEnded whether nobody waits any more */
  constructor(io: Io, hasEnded: () => boolean = () => false) {
    this.#io = io;
    this.#hasEnded = hasEnded;
  }

  /** What a page is told of it; never rejects. */
  async read({ workspace, unit }: LoadedIsms): Promise<HistoryNews> {
    const { isRevisionFault, problemOf, revisionsOf, snapshotAt } = await import('../node/revision.ts');
    const folder = pathOf(unit.root) ?? unit.root;
    // Whoever else asks has a turn between two commits.
    const pause = async (): Promise<void> => {
      await setImmediate();
      if (this.#hasEnded()) throw new Error('it was ended');
    };
    try {
      const past = await pastOf(workspace, unit, {
        commits: asked => revisionsOf(folder, asked),
        snapshot: revision => snapshotAt(folder, revision),
      });
      this.#histories ??= new (await import('../pictures/pictures.ts')).Histories();
      return await this.#histories.read(unit.root, past, pause);
    } catch (error) {
      const problem = problemOf(error);
      if (problem !== 'other' && problem !== 'no-revision') return { kind: 'no-history', why: problem };
      if (isRevisionFault(error)) return { kind: 'no-history', why: error.message };
      if (this.#io.env.ISMS_DEBUG && error instanceof Error) this.#io.stderr.write(`isms: ${error.stack}\n`);
      return { kind: 'no-history', why: `The history cannot be read: ${reasonOf(error)}.` };
    }
  }
}

/**
 * The history for a page that is to have one.
 * @param path the ISMS, as it was given
 * @throws UsageError where there is none
 */
export async function historyOf(loaded: LoadedIsms, path: string, io: Io): Promise<HistoryNews> {
  const news = await new HistoryReader(io).read(loaded);
  if (news.kind === 'no-history') throw new UsageError(whyNot(news.why, printable(path)));
  for (const { id, day, reason } of news.history.failed)
    io.stderr.write(`isms: Commit ${id} of ${day} is not shown: ${printable(reason)}\n`);
  return news;
}

function whyNot(why: NoHistory, path: string): string {
  if (why === 'no-repository')
    return `${path} is in no git repository, so it has no history. Leave --history out, or begin one with “git init”.`;
  if (why === 'no-commit')
    return `No commit has changed ${path} yet, so it has no history. Leave --history out, or commit it first.`;
  if (why === 'no-git')
    return 'Git is not installed, or not on the PATH; the history is read with it. Leave --history out, or install it.';
  return printable(why);
}
