/** `isms next`: the one to three things to do now, in the order in which an ISMS is built. */

import { pathOfUri } from '../../node/files.ts';
import { type NextStep, type NextSteps, nextSteps } from '../../readiness/next.ts';
import { readiness } from '../../readiness/readiness.ts';
import { printable } from '../../syntax/text/printable.ts';
import { inEnglish } from '../../wording/wording.ts';
import { displayPath } from '../display-path.ts';
import { making } from '../faults.ts';
import type { Io } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption } from '../options.ts';
import type { Verb } from '../verb.ts';

const help = `
The order is that of the checklists of “isms readiness”: what comes first is what the rest is built on.

Examples:
  isms next my-isms
  isms next my-isms --format json`;

const next: Verb = (command, io) => {
  command
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (path: string, { asOf, format }: { asOf?: string; format: string }) => {
      const { workspace, unit } = await loadOne(path, { asOf }, io);
      const steps = await making('What comes next', io, () => nextSteps(readiness(workspace, unit)));
      io.stdout.write(format === 'json' ? `${JSON.stringify(dataOf(steps, io), null, 2)}\n` : textOf(steps, io));
    });
};

const placeOf = ({ place }: NextStep, io: Io): string | undefined =>
  place &&
  `${displayPath(io.cwd, pathOfUri(place.uri))}:${place.range.start.line + 1}:${place.range.start.character + 1}`;

const dataOf = ({ done, total, steps }: NextSteps, io: Io) => ({
  done,
  total,
  steps: steps.map(step => ({ ...step, message: inEnglish(step.message), place: placeOf(step, io) ?? null })),
});

function textOf({ done, total, steps }: NextSteps, io: Io): string {
  const head = `${done} of ${total} points are met.`;
  if (!steps.length) return `${head} Nothing is open.\n`;
  const lines = steps.map((step, index) => {
    const place = placeOf(step, io);
    const more = step.open > 1 ? ` (and ${step.open - 1} more)` : '';
    return [
      `${index + 1}. ${step.title} (${step.clause})`,
      `   ${printable(inEnglish(step.message))}${more}`,
      ...(place ? [`   ${printable(place)}`] : []),
    ].join('\n');
  });
  return `${head} Next:\n\n${lines.join('\n\n')}\n`;
}

export default next;
