/** The language reference, made of the grammar's documentation: a section per declaration, a row per property. */
import { meaningOf } from './meanings.ts';
import { type NodeType, nodeTypes, type PropertySchema, topTypes, type ValueSchema } from './schema.ts';

/** The reference as one Markdown document. */
export function languageReference(): string {
  const common = (topTypes[0]?.properties ?? []).filter(property => property.common).map(({ key }) => `\`${key}\``);
  const lines = [
    '# Language reference',
    '',
    'Every declaration has the same shape: `kind Name "Title" { key: value … }`. The order of declarations and of properties is free.',
    `Each declaration may also have ${common.join(', ').replace(/, (?=[^,]*$)/, ' and ')}. This page is generated from the grammar.`,
    '',
    topTypes.map(nodeType => `[${nodeType.keyword}](#${nodeType.keyword})`).join(' · '),
    '',
  ];
  for (const nodeType of topTypes) lines.push(...section(nodeType, 2));
  const values = Object.values(nodeTypes).filter(nodeType => !nodeType.keyword || !nodeType.body);
  const documented = values.filter(nodeType => !nodeType.top && nodeType.doc);
  lines.push('## Values', '');
  for (const nodeType of documented) lines.push(`- **${nodeType.name.toLowerCase()}**: ${nodeType.doc}`);
  lines.push('');
  return lines.join('\n');
}

function section(nodeType: NodeType, depth: number): string[] {
  const own = nodeType.properties.filter(property => property.key && !property.common);
  const name = nodeType.named === 'never' ? '' : nodeType.named === 'optional' ? ' [Name]' : ' Name';
  const lines = [
    `${'#'.repeat(depth)} ${nodeType.keyword}`,
    '',
    nodeType.doc,
    '',
    '```isms',
    `${nodeType.keyword}${name}${nodeType.titled ? ' "Title"' : ''} { … }`,
    '```',
    '',
  ];
  if (own.length) {
    lines.push('| property | value | meaning |', '| --- | --- | --- |');
    for (const property of own) lines.push(row(property));
    lines.push('', ...own.flatMap(wordList));
  }
  for (const property of own) {
    if (property.form !== 'block') continue;
    const [value] = property.values;
    const inner = value?.form === 'node' ? nodeTypes[value.type] : undefined;
    if (inner?.keyword && inner.properties.some(p => p.key)) lines.push(...section(inner, depth + 1));
  }
  return lines;
}

/** The words of a property that need an explanation, each with its meaning. */
function wordList({ key, values }: PropertySchema): string[] {
  const words = values.flatMap(value => {
    if (value.form === 'node') return Object.values(nodeTypes[value.type]?.values ?? {}).flat();
    return [value];
  });
  const lines = words.flatMap(value =>
    value.form === 'enum' ? value.words.map(word => [value.enumeration, word] as const) : [],
  );
  const explained = lines.flatMap(([enumeration, word]) => {
    const meaning = meaningOf(enumeration, word);
    return meaning ? [`- \`${word}\`: ${meaning}`] : [];
  });
  return explained.length ? [`The words of \`${key}\`:`, '', ...explained, ''] : [];
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
      return value.targets.map(target => nodeTypes[target]?.keyword ?? target.toLowerCase()).join(' or ');
    case 'enum':
      return value.words.map(word => `\`${word}\``).join(' \\| ');
    case 'node':
      return value.type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
    default:
      return value.form;
  }
}
