// Fills the words of the language into the TextMate grammar, which colours a text before the server answers:
// src/language/grammar/textmate.json, with a list of words where it says {{kinds}}, becomes syntaxes/isms.tmLanguage.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words of the language by the place in the template. */
function wordsOf({ nodeTypes }) {
  const types = Object.values(nodeTypes);
  const withHead = types.filter(({ keyword, body }) => keyword && body);
  const isDeclaration = ({ named, titled }) => named !== 'never' || titled;
  const blocks = withHead.filter(type => !isDeclaration(type));
  const values = types.flatMap(type => Object.values(type.values).flat());
  return {
    kinds: withHead.filter(isDeclaration).map(({ keyword }) => keyword),
    nested: withHead.filter(type => isDeclaration(type) && !type.top).map(({ keyword }) => keyword),
    blocks: blocks.map(({ keyword }) => keyword),
    blockWords: blocks.flatMap(type =>
      Object.values(type.values).flatMap(list => list.flatMap(({ words = [] }) => words)),
    ),
    // Between the parts of a value, and before one, such as `covered-by`.
    connecting: [
      ...types.flatMap(({ keywords }) => Object.keys(keywords)),
      ...values.flatMap(({ form, enumeration, words }) => (form === 'enum' && enumeration === words[0] ? words : [])),
    ],
  };
}

/** The TextMate grammar as text. A place that the template names and nothing fills is an error. */
export function textMateGrammar(schema, template) {
  const words = wordsOf(schema);
  return template.replace(/\{\{(\w+)\}\}/g, (_whole, name) => {
    if (!words[name]?.length) throw new Error(`textmate.json: there is nothing to fill in for {{${name}}}`);
    return [...new Set(words[name])].sort().join('|');
  });
}

export function writeTextMate(schema, root) {
  const template = readFileSync(join(root, 'src/language/grammar/textmate.json'), 'utf8');
  mkdirSync(join(root, 'syntaxes'), { recursive: true });
  writeFileSync(join(root, 'syntaxes/isms.tmLanguage.json'), textMateGrammar(schema, template));
}
