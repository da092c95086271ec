import { expect, test } from 'vitest';
import { asked, clausesFor, missingDocuments } from '../../src/analysis/documented.ts';
import { documentedInformation } from '../../src/catalogues/clauses.ts';
import { viewOf as viewOfFiles } from './view-of.ts';

const viewOf = (text: string) => viewOfFiles(['isms Acme "Acme ISMS" {}', text]);

test('only what the catalogue calls mandatory is asked for', () => {
  const mandatory = documentedInformation.filter(item => item.requirement === 'mandatory').map(({ key }) => key);
  for (const { key } of asked) expect(mandatory).toContain(key);
});

test('a document for a clause above counts', () => {
  expect(clausesFor('audit-programme')).toEqual(['9.2.2', '9.2', '9']);
  expect(viewOf('document D "D" { kind: report covers: 6, 7, 8, 9 }').get(missingDocuments)).toEqual([]);
});

test('a rule is no record of what was done', () => {
  const missing = (kind: string): readonly string[] =>
    viewOf(`document D "D" { kind: ${kind} covers: 6, 7, 8, 9 }`).get(missingDocuments);
  for (const kind of ['policy', 'procedure', 'plan', 'process']) {
    expect(missing(kind), kind).toEqual([
      'competence-evidence',
      'operational-control-evidence',
      'risk-assessment-results',
      'monitoring-results',
    ]);
  }
  for (const kind of ['record', 'register', 'report']) expect(missing(kind), kind).toEqual([]);
});

test('each piece is given by its declaration or by a document, and by nothing else', () => {
  const declarations = [
    'objective O "O" {}',
    'competence C "C" {}',
    'control A.8.13 { applicable: yes evidence: E }',
    'risk R "R" {}',
    'metric M "M" {}',
    'document D "D" { covers: 6.1.3 }',
  ];
  expect(viewOf(declarations.join('\n')).get(missingDocuments)).toEqual([]);
  for (const left of declarations) {
    const rest = declarations.filter(declaration => declaration !== left).join('\n');
    expect(viewOf(rest).get(missingDocuments), left).toHaveLength(1);
  }
  expect(viewOf([...declarations, 'audit A "A" {}'].join('\n')).get(missingDocuments)).toEqual(['audit-programme']);
});
