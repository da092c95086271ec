/** The language reference, made of the grammar's documentation: a section per declaration, a row per property. */
import { type PropertySchema, type RuleSchema, rules, topRules, type ValueSchema } from './schema.ts';

/** The reference as one Markdown document. */
export function languageReference(): string {
  const common = new Set(['description', 'notes', 'tags']);
  const lines = [
    '# Language reference',
    '',
    'Every declaration has the same shape: `kind Name "Title" { key: value … }`. The order of declarations and of properties is free.',
    'Each declaration may also have `description`, `notes` and `tags`. This page is generated from the grammar.',
    '',
    topRules.map(rule => `[${rule.keyword}](#${rule.keyword})`).join(' · '),
    '',
  ];
  for (const rule of topRules) lines.push(...section(rule, 2, common));
  const values = Object.values(rules).filter(rule => !rule.keyword || !rule.body);
  const documented = values.filter(rule => !rule.top && rule.doc);
  lines.push('## Values', '');
  for (const rule of documented) lines.push(`- **${rule.name.toLowerCase()}**: ${rule.doc}`);
  lines.push('');
  return lines.join('\n');
}

function section(rule: RuleSchema, depth: number, common: ReadonlySet<string>): string[] {
  const own = rule.properties.filter(property => property.key && !common.has(property.key));
  const name = rule.named === 'never' ? '' : rule.named === 'optional' ? ' [Name]' : ' Name';
  const lines = [
    `${'#'.repeat(depth)} ${rule.keyword}`,
    '',
    rule.doc,
    '',
    '```isms',
    `${rule.keyword}${name}${rule.titled ? ' "Title"' : ''} { … }`,
    '```',
    '',
  ];
  if (own.length) {
    lines.push('| property | value | meaning |', '| --- | --- | --- |');
    for (const property of own) lines.push(row(property));
    lines.push('');
  }
  for (const property of own) {
    if (property.form !== 'block') continue;
    const [value] = property.values;
    const inner = value?.form === 'node' ? rules[value.rule] : undefined;
    if (inner?.keyword && inner.properties.some(p => p.key)) lines.push(...section(inner, depth + 1, common));
  }
  return lines;
}

const row = (property: PropertySchema): string =>
  `| \`${property.key}\` | ${valueText(property)} | ${property.doc.replaceAll('|', '\\|')} |`;

function valueText({ form, many, values }: PropertySchema): string {
  if (form === 'flag') return '(no value)';
  if (form === 'block') return 'block';
  const text = values.map(one).join(' or ');
  return many ? `${text}, …` : text;
}

function one(value: ValueSchema): string {
  switch (value.form) {
    case 'reference':
      return value.targets.map(target => rules[target]?.keyword ?? target.toLowerCase()).join(' or ');
    case 'enum':
      return value.words.map(word => `\`${word}\``).join(' \\| ');
    case 'node':
      return value.rule.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    default:
      return value.form;
  }
}
