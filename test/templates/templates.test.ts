import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { blockType, nodeTypes } from '../../src/language/schema.ts';
import type { Declaration } from '../../src/model/declaration.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { defaultLineWidth, formatText } from '../../src/syntax/format/format.ts';
import { answerForms } from '../../src/templates/answer-forms.ts';
import { type TemplateFile, templates } from '../../src/templates/index.ts';
import { type Answers, answerOf, questions, type Sector, UnclearAnswer } from '../../src/templates/questions.ts';
import { starter } from '../../src/templates/starter/index.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { anyAnswers } from './any-answers.ts';

const full: Answers = {
  organization: 'Acme B.V.',
  people: 40,
  hosting: 'cloud',
  work: 'both',
  development: 'both',
  personalData: 'yes',
  customers: ['businesses', 'public'],
};

function workspaceOf(files: readonly TemplateFile[], preset?: 'stage1' | 'stage2'): Workspace {
  const workspace = new Workspace({ rules, today: '2026-06-01', ...(preset && { settings: { preset } }) });
  workspace.setFiles(files.map(({ path, text }) => [`file:///new/${path}`, text]));
  workspace.update();
  return workspace;
}

const codesOf = (workspace: Workspace): string[] =>
  workspace.files().flatMap(uri => workspace.diagnostics(uri).map(({ code }) => code));

const textOf = (files: readonly TemplateFile[]): string => files.map(({ text }) => text).join('\n');

const cases = [
  ...templates.map(template => [template.id, template.files()] as const),
  ['starter, all answered', starter.files(full)] as const,
];

describe.each(cases)('%s', (_, files) => {
  test('is one ISMS, whose block is in the first file', () => {
    const [unit, ...others] = workspaceOf(files).ismss();
    expect(others).toEqual([]);
    expect(unit?.isms.blocks('Isms').map(block => block.file.uri)).toEqual([`file:///new/${files[0]?.path}`]);
  });

  test('is quiet as a draft, and tells what is missing at the next preset', () => {
    expect(codesOf(workspaceOf(files))).toEqual([]);
    const config = files.find(({ path }) => path === 'isms.config.json')?.text ?? '';
    expect(config).toContain('"preset": "draft"');
    const codes = codesOf(workspaceOf(files, 'stage1'));
    expect(codes.length).toBeGreaterThan(10);
    // The scales are whole; how much is accepted, and to approve it, is left to the author.
    expect(codes.filter(code => /^method\/(?!not-approved|no-appetite)/.test(code))).toEqual([]);
  });

  test('is written as the formatter likes it: no tabs, no blanks at line ends, one line end at the end', () => {
    for (const { text } of files) expect(text).not.toMatch(/\t|\r|[ \t]\n|\n\n$|\n\n\n|[^\n]$/);
  });
});

test.each(templates)('$id makes new texts each time, alike', template => {
  expect(template.files()).toEqual(template.files());
});

const risks = (answers: Answers): string => textOf(starter.files(answers).filter(({ path }) => path === 'risks.isms'));

describe('the starter', () => {
  test('holds a stub for each control, with its title, and decides none', () => {
    const text = textOf(starter.files());
    for (const { id, title } of annexA) expect(text).toContain(`control ${id} ${JSON.stringify(title)} {`);
    expect(text.match(/^control A\./gm)).toHaveLength(93);
  });

  test('has no mistake and is in form, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, answers => {
        const files = starter.files(answers);
        const found = codesOf(workspaceOf(files, 'stage2'));
        expect(found.filter(code => /^(syntax|name|control|field|date|suppression)\//.test(code))).toEqual([]);
        for (const { path, text } of files)
          if (path.endsWith('.isms')) expect(text).toBe(formatText(text, { lineWidth: defaultLineWidth }));
      }),
      { numRuns: 40 },
    );
  });

  test.each<[string, Answers, RegExp]>([
    ['a cloud', { hosting: 'cloud' }, /threat: CloudMisconfiguration/],
    ['servers of one’s own', { hosting: 'own' }, /threat: PowerFailure/],
    ['an office', { work: 'office' }, /threat: Burglary/],
    ['development', { development: 'own' }, /threat: SoftwareDefect/],
    ['outside developers', { development: 'outsourced' }, /threat: SupplierBreach/],
    ['personal data', { personalData: 'yes' }, /threat: MisdirectedMessage/],
    ['few people', { people: 5 }, /threat: KeyPersonLoss/],
  ])('has the risks of %s only where they were answered', (_, answers, risk) => {
    expect(risks(answers)).toMatch(risk);
    expect(risks({})).not.toMatch(risk);
  });

  test('begins with a dozen risks of what was answered, each with a threat and the controls that usually treat it', () => {
    const text = risks(full);
    const count = text.match(/^risk /gm)?.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(12);
    expect(text.match(/^ {2}threat: \w+$/gm)).toHaveLength(count);
    expect(text.match(/^ {2}\/\/ Usual controls: A\.\d/gm)).toHaveLength(count);
  });

  test('says what speaks for a decision as a comment only', () => {
    const remote = textOf(starter.files({ hosting: 'cloud', work: 'remote', development: 'none' }));
    expect(remote).toMatch(
      /control A\.7\.11 .*\{\n(?: {2}\/\/.*\n)* {2}\/\/ .*applicable: inherited from Hosting\.\n\}/,
    );
    expect(remote).toMatch(/control A\.8\.25 .*\{\n(?: {2}\/\/.*\n)* {2}\/\/ .*no-such-activity\.\n\}/);
    expect(textOf(starter.files({ hosting: 'cloud', work: 'both' }))).toContain('shared with Hosting');
  });
});

