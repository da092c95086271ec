/** `isms new`: begins an ISMS from a template. */
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { isThere, type WriteError, writeNewFiles } from '../../node/files.ts';
import { printable } from '../../syntax/text/printable.ts';
import { templates } from '../../templates/index.ts';
import { shownPath } from '../display-path.ts';
import { cannotWrite, fileReason, refuseLinkOut } from '../file-errors.ts';
import { type Io, UsageError } from '../io.ts';
import type { Verb } from '../verb.ts';

const help = `
Templates:
${templates.map(({ id, description }) => `  ${id.padEnd(10)}${description}`).join('\n')}

Example:
  isms new --template starter my-isms && isms check my-isms`;

const newVerb: Verb = (command, io) => {
  command
    .argument('<folder>', 'the folder of the new ISMS; made if it is not there')
    .addOption(
      new Option('--template <template>', 'what it begins with')
        .choices(templates.map(({ id }) => id))
        .default(templates[0]?.id),
    )
    .addHelpText('after', help)
    .action(async (given: string, options: { template: string }) => {
      if (!given) throw new UsageError('The name of the folder is empty. Give the folder of the new ISMS.');
      const folder = resolve(io.cwd, given);
      const files = templates.find(({ id }) => id === options.template)?.files() ?? [];
      const targets = files.map(({ path, text }) => ({ path: join(folder, ...path.split('/')), text }));
      const existing = targets.filter(({ path }) => isThere(path)).map(({ path }) => shownPath(io.cwd, path));
      if (existing.length) {
        throw new UsageError(
          `Nothing was written, as it would overwrite ${existing.join(', ')}. Choose another folder than ${printable(given)}.`,
        );
      }
      for (const { path } of targets) refuseLinkOut(folder, path, shownPath(io.cwd, path));
      try {
        await writeNewFiles(targets);
      } catch (error) {
        // Half an ISMS would be taken for a whole one, so what was written is gone again.
        throw (error as { readonly code?: unknown }).code === 'ISMS_NOT_WRITTEN'
          ? notBegun(error as WriteError, io)
          : error;
      }
      for (const { path } of targets) io.stdout.write(`Wrote ${shownPath(io.cwd, path)}\n`);
      io.stdout.write(
        `Next: isms check ${printable(given)}; isms readiness ${printable(given)} lists what is still missing\n`,
      );
    });
};

function notBegun({ path, cause, left }: WriteError, io: Io): UsageError {
  const name = shownPath(io.cwd, path);
  if (!left.length) return cannotWrite(name, cause);
  const others = left.map(other => shownPath(io.cwd, other)).join(', ');
  return new UsageError(
    `${name} was not written: ${fileReason(cause)}. Written and not taken back: ${others}. Delete them.`,
  );
}

export default newVerb;
