/** `isms serve`: the pictures of an ISMS as a page that follows its files, for this machine only. */
import { InvalidArgumentError, Option } from 'commander';
import { pathOf } from '../../node/files.ts';
import type { Pictures } from '../../pictures/data.ts';
import { printable } from '../../syntax/text/printable.ts';
import { isIn } from '../../workspace/grouping.ts';
import { making } from '../faults.ts';
import { fileReason } from '../file-errors.ts';
import { HistoryReader } from '../history.ts';
import { type Io, UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption } from '../options.ts';
import type { Verb } from '../verb.ts';

const help = `
The page shows what “isms export site” writes, and follows the files: whatever is saved is on it at once. In a git repository it
shows the history too, which is read when somebody looks at it. Only this machine can reach it, and only
with the whole address, which is another one each time. It runs until Ctrl+C.

Exit codes: 0 ended by Ctrl+C, 2 usage.

Examples:
  isms serve my-isms
  isms serve my-isms --port 8080`;

interface Options {
  readonly port: number;
  readonly asOf?: string;
}

const serveVerb: Verb = (command, io) => {
  command
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(new Option('--port <port>', 'where it is served; without it, where there is room').argParser(portOf))
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (path: string, { port, asOf }: Partial<Options>) => {
      const load = async () => {
        const { workspace, unit } = await loadOne(path, { asOf }, io);
        const pictures = await making('The page', io, async () =>
          (await import('../../pictures/pictures.ts')).picturesOf(unit, workspace),
        );
        const used = workspace.usedFolders(root => root === unit.root).filter(folder => !isIn(folder, [unit.root]));
        return {
          pictures,
          loaded: { workspace, unit },
          folders: [unit.root, ...used].flatMap(folder => pathOf(folder) ?? []),
        };
      };
      await serveUntilEnd({ first: await load(), load, port: port ?? 0 }, io);
    });
};

interface Shown {
  readonly pictures: Pictures;
  /** What they were made of. */
  readonly loaded: Parameters<HistoryReader['read']>[0];
  /** Whose files are followed: that of the ISMS, and those of the ISMSs that it uses. */
  readonly folders: readonly string[];
}

interface Serving {
  readonly first: Shown;
  readonly load: () => Promise<Shown>;
  readonly port: number;
}

async function serveUntilEnd({ first, load, port }: Serving, io: Io): Promise<void> {
  const [{ Live }, { serve }, { watchFolders }] = await Promise.all([
    import('../serve/live.ts'),
    import('../serve/server.ts'),
    import('../../node/watching.ts'),
  ]);
  // Before anybody is told that this is how it ends.
  const interrupted = io.interrupted();
  let hasEnded = false;
  let shown = first;
  const { pictures } = first;
  const histories = new HistoryReader(io, () => hasEnded);
  const live = new Live(
    pictures,
    async () => {
      shown = await load();
      if (await watching.follow(shown.folders)) void live.refresh();
      return shown.pictures;
    },
    () => histories.read(shown.loaded),
  );
  const watching = watchFolders(() => void live.refresh());
  const server = await serve(live, port).catch(error => {
    throw new UsageError(portTrouble(port, error));
  });
  await watching.follow(first.folders);
  try {
    io.stdout.write(
      `${printable(pictures.isms)} is shown at\n\n  ${server.url}\n\nIt follows the files. Who has this address and sits at this machine can read all of it. End it with Ctrl+C.\n`,
    );
    // What changed between the first reading and the watching.
    void live.refresh();
    await interrupted;
  } finally {
    hasEnded = true;
    watching.close();
    server.close();
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 1 to 65535, or leave it out for any port that is free.');
}

function portTrouble(port: number, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Choose another with --port, or leave it out for one that is free.`;
  }
  if (code === 'EACCES') return `Port ${port} is not open to you. Choose one above 1023, or leave --port out.`;
  return `Nothing can be served at port ${port}: ${fileReason(error)}.`;
}

export default serveVerb;
