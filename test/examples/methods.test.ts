/** The examples of methods: what level each risk has, and what each asset is worth, worked out by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assetValues } from '../../src/analysis/asset-values.ts';
import type { Evaluation } from '../../src/analysis/method.ts';
import { evaluateRisk } from '../../src/analysis/risk.ts';
import type { IsmsView } from '../../src/model/view.ts';
import { isms } from '../cli/isms.ts';
import { exampleFiles } from './files.ts';
import { findingsOf, workspaceOf } from './order.ts';

type Levels = readonly [inherent: string, current: string, residual: string];

/** Level and score of each risk: without treatment, today, and after treatment; `-` where nothing is stated. */
const expected: Readonly<Record<string, Readonly<Record<string, Levels>>>> = {
  product: {
    'R-Ransomware': ['high 12', 'medium 9', 'medium 6'],
    'R-TillFails': ['medium 8', '-', '-'],
    'R-PriceList': ['low 2', '-', '-'],
  },
  matrix: {
    'R-Bridge': ['red 3', '-', 'green 2'],
    'R-TicketShop': ['yellow 6', '-', 'green 2'],
    'R-WrongTimes': ['green 2', '-', '-'],
  },
  'impact-by-property': {
    'R-Ransomware': ['high 12', '-', 'medium 4'],
    'R-MixUp': ['high 10', '-', 'low 2'],
    'R-LineDown': ['medium 4', '-', '-'],
  },
  'inherited-values': {
    'R-ServerStolen': ['high 8', '-', 'low 2'],
    'R-PayrollDown': ['medium 6', '-', '-'],
    'R-Manuscript': ['high 12', '-', 'medium 4'],
  },
  'event-based': {
    'R-FalseAlarm': ['high 6', '-', 'medium 4'],
    'R-Silence': ['high 5', '-', 'low 3'],
    'R-Source': ['medium 4', '-', '-'],
  },
  'asset-based': {
    'R-Mould': ['unacceptable 3', '-', 'acceptable 2'],
    'R-Fire': ['unacceptable 3', '-', 'acceptable 2'],
    'R-ScanLost': ['acceptable 2', '-', '-'],
  },
};

const folder = fileURLToPath(new URL('../../examples/methods', import.meta.url));
const names = readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));

const shown = (evaluation: Evaluation | undefined): string =>
  evaluation ? `${evaluation.level?.label} ${evaluation.score}` : '-';

function viewOf(name: string): IsmsView {
  const [unit] = workspaceOf(exampleFiles(`methods/${name}`)).ismss();
  if (!unit) throw new Error(`no ISMS in ${name}`);
  return unit.view();
}

test('each method has a table here and a line in the readme', () => {
  const readme = readFileSync(`${folder}/README.md`, 'utf8');
  expect(names.sort()).toEqual(Object.keys(expected).sort());
  expect(names.filter(name => !readme.includes(`[${name}](${name}/method.isms)`))).toEqual([]);
});

describe.each(names)('%s', name => {
  test('checks clean by itself', async () => {
    const { code, stdout } = await isms(['check', '--fail-on', 'info', '--format', 'json', `${folder}/${name}`]);
    expect({ code, found: JSON.parse(stdout) as unknown }).toEqual({ code: 0, found: [] });
  });

  test('gives each risk the level that the table says', () => {
    const view = viewOf(name);
    const levels = view.all('Risk').map(risk => {
      const { inherent, current, residual } = evaluateRisk(view, risk);
      return [risk.names[0]?.value, [shown(inherent), shown(current), shown(residual)]] as const;
    });
    expect(Object.fromEntries(levels)).toEqual(expected[name]);
  });

  test('judges its risks: without their treatment, those above the appetite are found', () => {
    const files = exampleFiles(`methods/${name}`).map(
      ([uri, text]) =>
        [
          uri,
          text.replace(/^ {2}(?:treatment|controls|counterparty|accepted):.*\n|^ {2}residual \{[^}]*\}\n/gm, ''),
        ] as const,
    );
    const found = findingsOf(workspaceOf(files));
    const rejected = Object.entries(expected[name] ?? {}).filter(([, [inherent]]) =>
      /^(?:high|critical|red|yellow|unacceptable) /.test(inherent),
    );
    expect(rejected.length).toBeGreaterThan(0);
    const told = [...found.matchAll(/"message": "(\S+) is \S+, above the appetite/g)].map(match => match[1]);
    expect(told.sort()).toEqual(rejected.map(([risk]) => risk).sort());
  });
});

test('what others depend on is worth the most that any of them is', () => {
  const values = viewOf('inherited-values').get(assetValues);
  const plain = Object.fromEntries(
    Object.entries(values).map(([asset, { confidentiality, integrity, availability }]) => [
      asset,
      [confidentiality, integrity, availability].map(value =>
        value ? `${value.label}${value.from ? ` from ${value.from}` : ''}` : '-',
      ),
    ]),
  );
  expect(plain).toEqual({
    Manuscripts: ['vital', 'much', 'some'],
    Accounts: ['much', 'vital', 'little'],
    FileServer: ['vital from Manuscripts', 'vital from Accounts', 'some from Manuscripts'],
    Payroll: ['much from Accounts', 'vital from Accounts', 'much'],
    ServerRoom: ['vital from Manuscripts', 'vital from Accounts', 'some from Manuscripts'],
  });
});
