/** The documentation of the grammar as Markdown. It is ours, and may hold code. */
import type { NodeType, PropertySchema } from '../language/schema.ts';
import { kindWord, nodeTypes, type ValueSchema } from '../language/schema.ts';
import { kindSaid } from '../refactor/kinds.ts';
import { later, say } from '../wording/wording.ts';
import { grammarText, meaningSaid } from './grammar-text.ts';
import { code } from './markdown.ts';

/** A documentation comment, as it is said, as Markdown: text, with code between backticks left as it is. */
export const docText = (doc: string): string =>
  grammarText(doc)
    .split('`')
    .map((part, index) => (index % 2 ? `\`${part}\`` : part.replace(/[*_[\]<>#|~]/g, '\\$&')))
    .join('');

/** What a property means and holds. */
export function aboutProperty(property: PropertySchema, owner: NodeType | undefined): string {
  const name = owner?.keyword ? say('{0} of {1}', code(property.key), code(owner.keyword)) : code(property.key);
  const words = property.values.flatMap(value => (value.form === 'enum' ? wordList(value) : []));
  return [`${name}: ${valuePhrase(property)}`, docText(property.doc), ...(words.length ? [words.join('\n')] : [])].join(
    '\n\n',
  );
}

const wordList = ({ enumeration, words }: ValueSchema & { form: 'enum' }): string[] =>
  words.map(word => {
    const meaning = meaningSaid(enumeration, word);
    return `- ${code(word)}${meaning ? `: ${meaning}` : ''}`;
  });

const forms = { date: later('a date'), number: later('a number'), word: later('a word') } as const;

function valuePhrase({ form, many, values }: PropertySchema): string {
  if (form === 'flag') return say('a flag, without a value');
  if (form === 'block') return say('a block');
  const phrase = values.map(value => {
    switch (value.form) {
      case 'reference':
        return say('the name of a {0}', value.targets.map(kindWord).join(` ${say('or')} `));
      case 'enum':
        return say('one of the words below');
      case 'node':
        return nodeTypes[value.type]?.called ? kindSaid(value.type) : say('a value');
      case 'string':
      case 'text':
        return say('a text');
      default:
        return say(forms[value.form]);
    }
  });
  const any = phrase.join(` ${say('or')} `);
  return many ? say('{0}, or several, separated by commas', any) : any;
}
