import { describe, expect, test } from 'vitest';
import { asked } from '../../src/analysis/documented.ts';
import { lateCodes, lines } from '../../src/readiness/checklist.ts';
import { isOpenLine, lineOf, type Readiness, type ReadinessLine, readiness } from '../../src/readiness/readiness.ts';
import { areaOf } from '../../src/rules/codes.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { momentOf } from '../../src/rules/presets.ts';
import { inEnglish, saying } from '../../src/wording/wording.ts';
import { type IsmsUnit, Workspace, type WorkspaceSettings } from '../../src/workspace/workspace.ts';
import { exampleFiles, exampleNames } from '../examples/files.ts';

type Files = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

function open(files: Files, settings: WorkspaceSettings = {}): { workspace: Workspace; unit: IsmsUnit } {
  const workspace = new Workspace({ rules, today: '2026-06-01', settings });
  const all = Array.isArray(files) ? files : Object.entries(files).map(([name, text]) => [`file:///w/${name}`, text]);
  workspace.setFiles(all as [string, string][]);
  workspace.update();
  const [unit] = workspace.ismss();
  if (!unit) throw new Error('no ISMS');
  return { workspace, unit };
}

function read(files: Files, settings?: WorkspaceSettings): Readiness {
  const { workspace, unit } = open(files, settings);
  return readiness(workspace, unit);
}

const linesOf = (result: Readiness): readonly ReadinessLine[] => result.stages.flatMap(stage => stage.lines);

const line = (result: Readiness, id: string): ReadinessLine => {
  const found = linesOf(result).find(candidate => candidate.id === id);
  if (!found) throw new Error(`no line ${id}`);
  return found;
};

/** What the first thing says that stands against a line. */
const firstMessage = (result: Readiness, id: string): string => {
  const [first] = line(result, id).open;
  return first ? inEnglish(first.message) : '';
};

const grave = (severity: string): boolean => severity === 'error' || severity === 'warning';