describe('the starter of a sector', () => {
  const sectors = questions.find(({ key }) => key === 'sector')?.choices.map(({ word }) => word as Sector) ?? [];
  const opened = (answers: Answers) => {
    const workspace = workspaceOf(starter.files(answers));
    const [unit] = workspace.ismss();
    return [...(unit?.isms.files.values() ?? [])].flatMap(file => file.blocks.map(block => block.declaration));
  };

  test('is there for each that can be answered', () => expect(sectors.length).toBeGreaterThanOrEqual(5));

  describe.each(sectors)('%s', sector => {
    test.each([[{}], [full]])('has no error', answers => {
      const workspace = workspaceOf(starter.files({ ...answers, sector }));
      const found = workspace.files().flatMap(uri => workspace.diagnostics(uri));
      expect(found).toEqual([]);
      const later = codesOf(workspaceOf(starter.files({ ...answers, sector }), 'stage2'));
      expect(later.filter(code => /^(syntax|name|control|field|date|suppression|scope\/several)\//.test(code))).toEqual(
        [],
      );
    });

    test.each([[{}], [full]])('decides nothing: no level, treatment, approval or date', answers => {
      const given = opened({ ...answers, sector }).flatMap(declaration => (declaration ? decidedIn(declaration) : []));
      expect(given).toEqual([]);
    });

    test('begins with more than any other, each risk at something that is there', () => {
      const plain = risks({});
      const text = risks({ sector });
      expect(text.match(/^risk /gm)?.length).toBeGreaterThanOrEqual((plain.match(/^risk /gm)?.length ?? 0) + 5);
      expect(text).not.toMatch(/^ {2}assets: *$/m);
      expect(text).not.toMatch(/Usual controls: *$/m);
    });
  });

  test('a decision would be seen', () => {
    const [risk] = workspaceOf([
      {
        path: 'a.isms',
        text: 'isms A "A" {}\nrisk R-1 "R" { likelihood: likely impact: high accepted: 2026-01-01 residual { impact: high } }',
      },
    ])
      .ismss()
      .flatMap(unit => [...unit.isms.files.values()].flatMap(file => file.blocks.slice(1)));
    expect(decidedIn(risk?.declaration as Declaration)).toEqual(['likelihood', 'impact', 'residual', 'accepted']);
  });
});

/** A method is a proposal until it is approved, a role that is called top management is, and whether data is personal was answered. */
const allowedByKind: Readonly<Record<string, readonly string[]>> = {
  Method: ['levels'],
  Role: ['top-management'],
  Asset: ['personal-data'],
};

/** The properties of a declaration that only its author can decide, and dates. */
function decidedIn(declaration: Declaration): string[] {
  const allowed = allowedByKind[declaration.$type] ?? [];
  return (nodeTypes[declaration.$type]?.properties ?? []).flatMap(property => {
    const { key, feature, decides, values, happened, planned, scale } = property;
    const parts = values.flatMap(one => (one.form === 'node' ? Object.values(nodeTypes[one.type]?.parts ?? {}) : []));
    const value: unknown = Reflect.get(declaration, feature);
    const isGiven = Array.isArray(value) ? value.length > 0 : value !== undefined;
    const isDecision =
      decides ||
      happened ||
      planned ||
      scale ||
      parts.some(part => part.scale || part.happened) ||
      blockType(property)?.decides ||
      values.some(({ form }) => form === 'date');
    return isGiven && isDecision && !allowed.includes(key) ? [key] : [];
  });
}

test.each([
  [{}, 'by Our Company Ltd."'],
  [{ organization: 'Tea House Ltd.' }, 'by Tea House Ltd."'],
  [{ organization: 'Tea House' }, 'by Tea House."'],
  [{ organization: 'Tea House Ltd.', work: 'office' }, 'by Tea House Ltd., in its office."'],
] as const)('the sentence of the scope ends with one full stop: %j', (answers, end) => {
  expect(starter.files(answers)[0]?.text).toContain(`${end}\n`);
});

describe('an answer', () => {
  const [organization, sector, people, hosting, , , , customers] = questions;
  test.each([
    [organization, '  Acme B.V. ', 'Acme B.V.'],
    [organization, '', undefined],
    [sector, 'public', 'public-body'],
    [sector, '', undefined],
    [people, '40', 40],
    [hosting, 'Cloud', 'cloud'],
    [hosting, 'c', 'cloud'],
    [hosting, '3', 'own'],
    [hosting, '', undefined],
    [customers, '1, public 1', ['businesses', 'public']],
  ])('%#: is understood', (question, given, answer) => {
    expect(question && answerOf(question, given)).toEqual(answer);
  });

  test.each([
    [organization, 'a\u001b[31m'],
    [people, 'many'],
    [people, '0'],
    [people, '-3'],
    [people, '12345678'],
    [hosting, '4'],
    [hosting, 'moon'],
    [hosting, 'cloud, own'],
    [customers, 'businesses, martians'],
  ])('%#: is refused with what can be said', (question, given) => {
    expect(() => question && answerOf(question, given)).toThrow(UnclearAnswer);
  });

  test('has a form that can be told while it is typed, where there is nothing to choose', () => {
    expect(questions.filter(({ choices, form }) => (choices.length === 0) !== (form !== undefined))).toEqual([]);
    expect([organization?.form, people?.form].map(form => form && answerForms[form.id].test('12'))).toEqual([
      true,
      true,
    ]);
    expect(people?.form && answerForms[people.form.id].test('skip')).toBe(false);
  });
});
