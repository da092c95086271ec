/** Ties the `isms` command to this process: its streams, folder, environment and clock. */
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { clockDate } from '../node/clock.ts';
import { interruption } from '../node/interruption.ts';
import { provideLangium } from '../syntax/full/services.ts';
import { printableLines } from '../syntax/text/printable.ts';
import { fileReason } from './file-errors.ts';
import { exitCodes, type Io, type Output } from './io.ts';
import { main } from './main.ts';

/** Whether something that was to be written is lost: then no exit code of the command is true. */
let isLost = false;

const output = (stream: NodeJS.WriteStream): Output => {
  let isClosed = false;
  let draining: { promise: Promise<void>; resolve: () => void } | undefined;
  const resume = (): void => {
    draining?.resolve();
    draining = undefined;
  };
  stream.on('drain', resume);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    resume();
    // Whoever reads our output may stop reading, as `head` does; what was found stays true.
    if (error.code === 'EPIPE' || isLost) return;
    isLost = true;
    process.exitCode = exitCodes.unusable;
    if (stream === process.stdout)
      process.stderr.write(`isms: standard output was not written: ${fileReason(error)}.\n`);
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    get isClosed() {
      return isClosed;
    },
    write: content => {
      if (isClosed || stream.write(content)) return undefined;
      if (!draining) {
        let resolve = (): void => {};
        const promise = new Promise<void>(done => {
          resolve = done;
        });
        draining = { promise, resolve };
      }
      return draining.promise;
    },
  };
};

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: () => buffer(process.stdin),
  terminal: process.stdin.isTTY && process.stdout.isTTY ? { input: process.stdin, output: process.stdout } : undefined,
  today: () => clockDate(),
  // Put in by the bundler.
  build: process.env.ISMS_BUILD,
  interrupted: () => interruption(),
  // The bundle lies beside that of the server.
  startServer: () => require(join(__dirname, '../server/node.cjs')),
};

// In the bundle a file of its own, read when something is damaged.
provideLangium(() =>
  (require('../syntax/full/langium.ts') as typeof import('../syntax/full/langium.ts')).makeServices(),
);

main(process.argv.slice(2), io).then(
  code => {
    process.exitCode = isLost ? exitCodes.unusable : code;
  },
  (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    io.stderr.write(`isms: something went wrong that should not: ${printableLines(message)}\n`);
    io.stderr.write(process.env.ISMS_DEBUG ? `${stack}\n` : 'Set ISMS_DEBUG=1 to see where, and please report it.\n');
    process.exitCode = exitCodes.unusable;
  },
);
