import { camel } from './names.mjs';

/** @type {import('./skeleton.d.mts').Skeleton} */
export const setting = {
  shape: /^[a-z]+(-[a-z]+)*$/,
  example: 'date-format',
  files: name => ({
    [`src/workspace/configuration/settings/${name}.ts`]: `import { setting } from '../setting.ts';

export default setting({
  key: '${camel(name)}',
  description: 'What it does, in a sentence.',
  want: 'has to be a text',
  example: 'a text',
  otherwise: 'what counts where nobody sets it',
  schema: () => ({ type: 'string' }),
  read: ({ value }): string | undefined => (typeof value === 'string' ? value : undefined),
});
`,
  }),
  next: [
    'say what its value has to be',
    'npm run generate, which adds it to the schema and, with `editor`, to package.json',
    'read it where it has an effect, and test that',
    'npm test -- unit test/workspace/configuration',
    'npm run docs',
  ],
};
