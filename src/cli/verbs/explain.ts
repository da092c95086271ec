/** `isms explain`: says what a finding means, why it matters and what to do; and what a control, clause, threat, kind or key is. */
import { nearest } from '../../language/nearest.ts';
import { areaOf, codesOf } from '../../rules/codes.ts';
import { rules } from '../../rules/generated/registry.ts';
import { citation, type Rule } from '../../rules/rule.ts';
import { type About, about } from '../about.ts';
import { UsageError } from '../io.ts';
import { formatOption } from '../options.ts';
import type { Verb } from '../verb.ts';

const help = `
Examples:
  isms explain soa/missing-justification
  isms explain soa                       the rules of one area
  isms explain A.8.13                    a control, also of 2013: A.12.3.1
  isms explain Ransomware                a built-in threat or vulnerability
  isms explain risk.likelihood           a key, or a kind such as risk
  isms explain --format json             all rules, for programs`;

const explain: Verb = (command, io) => {
  command
    .argument('[what]', 'a code, an area, a control, clause, threat, kind or key; all rules if left out')
    .addOption(formatOption(['text', 'json'], 'text'))
    .addHelpText('after', help)
    .action((code: string | undefined, { format }: { format: string }) => {
      const rule = code === undefined ? undefined : rules.find(candidate => codesOf(candidate).includes(code));
      const chosen = rule ? [rule] : rules.filter(candidate => code === undefined || areaOf(candidate.code) === code);
      if (!chosen.length) {
        const found = about(code as string);
        if (!found) throw new UsageError(unknownCode(code as string));
        io.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : factsOf(found));
        return;
      }
      if (format === 'json') io.stdout.write(`${JSON.stringify(rule ? dataOf(rule) : chosen.map(dataOf), null, 2)}\n`);
      else io.stdout.write(rule ? page(rule) : list(chosen));
    });
};

function unknownCode(code: string): string {
  const codes = rules.map(rule => rule.code);
  const near = nearest(code, [...codes, ...new Set(codes.map(areaOf))]);
  const offer = near.length ? `Did you mean ${near.join(' or ')}?` : 'Run “isms explain” for all codes.';
  return `There is no rule, control, clause, threat, kind or key ${code}. ${offer}`;
}

const dataOf = ({ code, aliases, severity, summary, clause, why, remedy, example, fix }: Rule) => ({
  code,
  aliases: aliases ?? [],
  severity,
  summary,
  clause: clause ?? null,
  why,
  remedy,
  example,
  fixable: fix !== undefined,
});

function list(chosen: readonly Rule[]): string {
  const width = Math.max(...chosen.map(({ code }) => code.length));
  const lines = chosen.map(({ code, severity, summary }) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`);
  return `${lines.join('\n')}\n`;
}

function page(rule: Rule): string {
  const { code, aliases, severity, summary, why, remedy, example, fix } = rule;
  const asOf = example.asOf ? ` (as of ${example.asOf})` : '';
  const sections = [
    `${code} (${severity}; ${citation(rule)})${aliases ? `, formerly ${aliases.join(', ')}` : ''}`,
    summary,
    `Why\n${indent(why)}`,
    `What to do\n${indent(remedy)}${fix ? `\n${indent('The editor offers a fix.')}` : ''}`,
    `Found in${asOf}\n${indent(example.bad)}`,
    `Not in\n${indent(example.good)}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The facts of something, a line each; several values below each other. */
function factsOf({ id, title, facts }: About): string {
  const lines = facts.map(({ label, values: [first = '', ...more] }) =>
    more.length ? `${label}\n${indent([first, ...more].join('\n'))}` : `${label}: ${first}`,
  );
  return `${[`${id}  ${title}`, ...(lines.length ? [lines.join('\n')] : [])].join('\n\n')}\n`;
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');

export default explain;
