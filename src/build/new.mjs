// `npm run new -- KIND NAME`: writes a skeleton of what is one file each, with its fixtures, and says what to do next. It never overwrites.
//   npm run new -- rule soa/what-it-finds
//   npm run new -- artefact supplier-register
//   npm run new -- format odt
//   npm run new -- verb compare
//   npm run new -- kind contract
//   npm run new -- framework cis-controls-8
//   npm run new -- feature declaration
//   npm run new -- view controls
//   npm run new -- setting date-format
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** `supplier-register` as `supplierRegister`, `Supplier register` or `SupplierRegister`. */
const camel = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const words = name => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
const pascal = name => camel(`-${name}`);
/** `nist-csf-2.0` as `NistCsf20`. */
const catalogueName = id => pascal(id.replaceAll('.', ''));

/**
 * The files of each skeleton, and what is to be done with them.
 * @type {Readonly<Record<string, { shape: RegExp, example: string, files: (name: string) => Readonly<Record<string, string>>, next: readonly string[] }>>}
 */
export const skeletons = {
  rule: {
    shape: /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/,
    example: 'soa/what-it-finds',
    files: code => ({
      [`src/rules/${code}.ts`]: `import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: '${code}',
  severity: 'warning',
  summary: 'A risk has no description.',
  why: 'Say why an auditor cares, in the words of the field.',
  remedy: 'Say what to do about it.',
  example: {
    bad: 'risk R-1 "Loss of the database" {}',
    good: 'risk R-1 "Loss of the database" {\\n  description: "The only copy is lost"\\n}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    if (risk.description) return;
    report({ at: nameSpan(risk), message: \`\${label(risk)} has no description; add \\\`description:\\\`.\` });
  },
});
`,
      [`test/rules/${code}/basic.isms`]: `risk R-1 "Loss of the database" {}
//   ^^^ warning ${code}: R-1 has no description; add \`description:\`.
`,
      [`test/rules/${code}/clean.isms`]: `risk R-1 "Loss of the database" {
  description: "The only copy is lost"
}
`,
      [`test/rules/${code}/near-miss.isms`]: `// What is nearly a finding, and none.
asset Db "Customer database" {}
`,
    }),
    next: [
      'write the check, the metadata and the fixtures',
      'where its area is new, give it a moment in src/rules/presets.ts; where the rule matters sooner or later than its area, say so by `moment`',
      'npm run generate',
      'npm test -- unit test/rules',
      'add an exhibit to examples/broken',
      'npm run docs',
    ],
  },
  artefact: {
    shape: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    example: 'supplier-register',
    files: id => ({
      [`src/documents/artefacts/${id}.ts`]: `/** ${words(id)} as a document. */
import { nameOf, named } from '../../analysis/named.ts';
import { label } from '../../model/declaration.ts';
import type { Artefact } from '../artefact.ts';
import { flatTable } from '../blocks.ts';

const ${camel(id)}: Artefact = {
  id: '${id}',
  title: '${words(id)}',
  description: 'what it tells, in a few words',
  clause: '7.5',
  parameters: [],
  build: ({ view }) => {
    const all = view.all('Supplier').map(one => named(one, label(one)));
    return {
      head: [{ id: 'count', label: 'Entries', value: all.length }],
      blocks: [
        flatTable(
          'entries',
          'Entries',
          [
            { id: 'id', title: 'Name', kind: 'id' },
            { id: 'title', title: 'Title', kind: 'title' },
          ],
          all.map(one => [one.id, nameOf(one)]),
        ),
      ],
      data: () => ({
        $schema: 'urn:isms-as-code:schema:${id}:1',
        asOf: view.asOf,
        entries: all.map(one => ({ id: one.id, title: one.title ?? null })),
      }),
      asOf: view.asOf,
    };
  },
};

export default ${camel(id)};
`,
      [`docs/schemas/${id}.schema.json`]: `${JSON.stringify(
        {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: `urn:isms-as-code:schema:${id}:1`,
          title: words(id),
          type: 'object',
          additionalProperties: false,
          required: ['$schema', 'asOf', 'entries'],
          properties: {
            $schema: { const: `urn:isms-as-code:schema:${id}:1` },
            asOf: { type: 'string' },
            entries: {
              type: 'array',
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['id', 'title'],
                properties: { id: { type: 'string' }, title: { type: ['string', 'null'] } },
              },
            },
          },
        },
        null,
        2,
      )}\n`,
    }),
    next: [
      'say what the document says, as blocks and as data with its schema',
      'add its section to docs/documents.md',
      'npm run generate',
      'npm test -- unit test/export test/documents',
      'npm run docs',
    ],
  },
  format: {
    shape: /^[a-z][a-z0-9]*$/,
    example: 'odt',
    files: id => ({
      [`src/formats/${id}.ts`]: `import type { Document } from '../documents/blocks.ts';
import type { Format } from './shared/format.ts';
import type { Piece } from './shared/pieces.ts';

export const format: Format = {
  id: '${id}',
  label: '${id.toUpperCase()}',
  extension: '${id}',
  mediaType: 'text/plain;charset=utf-8',
  isText: true,
  can: { write: 'the main table', links: false, drawings: false },
  write,
};

/** Writes a document; whatever the model says arrives as text. */
function* write(document: Document): Generator<Piece> {
  yield document.title;
}
`,
    }),
    next: [
      'write the blocks, and say in `can` what the format does',
      'say in test/export/every-artefact.test.ts what must not come of a hostile text',
      'npm run generate',
      'npm test -- unit test/export',
    ],
  },
  verb: {
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
  },
  kind: {
    shape: /^[a-z]+$/,
    example: 'contract',
    files: name => ({
      [`src/language/grammar/${name}.langium`]: `/* What it is about, and the clauses. */
import './terms'

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
      'import it in src/language/grammar/isms.langium, and list it in Declaration',
      'npm run generate, which checks the grammar and its traits',
      'npm test -- unit test/syntax test/ide',
      'npm run docs',
    ],
  },
  framework: {
    shape: /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/,
    example: 'cis-controls-8',
    files: id => ({
      [`src/frameworks/${id}/manifest.json`]: `${JSON.stringify(
        {
          title: words(id),
          order: 9,
          documents: [
            {
              file: 'catalogue.isms',
              title: words(id),
              entry: 'safeguard',
              plural: 'safeguards',
              role: 'control',
              themes: { first: 'The first theme' },
            },
            { file: 'annex-a.isms', title: `${words(id)} to Annex A` },
          ],
        },
        null,
        2,
      )}\n`,
      [`src/frameworks/${id}/catalogue.isms`]: `/* Ids and titles of ${words(id)}. Built in and read-only. */
catalog ${catalogueName(id)} "${words(id)}" {
  publisher: "Who publishes it"
  edition: "1"
  licence: "Under which terms it may be used"
  entry ${catalogueName(id)}-1 "The title of the first entry" {
    theme: first
  }
}
`,
      [`src/frameworks/${id}/annex-a.isms`]: `/* What its publisher relates the entries to. Built in and read-only. */
mapping ${catalogueName(id)}ToAnnexA "${words(id)} to Annex A" {
  from: ${catalogueName(id)}
  to: AnnexA
  ${catalogueName(id)}-1 -> A.5.1
}
`,
    }),
    next: [
      'write the entries: ids and titles, as far as the licence of the framework allows',
      'write only what a published mapping says, or delete the file and its line in the manifest',
      'say in the manifest what an entry is called, its themes, and the place of the framework in lists',
      'name the sources in docs/catalogues.md; what may change a result needs two',
      'npm run generate, which checks the folder',
      'npm test -- unit test/frameworks test/build/frameworks.test.ts',
    ],
  },
  feature: {
    shape: /^[a-z]+(-[a-z]+)*$/,
    example: 'declaration',
    files: name => ({
      [`server/features/${name}.ts`]: `import { DeclarationRequest } from 'vscode-languageserver';
import { answer, feature } from './shared/feature.ts';

/** What it gives for which place. */
export default feature({
  asks: 'textDocument.declaration',
  offers: () => ({ declarationProvider: true }),
  answers: [answer(DeclarationRequest.type, '${words(name).toLowerCase()}', null, (_context, _workspace, _params) => null)],
});
`,
      [`test/server/${name}.test.ts`]: `import { afterEach, expect, it } from 'vitest';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const uri = 'file:///w/main.isms';

let client: GenericClient;
afterEach(() => client.stop());

it('answers nothing where there is nothing', async () => {
  client = await GenericClient.start({ [uri]: 'isms Acme "Acme" {}\\n' }, { capabilities: vscodeCapabilities });
  const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
  expect(await client.ask('textDocument/declaration', params)).toEqual({ result: null });
});
`,
    }),
    next: [
      'choose the request, and the capability of the client that it asks for',
      'write what it gives in src/ide, for everybody who has a workspace',
      'npm run generate',
      'npm test -- unit test/server',
      'say in docs/features.md what it gives and which test proves it',
    ],
  },
  view: {
    shape: /^[a-z]+$/,
    example: 'controls',
    files: name => ({
      [`src/ide/views/${name}.ts`]: `/** ${words(name)}: the controls that are applied, by number. */
import { includedControls } from '../../analysis/audit-coverage.ts';
import { type Given, paged, type Tree, view } from './shared/view.ts';

export default view({
  id: '${name}',
  title: '${words(name)}',
  order: 9,
  filters: [],
  build,
});

function build({ unit }: Given): Tree {
  const controls = unit.view().get(includedControls);
  return {
    items: paged(controls, id => ({ id, label: id })),
    ...(!controls.length && { message: 'No control is applied.' }),
  };
}
`,
    }),
    next: [
      'work out in src/analysis what the view shows, and say in which order it stands',
      'npm run generate, which adds it to package.json',
      'npm test -- unit test/ide test/server/views.test.ts',
      'show it in docs/features.md',
    ],
  },
  setting: {
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
  },
};

/**
 * Writes the files of a skeleton below `root`. Returns their paths. Throws if the kind, the name or a file that is there forbids it.
 * @param {string} root
 * @param {string | undefined} kind
 * @param {string | undefined} name
 */
export function writeSkeleton(root, kind, name) {
  const skeleton = kind !== undefined && Object.hasOwn(skeletons, kind) ? skeletons[kind] : undefined;
  if (!skeleton) throw new Error(`Usage: npm run new -- ${Object.keys(skeletons).join('|')} NAME`);
  if (name === undefined || !skeleton.shape.test(name))
    throw new Error(`The name of a ${kind} is written like ${skeleton.example}.`);
  const files = Object.entries(skeleton.files(name));
  const there = files.map(([path]) => path).filter(path => existsSync(join(root, path)));
  if (there.length) throw new Error(`${there.join(', ')} is there already; nothing was written.`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return files.map(([path]) => path);
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const [kind, name] = process.argv.slice(2);
  try {
    const written = writeSkeleton(fileURLToPath(new URL('../..', import.meta.url)), kind, name);
    const next = skeletons[kind ?? '']?.next ?? [];
    console.log(
      `Written:\n${written.map(path => `  ${path}`).join('\n')}\n\nNext:\n${next.map(step => `  ${step}`).join('\n')}`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
