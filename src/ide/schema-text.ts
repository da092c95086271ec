/** The documentation of the grammar as Markdown. It is ours, and may hold code. */
import { meaningOf } from '../language/meanings.ts';
import type { NodeType, PropertySchema } from '../language/schema.ts';
import { kindWord, nodeTypes, type ValueSchema, withArticle } from '../language/schema.ts';
import { code } from './markdown.ts';

/** A documentation comment as Markdown: text, with code between backticks left as it is. */
export const docText = (doc: string): string =>
  doc
    .split('`')
    .map((part, index) => (index % 2 ? `\`${part}\`` : part.replace(/[*_[\]<>#|~]/g, '\\$&')))
    .join('');

/** What a property means and holds. */
export function aboutProperty(property: PropertySchema, owner: NodeType | undefined): string {
  const of = owner?.keyword ? ` of ${code(owner.keyword)}` : '';
  const words = property.values.flatMap(value => (value.form === 'enum' ? wordList(value) : []));
  return [
    `${code(property.key)}${of}: ${valuePhrase(property)}`,
    docText(property.doc),
    ...(words.length ? [words.join('\n')] : []),
  ].join('\n\n');
}

const wordList = ({ enumeration, words }: ValueSchema & { form: 'enum' }): string[] =>
  words.map(word => {
    const meaning = meaningOf(enumeration, word);
    return `- ${code(word)}${meaning ? `: ${meaning}` : ''}`;
  });

function valuePhrase({ form, many, values }: PropertySchema): string {
  if (form === 'flag') return 'a flag, without a value';
  if (form === 'block') return 'a block';
  const phrase = values.map(value => {
    switch (value.form) {
      case 'reference':
        return `the name of a ${value.targets.map(kindWord).join(' or ')}`;
      case 'enum':
        return 'one of the words below';
      case 'node':
        return withArticle(nodeTypes[value.type]?.called ?? 'value');
      case 'string':
      case 'text':
        return 'a text';
      default:
        return `a ${value.form}`;
    }
  });
  return `${phrase.join(' or ')}${many ? ', or several, separated by commas' : ''}`;
}
