/** Every feature is one file: registered, on a page, and shown by a test. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { features } from '../../server/features/generated/registry.ts';
import { requests } from '../../server/features/requests/generated/registry.ts';
import { isOffered, offersOf } from '../../server/features/shared/feature.ts';
import { readClientCapabilities } from '../../server/protocol/client-capabilities.ts';
import { serverCapabilities } from '../../server/protocol/server-capabilities.ts';
import { clients, vscodeCapabilities } from './clients.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const names = readdirSync(join(root, 'server/features'), { withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(({ name }) => name.replace(/\.ts$/, ''));

/** The rows of the table: the file of the feature, what it does, the tests that prove it. */
const rows = text('docs/features.md')
  .split('\n')
  .flatMap(line => {
    const [, file, , tests] = /^\| `([\w-]+)` \|(.*)\|([^|]*)\|$/.exec(line) ?? [];
    return file ? [{ file, tests: [...(tests ?? '').matchAll(/`([^`]+)`/g)].map(([, test]) => test as string) }] : [];
  });

/** The rows of the table of what other language tooling has: the feature, whether it is here, and the tests. */
const compared = text('docs/features.md')
  .split('\n')
  .flatMap(line => {
    const [, feature, here, shown = ''] = /^\| ([^`|]+) \| ([✓–][^|]*)\|([^|]*)\|$/.exec(line) ?? [];
    return feature ? [{ feature, isHere: here?.startsWith('✓'), shown }] : [];
  });

describe('what other language tooling has', () => {
  it('is on the page', () => expect(compared.length).toBeGreaterThan(30));

  it.each(compared)('$feature is proved by tests, or its lack is argued', ({ isHere, shown }) => {
    const tests = [...shown.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path as string);
    expect(tests.filter(path => !existsSync(join(root, path)))).toEqual([]);
    expect(tests.length > 0).toBe(isHere);
    expect(shown.trim()).not.toBe('');
  });
});

describe('features of the server', () => {
  it('are all registered', () => {
    expect(features.length).toBe(names.length);
    for (const { answers } of features) expect(answers.length).toBeGreaterThan(0);
  });

  it('answer each method in one place', () => {
    const methods = features.flatMap(({ answers }) => answers.map(({ method }) => method));
    expect(methods).toEqual([...new Set(methods)]);
  });

  it('are all on the page, and nothing else is', () => {
    expect(rows.map(({ file }) => file).sort()).toEqual([...names].sort());
  });

  it.each(rows)('$file is proved by a test', ({ file, tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const test of tests) {
      const [path = '', title] = test.split(': ');
      expect([file, path, existsSync(join(root, path))]).toEqual([file, path, true]);
      if (title) expect(text(path)).toContain(`'${title}'`);
    }
  });

  it.each(Object.entries(clients))('%s is offered nothing that it does not ask for', (_, capabilities) => {
    const client = readClientCapabilities({ capabilities });
    const offered = Object.keys(offersOf(features, client, serverCapabilities(client)));
    const unwanted = features
      .filter(each => !isOffered(each, client))
      .flatMap(each => Object.keys(each.offers(client)))
      .filter(key => key !== 'workspace');
    expect(offered.filter(key => unwanted.includes(key))).toEqual([]);
  });

  it('are all offered to Visual Studio Code', () => {
    const client = readClientCapabilities({ capabilities: vscodeCapabilities });
    expect(features.filter(each => !isOffered(each, client)).map(({ asks }) => asks)).toEqual([]);
  });
});

describe('requests of our own', () => {
  /** The methods of the protocol that clients ask, as its type names them. */
  const methods = [
    ...(/interface Requests \{([^}]*)\}/.exec(text('server/protocol/protocol.ts'))?.[1] ?? '').matchAll(
      /'(isms\/\w+)'/g,
    ),
  ].map(match => match[1] as string);

  it('are answered each by its file', () => {
    expect(methods.length).toBeGreaterThan(15);
    expect(Object.keys(requests).sort()).toEqual([...methods].sort());
    expect(Object.values(requests).map(({ method }) => method)).toEqual(Object.keys(requests));
  });
});
