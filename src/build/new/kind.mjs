import { pascal } from './names.mjs';

/** @type {import('./skeleton.d.mts').Skeleton} */
export const kind = {
  shape: /^[a-z]+$/,
  example: 'contract',
  files: name => ({
    [`src/language/grammar/${name}.langium`]: `import './values'

/**
 * What it is, in a sentence. (clause)
 * @icon Object
 * @snippet
 *   ${name} \${Name} "\${Title}" {
 *     owner: \${%OWNER%}
 *   }
 */
${pascal(name)}: '${name}' names+=Name title=STRING? '{' (
    /** Who answers for it. @owner */
    'owner' ':' owner=[Actor:Target]
  | Common )* '}';
`,
  }),
  next: [
    'import it in src/language/grammar/language.langium, and list it in Declaration',
    'npm run generate, which checks the grammar and its traits',
    'say its comments in German: src/wording/language-de.json',
    'npm test -- unit test/syntax test/ide test/wording',
    'npm run docs',
  ],
};
