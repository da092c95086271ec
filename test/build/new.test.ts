/** `npm run new` writes skeletons that work as they are: each is put into a copy of the sources and tried there. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { build, transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Request } from '../../server/features/requests/shared/request.ts';
import type { Feature } from '../../server/features/shared/feature.ts';
import { skeletons, writeSkeleton } from '../../src/build/new.mjs';
import type { Artefact } from '../../src/documents/artefact.ts';
import type { Format } from '../../src/formats/shared/format.ts';
import type { Tree, View } from '../../src/ide/views/shared/view.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import type { Setting } from '../../src/workspace/configuration/setting.ts';
import { diagnosticsOf, open, parseFixture } from '../rules/fixture.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'isms-new-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const nameFor = (kind: string): string => skeletons[kind]?.example ?? '';

describe.each(Object.keys(skeletons))('%s', kind => {
  test('is written once, and then refused', () => {
    const written = writeSkeleton(root, kind, nameFor(kind));
    expect(written.length).toBeGreaterThan(0);
    for (const path of written) expect(existsSync(join(root, path)), path).toBe(true);
    expect(() => writeSkeleton(root, kind, nameFor(kind))).toThrow('is there already; nothing was written');
  });

  test('is TypeScript where it says so', async () => {
    for (const [path, text] of Object.entries(skeletons[kind]?.files(nameFor(kind)) ?? {}))
      if (path.endsWith('.ts')) await expect(transform(text, { loader: 'ts' }), path).resolves.toBeDefined();
  });

  test('refuses a name of another form', () => {
    for (const name of [undefined, '', 'No Name', '../x', 'a/b/c'])
      expect(() => writeSkeleton(root, kind, name)).toThrow(`The name of a ${kind} is written like`);
  });

  test('lies where CONTRIBUTING.md says', () => {
    const contributing = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
    expect(contributing).toContain(`npm run new -- ${kind} `);
  });
});

test('another word is told what there is', () => {
  expect(() => writeSkeleton(root, 'thing', 'x')).toThrow('Usage: npm run new -- rule|');
});

/** What a file of a skeleton exports, as if it stood in the sources. */
async function evaluated(kind: string, path: string): Promise<Record<string, unknown>> {
  const [, text = ''] =
    Object.entries(skeletons[kind]?.files(nameFor(kind)) ?? {}).find(([file]) => file === path) ?? [];
  const { outputFiles } = await build({
    stdin: {
      contents: text,
      resolveDir: fileURLToPath(new URL(`../../${dirname(path)}`, import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as Record<string, unknown>;
}

test('the rule finds what its fixtures say', async () => {
  const code = nameFor('rule');
  const files = skeletons.rule?.files(code) ?? {};
  const { default: rule } = (await evaluated('rule', `src/rules/${code}.ts`)) as { default: Rule };
  const found = (name: string): string[] =>
    diagnosticsOf(open(parseFixture(files[`test/rules/${code}/${name}.isms`] ?? ''), [rule]), rule).map(({ message }) =>
      inEnglish(message),
    );
  expect(found('basic')).toEqual(['R-1 has no description; add `description:`.']);
  expect(found('clean')).toEqual([]);
  expect(found('near-miss')).toEqual([]);
});

test('the document gives data that its schema takes', async () => {
  const id = nameFor('artefact');
  const { default: artefact } = (await evaluated('artefact', `src/documents/artefacts/${id}.ts`)) as {
    default: Artefact;
  };
  const workspace = open(parseFixture('isms Acme "Acme" {}\nsupplier Host "Hosting" {}\n'), []);
  const [unit] = workspace.ismss();
  const { blocks, data } = artefact.build({ view: unit?.view() } as never, {});
  expect(blocks).toHaveLength(1);
  const schema = JSON.parse(skeletons.artefact?.files(id)[`docs/schemas/${id}.schema.json`] ?? '') as object;
  expect(new Ajv({ strict: true }).validate(schema, data())).toBe(true);
});

test('the format writes a document', async () => {
  const id = nameFor('format');
  const { format } = (await evaluated('format', `src/formats/${id}.ts`)) as { format: Format };
  expect([...(format.write({ title: 'Title' } as never, {} as never) as Iterable<unknown>)]).toEqual(['Title']);
});

test('the verb is one, and its transcript calls it', async () => {
  const name = nameFor('verb');
  const files = skeletons.verb?.files(name) ?? {};
  expect(files[`test/cli/transcripts/${name}.txt`]).toContain(`$ isms ${name} `);
  const { errors } = await build({
    stdin: {
      contents: files[`src/cli/verbs/${name}.ts`] ?? '',
      resolveDir: fileURLToPath(new URL('../../src/cli/verbs', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    logLevel: 'silent',
  });
  expect(errors).toEqual([]);
});

/** What a skeleton exports, of which the packages may be those of Node's modules. */
async function required(kind: string, path: string): Promise<{ default: unknown }> {
  const { outputFiles } = await build({
    stdin: {
      contents: skeletons[kind]?.files(nameFor(kind))[path] ?? '',
      resolveDir: fileURLToPath(new URL(`../../${dirname(path)}`, import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  const exported = { exports: {} as { default: unknown } };
  new Function('require', 'module', 'exports', outputFiles[0]?.text ?? '')(
    createRequire(import.meta.url),
    exported,
    exported.exports,
  );
  return exported.exports;
}

test('the feature is offered and answers one request', async () => {
  const path = `server/features/${nameFor('feature')}.ts`;
  const { default: feature } = (await required('feature', path)) as { default: Feature };
  expect(feature.offers({} as never)).toEqual({ declarationProvider: true });
  expect(feature.answers.map(({ method }) => method)).toEqual(['textDocument/declaration']);
});

test('the request is answered by the method of its name', async () => {
  const path = `server/features/requests/${nameFor('request')}.ts`;
  const { default: request } = (await required('request', path)) as { default: Request<never> };
  const workspace = open(parseFixture('isms Acme "Acme" {}\n'), []);
  const answers = new Map<string, (params: object) => unknown>();
  const connection = { onRequest: answers.set.bind(answers) };
  const context = { ready: async () => ({ workspace }), language: { speak: (work: () => unknown) => work() } };
  request.register(connection as never, {} as never, context as never);
  expect(await answers.get('isms/countFiles')?.({})).toEqual({ files: 1 });
});

test('the view shows what is applied, and says where nothing is', async () => {
  const path = `src/ide/views/${nameFor('view')}.ts`;
  const { default: view } = (await required('view', path)) as { default: View };
  const shown = (more: string): Tree => {
    const workspace = open(parseFixture(`isms Acme "Acme" {}\n${more}`), []);
    const [unit] = workspace.ismss();
    return view.build({ workspace, unit, filter: '' } as never);
  };
  expect(shown('control A.8.13 {\n  applicable: yes\n}\n')).toEqual({ items: [{ id: 'A.8.13', label: 'A.8.13' }] });
  expect(shown('')).toEqual({ items: [], message: 'No control is applied.' });
});

test('the setting reads what its schema takes, and nothing else', async () => {
  const path = `src/workspace/configuration/settings/${nameFor('setting')}.ts`;
  const { default: setting } = (await required('setting', path)) as { default: Setting };
  const takes = new Ajv({ strict: true }).compile(setting.schema([]));
  for (const value of ['a text', 1, true, null, setting.example])
    expect(setting.read({ value } as never, {} as never) !== undefined, String(value)).toBe(takes(value));
  expect(setting.key).toBe('dateFormat');
});
