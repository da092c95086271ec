/** `isms new`: begins an ISMS from a template. */
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { isThere, isWriteError, writeNewFiles } from '../../node/files.ts';
import { templates } from '../../templates/index.ts';
import { displayPath } from '../display-path.ts';
import { cannotWrite } from '../file-errors.ts';
import { UsageError } from '../io.ts';
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
      const folder = resolve(io.cwd, given);
      const files = templates.find(({ id }) => id === options.template)?.files() ?? [];
      const targets = files.map(({ path, text }) => ({ path: join(folder, ...path.split('/')), text }));
      const existing = targets.filter(({ path }) => isThere(path)).map(({ path }) => displayPath(io.cwd, path));
      if (existing.length) {
        throw new UsageError(
          `Nothing was written, as it would overwrite ${existing.join(', ')}. Choose another folder than ${given}.`,
        );
      }
      try {
        await writeNewFiles(targets);
      } catch (error) {
        // Half an ISMS would be taken for a whole one, so what was written is gone again.
        throw isWriteError(error) ? cannotWrite(displayPath(io.cwd, error.path), error.cause) : error;
      }
      for (const { path } of targets) io.stdout.write(`Wrote ${displayPath(io.cwd, path)}\n`);
      io.stdout.write(`Next: isms check ${given}; isms readiness ${given} lists what is still missing\n`);
    });
};

export default newVerb;
