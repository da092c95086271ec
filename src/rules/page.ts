/** What is said about a rule, as Markdown: its page, `isms explain`, and the hover on a code. */
import { renamedCodes } from './codes.ts';
import { citation, type Rule, type RuleDocumentation } from './rule.ts';

/** The page of a rule. */
export function rulePage(rule: Rule): string {
  const { code, aliases = [], severity, summary, why, remedy, example } = rule;
  const asOf = example.asOf ? `\nAs of ${example.asOf}:\n` : '';
  return [
    `# ${code}`,
    '',
    `> ${summary}`,
    '',
    `| default severity | rests on | quick fix |`,
    `| --- | --- | --- |`,
    `| ${severity} | ${citation(rule)} | ${rule.fix ? 'yes' : 'no'} |`,
    '',
    ...(aliases.length ? [`Formerly ${aliases.map(alias => `\`${alias}\``).join(', ')}, which still counts.`, ''] : []),
    '## Why it matters',
    '',
    why,
    '',
    '## What to do',
    '',
    remedy,
    '',
    '## Example',
    '',
    `Reported:${asOf}`,
    '',
    fence(example.bad),
    '',
    'In order:',
    '',
    fence(example.good),
    '',
    '## Configuration',
    '',
    `Another severity, or \`off\`, in \`isms.config.json\` or under \`isms.rules\` in the settings:`,
    '',
    '```json',
    `{ "rules": { "${code}": "${severity === 'warning' ? 'error' : 'warning'}" } }`,
    '```',
    '',
    'For one declaration, with the reason:',
    '',
    fence(`// isms-ignore ${code}: why it does not apply here`),
    '',
  ].join('\n');
}

const fence = (text: string): string => ['```isms', text, '```'].join('\n');

/** The index of all pages, by area. */
export function rulesIndex(rules: readonly Rule[]): string {
  const areas = [...new Set(rules.map(({ code }) => code.split('/')[0] as string))];
  const lines = [
    '# Diagnostics',
    '',
    'Every finding has a code, a default severity and a page. Severities can be changed by code or area; see any page.',
    '',
  ];
  for (const area of areas) {
    lines.push(`## ${area}`, '', '| code | severity | what it finds |', '| --- | --- | --- |');
    for (const rule of rules.filter(({ code }) => code.startsWith(`${area}/`))) {
      lines.push(`| [${rule.code}](${rule.code}.md) | ${rule.severity} | ${cell(rule.summary)} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

/** The JSON Schema of the setting that changes severities: a property for each area and code. */
export function severitySchema(rules: readonly RuleDocumentation[]): Record<string, unknown> {
  const values = ['error', 'warning', 'info', 'hint', 'off'];
  const areas = [...new Set(rules.map(({ code }) => code.split('/')[0] as string))];
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([
      ...areas.map(area => [area, { enum: values, description: `All rules of the area ${area}.` }]),
      ...rules.map(({ code, severity, summary }) => [code, { enum: values, default: severity, description: summary }]),
      ...[...renamedCodes(rules)].map(([old, code]) => [old, { enum: values, deprecationMessage: `Now ${code}.` }]),
    ]),
  };
}
