/** The pictures that the editor asks for: the numbers of the command line, as the text is now, and told of when they may be others. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newsFrom } from '../../dashboard/messages.ts';
import type { PicturesResult, WritingResult } from '../../server/protocol/protocol.ts';
import type { Pictures, RiskMark } from '../../src/pictures/data.ts';
import { isms } from '../cli/isms.ts';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';
import { holdTime, quiet } from './passing-time.ts';

const example = new URL('../../examples/acme-cloud/', import.meta.url).pathname;
const uri = 'file:///w/main.isms';
const text = 'isms Acme "Acme" {\n}\nrisk R-1 "Theft" {\n}\n';

let client: GenericClient;
beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
  return client.stop();
});

const start = async (files: Record<string, string>): Promise<void> => {
  client = await GenericClient.start(files, { capabilities: vscodeCapabilities, supports: { views: true } });
};
const pictures = async (root?: string): Promise<Pictures> => {
  const answer = await client.ask('isms/pictures', root === undefined ? {} : { root });
  if ('error' in answer) throw answer.error;
  const news = newsFrom({ kind: 'pictures', ...(answer.result as PicturesResult) });
  if (news?.kind !== 'pictures') throw new Error('the page cannot draw these pictures');
  return news.pictures;
};
const told = (): number => client.sent.filter(({ method }) => method === 'isms/viewsChanged').length;

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.isms$|^isms\..*json$/.test(name) && statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(
    names.map(name => [`file:///w/${name.replaceAll('\\', '/')}`, readFileSync(join(folder, name), 'utf8')]),
  );
}

it('say the numbers that the command line says', async () => {
  const { stdout } = await isms(['stats', example, '--format', 'json']);
  const statistics = JSON.parse(stdout);
  await start(filesOf(example));
  const { asOf, soa, landscape } = await pictures();
  expect(asOf).toBe(statistics.asOf);
  expect(soa.counts).toEqual(statistics.soa);
  expect(landscape.risks.length).toBe(statistics.risks.total);
  for (const [level, counts] of Object.entries<Record<string, number>>(statistics.risks.levels)) {
    const at = (stage: keyof RiskMark['positions']): number =>
      landscape.risks.filter(risk => (risk.positions[stage]?.level ?? 'not evaluated') === level).length;
    expect({ inherent: at('inherent'), current: at('today'), residual: at('remaining') }).toEqual(counts);
  }
});

it('are told to have changed once somebody has looked, and are then as the text is', async () => {
  await start({ [uri]: text });
  await client.open(uri, text);
  expect((await pictures()).landscape.risks.map(({ id }) => id)).toEqual(['R-1']);
  const at = { line: 3, character: 1 };
  await client.change(uri, [{ range: { start: at, end: at }, text: '\nrisk R-2 { }' }]);
  await quiet(client);
  expect(told()).toBe(1);
  const { landscape } = await pictures();
  expect(landscape.risks.map(({ id, place }) => [id, place])).toEqual([
    ['R-1', { path: 'main.isms', line: 3, column: 6 }],
    ['R-2', { path: 'main.isms', line: 5, column: 6 }],
  ]);
});

it('lead to what another ISMS declares by a path, whatever the folders are called', async () => {
  const group = 'isms Group "Group" { }\nthreat Shared "Shared" { }\n';
  const own = 'isms Own "Own" { uses: "../group 100%" }\nrisk R-1 "Theft" { threat: Shared }\n';
  await start({ 'file:///w/group%20100%25/a.isms': group, 'file:///w/own/b.isms': own });
  const { trace } = await pictures('file:///w/own');
  expect(trace.nodes.find(({ id }) => id === 'Shared')?.place).toEqual({
    path: '../group 100%/a.isms',
    line: 2,
    column: 8,
  });
});

it('say what can be written about what they show, as edits that the client applies', async () => {
  await start({ [uri]: `${text}control A.8.13 { applicable: no }\n` });
  const answer = await client.ask('isms/writing', { about: 'decide', id: 'A.8.13' });
  if ('error' in answer) throw answer.error;
  const { choices } = answer.result as WritingResult;
  expect(choices[0]?.title).toBe('Write `applicable: yes` in the place of `applicable: no`');
  const range = { start: { line: 4, character: 29 }, end: { line: 4, character: 31 } };
  expect(JSON.stringify(choices[0]?.edit)).toContain(JSON.stringify({ range, newText: 'yes' }));
  expect(client.sent.some(({ method }) => method === 'workspace/applyEdit')).toBe(false);
});

it('are refused where there is no ISMS, or no telling which', async () => {
  await start({ 'file:///w/a/a.isms': text, 'file:///w/b/b.isms': text });
  await expect(pictures()).rejects.toThrow('There are several ISMSs here');
  await expect(pictures('file:///w/c')).rejects.toThrow('There is no ISMS under file:///w/c.');
});
