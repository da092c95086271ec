/** @type {import('./skeleton.d.mts').Skeleton} */
export const verb = {
  shape: /^[a-z]+$/,
  example: 'compare',
  files: name => ({
    [`src/cli/verbs/${name}.ts`]: `/** \`isms ${name}\`: what it does, in a sentence. */
import { loadOne } from '../load.ts';
import { asOfOption } from '../options.ts';
import type { Verb } from '../verb.ts';

const help = \`
Examples:
  isms ${name} my-isms\`;

const ${name}: Verb = (command, io) => {
  command
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (path: string, { asOf }: { asOf?: string }) => {
      const { unit } = await loadOne(path, { asOf }, io);
      io.stdout.write(\`\${unit.view().asOf}\\n\`);
    });
};

export default ${name};
`,
    [`test/cli/transcripts/${name}.txt`]: `--- isms.isms
isms Acme "Acme ISMS" {}

$ isms ${name} . --as-of 2026-06-01
2026-06-01
= 0
`,
  }),
  next: ['list it in src/cli/main.ts', 'describe it in docs/cli.md', 'npm test -- unit test/cli'],
};
