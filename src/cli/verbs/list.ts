/** `isms list`: what an ISMS declares of a kind, and what is built in, with what refers to it. */

import { frameworkNamed } from '../../analysis/frameworks.ts';
import { nearest } from '../../language/nearest.ts';
import { printable } from '../../syntax/text/printable.ts';
import { making } from '../faults.ts';
import { UsageError } from '../io.ts';
import { kindNamed, type Listed, listable, listFramework, listKind } from '../listing.ts';
import { loadOne } from '../load.ts';
import { asOfOption, formatOption } from '../options.ts';
import type { Verb } from '../verb.ts';

const help = `
Kinds: ${listable.join(', ')}.
What is built in and not declared is listed too: controls of Annex A, clauses, entries of other frameworks, common threats and
vulnerabilities. So is what the ISMS may take from others (uses:), with where it is kept. The name of a catalogue, built in or your own, lists its entries.

Examples:
  isms list risks my-isms
  isms list controls                     the 93 controls, with the risks that name them
  isms list NistCsf                      the entries of a catalogue
  isms list threats --format json`;

const list: Verb = (command, io) => {
  command
    .argument('<kind>', 'what to list: a kind such as risk, or its plural, or a catalogue')
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (word: string, path: string, { asOf, format }: { asOf?: string; format: string }) => {
      const kind = kindNamed(word);
      const { unit } = await loadOne(path, { asOf }, io);
      const view = unit.view();
      const framework = kind ? undefined : frameworkNamed(view, word);
      if (!kind && !framework) throw new UsageError(unknownKind(word));
      const listed = await making('The list', io, () =>
        framework ? listFramework(view, framework) : listKind(view, kind as string),
      );
      io.stdout.write(format === 'json' ? `${JSON.stringify(listed.map(dataOf), null, 2)}\n` : textOf(listed));
    });
};

function unknownKind(word: string): string {
  const [near] = nearest(word, listable, 1);
  return `There is no kind ${printable(word)}. ${near ? `Did you mean ${near}?` : '“isms list --help” names all of them.'}`;
}

const dataOf = ({ id, title, isBuiltIn, keptIn, usedBy }: Listed) => ({
  id,
  title: title ?? null,
  builtIn: isBuiltIn,
  keptIn: keptIn ?? null,
  usedBy,
});

/** How many users a line names before it counts the rest. */
const shown = 6;

function textOf(listed: readonly Listed[]): string {
  if (!listed.length) return 'None.\n';
  const width = Math.min(30, Math.max(...listed.map(({ id }) => id.length)));
  return listed
    .map(({ id, title, isBuiltIn, keptIn, usedBy }) => {
      const users = usedBy.slice(0, shown).map(user => user.id);
      const more = usedBy.length > shown ? `, ${usedBy.length - shown} more` : '';
      const where = isBuiltIn ? '(built in)' : keptIn === undefined ? '' : `(kept in ${keptIn})`;
      const about = [title, where, users.length ? `← ${users.join(', ')}${more}` : ''];
      return `${printable(id).padEnd(width)}  ${printable(about.filter(Boolean).join('  '))}\n`;
    })
    .join('');
}

export default list;
