/** What is written in OSCAL: valid by NIST's schemas, with identifiers that stay, and nothing that it refers to missing. */
import { describe, expect, test } from 'vitest';
import type { ModelId } from '../../../src/documents/blocks.ts';
import { artefacts, exportArtefact, formats, formatsOf, joined } from '../../../src/export/index.ts';
import { exampleFiles } from '../../examples/files.ts';
import { type Opened, open } from '../open.ts';
import { faultsOf } from './validator.ts';

const examples = ['acme-cloud', 'harbour-hospital', 'five-person-studio', 'published-register'] as const;

const opened = new Map<string, Opened>(examples.map(name => [name, open(exampleFiles(name))]));

const acme = opened.get('acme-cloud') as Opened;

/** Each document with each model that it is written in. */
const pairs = artefacts.flatMap(({ id, models }) => models.map(model => [id, model] as const));

async function written({ workspace, unit }: Opened, artefact: string, model: string, parameters = {}) {
  const request = { artefact, format: `oscal-${model}`, parameters };
  const bytes = await joined((await exportArtefact(workspace, unit, request)).pieces);
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The same, or the sentence that says why there is none. */
const writtenOrRefused = (...given: Parameters<typeof written>): Promise<unknown> =>
  written(...given).catch(error => {
    if (error.code !== 'ISMS_NOTHING_TO_SAY') throw error;
    return error.message as string;
  });

/** All values under a key, wherever they stand. */
function valuesOf(of: unknown, key: string): unknown[] {
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(value, key)]);
}

test('every model of OSCAL is a format, and some document is written in it', () => {
  const models = formats.flatMap(({ model }) => model ?? []);
  expect(new Set(pairs.map(([, model]) => model))).toEqual(new Set(models));
  expect(formatsOf({ models: [] }).some(({ model }) => model)).toBe(false);
});

describe.each(pairs)('%s as %s', (artefact, model: ModelId) => {
  test.each(examples)('is valid, of %s, or says what is missing', async name => {
    const document = await writtenOrRefused(opened.get(name) as Opened, artefact, model);
    if (typeof document === 'string') expect(document).toMatch(/^[A-Z].*OSCAL.*\.$/);
    else expect(faultsOf(model, document)).toEqual([]);
  });

  test('the schema would find a fault', async () => {
    const document = await written(acme, artefact, model);
    const [root] = Object.keys(document) as [string];
    expect(faultsOf(model, { ...document, [root]: { ...document[root], more: 1 } })).not.toEqual([]);
    expect(faultsOf(model, { ...document, [root]: { ...document[root], uuid: 'x' } })).not.toEqual([]);
  });

  test('speaks of the day as of which it is, in the version of the schema', async () => {
    const document = await written(acme, artefact, model);
    expect(valuesOf(document, 'last-modified')).toEqual([`${acme.subject.view.asOf}T00:00:00Z`]);
    expect(valuesOf(document, 'oscal-version')).toEqual(['1.2.1']);
  });

  test('tells things apart by identifiers of version 5', async () => {
    const document = await written(acme, artefact, model);
    const ids = valuesOf(document, 'uuid') as string[];
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    // In a plan an action stands with its risk and among the items: it is the same action.
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    const remediations = (valuesOf(document, 'remediations').flat() as { uuid: string }[]).map(({ uuid }) => uuid);
    expect(twice.filter(id => !remediations.includes(id))).toEqual([]);
  });
});

test('an identifier stays while its thing has its name, in another folder and on another day', async () => {
  const files = exampleFiles('acme-cloud').map(([name, text]): [string, string] => [
    `file:///elsewhere/deep/${name}`,
    text.replace(/title: ".*"/g, 'title: "New"'),
  ]);
  const moved = open(files);
  for (const [artefact, model] of pairs) {
    const [before, after] = [await written(acme, artefact, model), await written(moved, artefact, model)];
    expect(valuesOf(after, 'uuid')).toEqual(valuesOf(before, 'uuid'));
  }
});

test('what a model refers to is in the catalogue, or in the model', async () => {
  const { catalog } = await written(acme, 'soa', 'catalog');
  const known = new Set(valuesOf(catalog, 'id'));
  expect(known.size).toBeGreaterThan(2 * 93);
  const profile = await written(acme, 'soa', 'profile');
  const component = await written(acme, 'soa', 'component-definition');
  const results = await written(acme, 'audit-report', 'assessment-results');
  const mapping = await written(acme, 'coverage', 'mapping');
  const named = [
    ...valuesOf(profile, 'with-ids').flat(),
    ...[profile, component, results].flatMap(document => valuesOf(document, 'control-id')),
    ...valuesOf(results, 'target-id'),
    ...(valuesOf(mapping, 'targets').flat() as { 'id-ref': string }[]).map(target => target['id-ref']),
  ];
  expect(named.length).toBeGreaterThan(300);
  expect(named.filter(id => !known.has(id))).toEqual([]);

  for (const [artefact, model] of pairs) {
    const document = await written(acme, artefact, model);
    const ids = new Set([...valuesOf(document, 'uuid'), ...valuesOf(document.metadata ?? document, 'id')]);
    const references = [
      ...['risk-uuid', 'observation-uuid', 'role-id'].flatMap(key => valuesOf(document, key)),
      ...(valuesOf(document, 'href') as string[]).flatMap(href => (href.startsWith('#') ? [href.slice(1)] : [])),
    ];
    expect(references.filter(reference => !ids.has(reference))).toEqual([]);
  }
});

