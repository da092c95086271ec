/** Ties the `isms` command to this process: its streams, folder, environment and clock. */
import { join } from 'node:path';
import { provideLangium } from '../language/services.ts';
import { clockDate } from '../node/clock.ts';
import type { Io, Output } from './io.ts';
import { main } from './main.ts';

const output = (stream: NodeJS.WriteStream): Output => {
  // Whoever reads our output may stop reading, as `head` does.
  stream.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    process.exit();
  });
  let draining: Promise<void> | undefined;
  const drained = (): Promise<void> => {
    draining ??= new Promise(resolve => {
      stream.once('drain', () => {
        draining = undefined;
        resolve();
      });
    });
    return draining;
  };
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    write: content => (stream.write(content) ? undefined : drained()),
  };
};

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  today: () => clockDate(),
  // Put in by the bundler.
  build: process.env.ISMS_BUILD,
  // The bundle lies beside that of the server.
  startServer: () => require(join(__dirname, '../server/node.cjs')),
};

// In the bundle a file of its own, read when something is damaged.
provideLangium(() => (require('../language/langium.ts') as typeof import('../language/langium.ts')).makeServices());

main(process.argv.slice(2), io).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    io.stderr.write(`isms: something went wrong that should not: ${message}\n`);
    io.stderr.write(process.env.ISMS_DEBUG ? `${stack}\n` : 'Set ISMS_DEBUG=1 to see where, and please report it.\n');
    process.exitCode = 2;
  },
);