describe('the checklists', () => {
  const entries = lines.flatMap(({ findings }) => findings);

  test('name each code and area once, and only those that there are', () => {
    const known = new Set(rules.flatMap(({ code }) => [code, areaOf(code)]));
    expect(entries.filter(entry => !known.has(entry))).toEqual([]);
    expect(new Set(entries).size).toBe(entries.length);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  test('have a line for each rule, in the stage in which its preset tells it', () => {
    expect(rules.filter(({ code }) => !lineOf(code)).map(({ code }) => code)).toEqual([]);
    const misplaced = rules.filter(rule => {
      const moment = momentOf(rule);
      return moment !== 'contradiction' && `stage${lineOf(rule.code)?.stage}` !== moment;
    });
    expect(misplaced.map(({ code }) => code)).toEqual([]);
  });

  test('have a line for each piece of documented information, in stage 1', () => {
    for (const { key } of asked) expect(lineOf('document/mandatory-missing', key)?.stage, key).toBe(1);
    expect(lineOf('document/mandatory-missing', 'competence-evidence')?.id).toBe('competence');
    expect(lineOf('document/mandatory-missing', 'monitoring-results')?.id).toBe('documents');
  });

  test('take for late what is overdue or has expired', () => {
    const codes = rules.map(({ code }) => code);
    expect([...lateCodes].filter(code => !codes.includes(code))).toEqual([]);
    expect(codes.filter(code => /overdue|expired/.test(code) && !lateCodes.has(code))).toEqual([]);
  });
});

/** The folders of examples that hold exactly one ISMS. */
const examples = exampleNames().flatMap(name => {
  const files = exampleFiles(name);
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles(files);
  return workspace.ismss().map(({ root }) => [root.replace(/.*\/examples\//, ''), root, files] as const);
});

describe('readiness agrees with the diagnostics', () => {
  test.each(examples)('%s', (_name, root, files) => {
    const { workspace, unit } = open(files.filter(([uri]) => uri.startsWith(`${root}/`)));
    const result = readiness(workspace, unit);
    const uris = [...unit.isms.files.keys(), `${root}/isms.config.json`];
    const told = uris.flatMap(uri => workspace.diagnostics(uri)).filter(({ severity }) => grave(severity));
    const key = (code: string | undefined, message: string): string => `${code}: ${message}`;
    const open1 = linesOf(result).flatMap(({ open: items }) => items.filter(item => item.code !== undefined));
    expect(open1.map(item => key(item.code, inEnglish(item.message))).sort()).toEqual(
      told.map(({ code, message }) => key(code, inEnglish(message))).sort(),
    );
    for (const { id, state, open: items } of linesOf(result)) {
      if (!id.startsWith('stage-')) expect(state === 'met' || state === 'nothing', id).toBe(items.length === 0);
    }
    for (const stage of result.stages) expect(stage.isReady).toBe(!stage.lines.some(isOpenLine));
    if (told.length) expect(result.stages.every(({ isReady }) => isReady)).toBe(false);
  });

  test('the example is ready for both stages, and for surveillance as it is certified', () => {
    expect(read(exampleFiles('acme-cloud')).stages.map(({ stage, isReady }) => [stage, isReady])).toEqual([
      [1, true],
      [2, true],
      ['surveillance', true],
    ]);
  });
});

describe('an ISMS that has just begun', () => {
  const files = { 'isms.isms': 'isms Acme "Acme ISMS" {}\n' };
  const result = read(files);

  test('misses what has to be there, and says where to declare it', () => {
    const missing = linesOf(result).filter(({ state }) => state === 'missing');
    expect(missing.map(({ id }) => id)).toEqual([
      'context',
      'legal',
      'scope',
      'roles',
      'policy',
      'opportunities',
      'method',
      'risk-assessment',
      'risk-treatment',
      'soa',
      'objectives',
      'changes-planned',
      'resources',
      'competence',
      'awareness',
      'communication',
      'documents',
      'audit-programme',
      'review-planned',
      'certification-body',
      'implementation',
      'evidence',
      'monitoring',
      'audit-performed',
      'review-held',
    ]);
    for (const { id, open: items, place } of missing) {
      expect(items.length, id).toBeGreaterThan(0);
      for (const { message } of items) expect(inEnglish(message), id).toMatch(/\.$/);
      expect(place?.range.start, id).toEqual({ line: 0, character: 5 });
    }
  });

  test('has what needs only to be free of findings', () => {
    expect(line(result, 'sources').state).toBe('met');
    expect(line(result, 'nonconformities').state).toBe('nothing');
    expect(line(result, 'stage-1')).toMatchObject({ state: 'incomplete', count: { done: 2, total: 22 } });
  });

  test('has no documented information but what is not due yet', () => {
    const states = new Map(result.information.map(({ key, state }) => [key, state]));
    expect(states.get('isms-scope')).toBe('missing');
    expect(states.get('nonconformities')).toBe('none-yet');
    expect(states.size).toBe(17);
  });

  test('can be asked for one stage', () => {
    const { workspace, unit } = open(files);
    expect(readiness(workspace, unit, 1).stages.map(({ stage }) => stage)).toEqual([1]);
    const [second, ...others] = readiness(workspace, unit, 2).stages;
    expect(others).toEqual([]);
    expect(second?.lines[0]?.id).toBe('stage-1');
  });
});

describe('severities', () => {
  const isms = 'isms Acme "Acme ISMS" {}\nmethod "M" { likelihood { 1: low 2: high } }\nrisk R-1 "A risk" {}\n';
  const config = (value: object) => ({ 'isms.isms': isms, 'isms.config.json': JSON.stringify(value) });
  const plain = read({ 'isms.isms': isms });
  const codes = (result: Readiness, id: string) => line(result, id).open.map(({ code }) => code);

  test('a preset that hides findings does not make an ISMS ready, and is named', () => {
    const draft = read(config({ preset: 'draft' }));
    expect(draft.stages).toEqual(plain.stages);
    expect([plain.hidingPreset, draft.hidingPreset]).toEqual([undefined, 'draft']);
    expect(read({ 'isms.isms': isms }, { preset: 'stage1' }).stages).toEqual(plain.stages);
  });

  test('the strict preset counts', () => {
    expect(codes(plain, 'risk-assessment')).not.toContain('risk/no-affected-property');
    const strict = read(config({ preset: 'strict' }));
    expect(codes(strict, 'risk-assessment')).toContain('risk/no-affected-property');
    expect(strict.hidingPreset).toBeUndefined();
  });

  test('a rule that is switched off, or silenced with a reason, does not speak against a line', () => {
    expect(codes(plain, 'risk-assessment')).toContain('risk/no-owner');
    expect(codes(read(config({ rules: { 'risk/no-owner': 'off' } })), 'risk-assessment')).not.toContain(
      'risk/no-owner',
    );
    const silenced = isms.replace(
      'risk R-1',
      '// isms-ignore risk/no-owner: the board decides on it in July\nrisk R-1',
    );
    expect(codes(read({ 'isms.isms': silenced }), 'risk-assessment')).not.toContain('risk/no-owner');
  });

  test('rules that are switched off or lowered are named, and stand against stage 1', () => {
    const clean = read(exampleFiles('acme-cloud'));
    expect(line(clean, 'rules').state).toBe('met');
    for (const setting of ['off', 'info']) {
      const files = exampleFiles('acme-cloud').map(([uri, text]): [string, string] =>
        uri.endsWith('isms.config.json')
          ? [uri, JSON.stringify({ ...JSON.parse(text), rules: { soa: setting, 'risk/no-owner': setting } })]
          : [uri, text],
      );
      const silenced = read(files);
      expect(line(silenced, 'rules')).toMatchObject({ state: 'incomplete' });
      expect(firstMessage(silenced, 'rules')).toMatch(/^What risk\/no-owner, soa\/.* would find is not known/);
      expect(silenced.stages.map(({ isReady }) => isReady)).toEqual([false, false, false]);
    }
    // To ask for more is no silence.
    expect(line(read(config({ rules: { 'issue/climate-not-considered': 'error' } })), 'rules').state).toBe('met');
  });

  test('a faulty configuration speaks against the first line', () => {
    expect(codes(read(config({ presets: 'draft' })), 'sources')).toEqual(['config/invalid']);
  });
});

describe('what is late', () => {
  const review = (held: string) => `isms Acme "Acme ISMS" {}
role Ceo "Chief executive" { top-management }
review MR-1 "Review" {
  held: ${held}
  attendees: Ceo
  inputs: previous-actions, changes, interested-parties, nonconformities, monitoring, audit-results, objectives, feedback, risk-status, opportunities
  decision "Go on" { owner: Ceo due: 2026-12-01 }
}
`;

  test('is late and not incomplete, as long as nothing else is wrong', () => {
    const [now, late] = ['2026-05-01', '2025-03-01'].map(held => read({ 'isms.isms': review(held) }));
    expect(now && line(now, 'review-planned').state).toBe('met');
    expect(late && line(late, 'review-planned')).toMatchObject({
      state: 'late',
      facts: [saying('last held {0}', '2025-03-01')],
      open: [{ code: 'review/overdue', isLate: true }],
    });
    expect(late && line(late, 'review-held').state).toBe('met');
  });
});

describe('implementation', () => {
  const isms = `isms Acme "Acme ISMS" {}
supplier Host "Host Ltd." {}
control A.8.1, A.8.2 { applicable: yes status: planned }
control A.8.5 { applicable: yes status: implemented }
control A.7.1 { applicable: inherited from Host }
control A.8.30 { applicable: no because: no-such-activity }
control A.9.2.5 { applicable: yes }
risk R-1 "A risk" {
  controls: A.8.1
  action "Roll it out" { controls: A.8.1 due: 2026-12-01 status: open }
}
`;
  test('asks for an action for what is not implemented, and passes over ids of 2013', () => {
    const readiness = read({ 'isms.isms': isms });
    expect(line(readiness, 'implementation')).toMatchObject({
      state: 'incomplete',
      count: { done: 2, total: 4 },
      facts: [saying('{0} of the others planned as actions', 1)],
      open: [{ code: 'soa/planned-without-action' }],
    });
    expect(firstMessage(readiness, 'implementation')).toMatch(/^A\.8\.2 is planned/);
  });

  test('counts an action that is done as no plan', () => {
    const done = isms.replace('status: open', 'status: done');
    const readiness = read({ 'isms.isms': done });
    expect(firstMessage(readiness, 'implementation')).toMatch(/^A\.8\.1 and A\.8\.2 are planned/);
    expect(line(readiness, 'implementation').open).toHaveLength(1);
  });
});