test('files of a pack are named as they are written, in the same edition', async () => {
  const { workspace, unit } = acme;
  const nameOf = async (format: string, parameters = {}): Promise<string> =>
    (await exportArtefact(workspace, unit, { artefact: 'soa', format, parameters })).fileName;
  for (const parameters of [{}, { edition: 'customer' }]) {
    const { profile } = await written(acme, 'soa', 'profile', parameters);
    expect(profile.imports[0].href).toBe(await nameOf('oscal-catalog', parameters));
  }
  const mapping = await written(acme, 'coverage', 'mapping', { framework: 'NistCsf' });
  expect(valuesOf(mapping, 'href')).toContain(await nameOf('oscal-catalog'));
});

test('the statement is all there: each decision, with its reasons, and the exclusions too', async () => {
  const { profile } = await written(acme, 'soa', 'profile');
  const component = await written(acme, 'soa', 'component-definition');
  const [{ 'implemented-requirements': requirements }] = valuesOf(component, 'control-implementations').flat() as [
    { 'implemented-requirements': { 'control-id': string; props: { name: string; value: string }[] }[] },
  ];
  const saying = (name: string, value: string): string[] =>
    requirements
      .filter(({ props }) => props.some(prop => prop.name === name && prop.value.startsWith(value)))
      .map(one => one['control-id']);
  const excluded = saying('implementation-status', 'not-applicable');
  expect(excluded.length).toBeGreaterThan(0);
  expect(saying('decision', 'no')).toEqual(excluded);
  expect(saying('exclusion', '')).toEqual(excluded);
  const selected = profile.imports[0]['include-controls'][0]['with-ids'];
  expect(requirements.map(one => one['control-id']).filter(id => !excluded.includes(id))).toEqual(selected);
  expect(saying('reason', 'RRA').length).toBeGreaterThan(20);
});

test('a nonconformity is not satisfied, an observation is only told, and what was done since is a remark', async () => {
  const results = await written(acme, 'audit-report', 'assessment-results');
  const observations = valuesOf(results, 'observations').flat() as { props: { name: string; value: string }[] }[];
  const severities = observations.map(({ props }) => props.find(({ name }) => name === 'severity')?.value);
  expect(new Set(severities)).toContain('observation');
  const findings = valuesOf(results, 'findings').flat() as { target: { status: { state: string } } }[];
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.filter(({ target }) => target.status.state !== 'not-satisfied')).toEqual([]);
  expect(findings.length).toBeLessThan(observations.length + 5);
});

test('nothing is made up: no risk is closed, and a cancelled action answers to no risk', async () => {
  const text = `isms Small "Small" { organization: "Small Ltd" }
risk R-1 "Theft" { treatment: modify
  action A-1 "Lock" { due: 2026-07-01 status: done completed: 2026-05-01 }
  action A-2 "Guard" { due: 2026-08-01 status: cancelled }
}
risk R-2 "Fire" { treatment: modify action A-3 "Sprinkler" { due: 2026-09-01 status: open } }`;
  const plan = await written(open([text]), 'risk-treatment-plan', 'poam');
  const risks = valuesOf(plan, 'risks').flat() as { status: string; remediations: { lifecycle: string }[] }[];
  expect(risks.map(({ status }) => status)).toEqual(['open', 'remediating']);
  expect(risks.map(one => one.remediations.map(({ lifecycle }) => lifecycle))).toEqual([['completed'], ['planned']]);
  expect((valuesOf(plan, 'poam-items').flat() as unknown[]).length).toBe(3);
});

test('an ISMS without what a model asks for is refused with what it lacks', async () => {
  const empty = open(['isms Small {}']);
  const said = Object.fromEntries(
    await Promise.all(
      pairs.map(async ([id, model]) => [`${id} ${model}`, typeof (await writtenOrRefused(empty, id, model))]),
    ),
  );
  expect(said).toEqual({
    'audit-report assessment-results': 'string',
    'corrective-actions poam': 'string',
    'coverage mapping': 'object',
    'risk-treatment-plan poam': 'string',
    'soa catalog': 'object',
    'soa component-definition': 'object',
    'soa profile': 'string',
  });
});

test('a document is not written in a model that it cannot give', async () => {
  const request = { artefact: 'risk-register', format: 'oscal-profile' };
  await expect(exportArtefact(acme.workspace, acme.unit, request)).rejects.toThrow(
    'The document “Risk register” is not written as oscal-profile. Use one of: csv,',
  );
});
