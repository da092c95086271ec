import { describe, expect, test } from 'vitest';
import { areaOf } from '../../src/rules/codes.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import {
  type Choice,
  classified,
  momentOf,
  presetDescriptions,
  presetSeverity,
  presets,
  severityOf,
} from '../../src/rules/presets.ts';
import type { Severity } from '../../src/rules/rule.ts';

describe('the table of presets', () => {
  test('has a place for each area, and for nothing else', () => {
    const areas = new Set(rules.map(({ code }) => areaOf(code)));
    expect([...areas].sort()).toEqual([...classified].sort());
  });

  test('lets a rule name a moment only where it differs from their area', () => {
    const sameAsArea = rules.filter(rule => rule.moment && rule.moment === momentOf({ code: rule.code }));
    expect(sameAsArea.map(({ code }) => code)).toEqual([]);
  });

  test('describes each preset', () => {
    expect(Object.keys(presetDescriptions)).toEqual([...presets]);
  });

  test('tells more from preset to preset, and strict as much as stage2', () => {
    const told = presets.map(preset => rules.filter(rule => presetSeverity(preset, rule) !== 'off').map(r => r.code));
    const [draft = [], stage1 = [], stage2 = [], strict = []] = told;
    expect(stage1).toEqual(expect.arrayContaining(draft));
    expect(draft.length).toBeGreaterThan(0);
    expect(stage1.length).toBeGreaterThan(draft.length);
    expect(stage2.length).toBeGreaterThan(stage1.length);
    expect(stage2).toEqual(rules.map(({ code }) => code));
    expect(strict).toEqual(stage2);
  });

  test('leaves severities as they are, but for strict', () => {
    const grave = (severity: Severity) => ({ code: 'risk/no-owner', severity });
    for (const preset of ['draft', 'stage1', 'stage2'] as const) {
      for (const rule of rules) expect(['off', rule.severity]).toContain(presetSeverity(preset, rule));
    }
    expect((['error', 'warning', 'info', 'hint'] as const).map(s => presetSeverity('strict', grave(s)))).toEqual([
      'error',
      'error',
      'warning',
      'info',
    ]);
  });
});

describe('precedence', () => {
  // Each row adds something of more weight to the one before.
  const rule = { code: 'soa/no-evidence', severity: 'warning' } as const;
  const rows: readonly [string, Choice, Choice, string][] = [
    ['the rule itself', {}, {}, 'warning'],
    ['the preset of the configuration', {}, { preset: 'strict' }, 'error'],
    ['the preset of the settings', { preset: 'draft' }, { preset: 'strict' }, 'off'],
    ['the area in the configuration', { preset: 'draft' }, { preset: 'strict', rules: { soa: 'hint' } }, 'hint'],
    [
      'the code in the configuration',
      { preset: 'draft' },
      { preset: 'strict', rules: { soa: 'hint', 'soa/no-evidence': 'info' } },
      'info',
    ],
    [
      'the area in the settings',
      { preset: 'draft', rules: { soa: 'warning' } },
      { preset: 'strict', rules: { soa: 'hint', 'soa/no-evidence': 'info' } },
      'warning',
    ],
    [
      'the code in the settings',
      { preset: 'draft', rules: { soa: 'warning', 'soa/no-evidence': 'error' } },
      { preset: 'strict', rules: { soa: 'hint', 'soa/no-evidence': 'off' } },
      'error',
    ],
  ];

  test.each(rows)('%s', (_name, settings, config, expected) => {
    expect(severityOf(rule, [settings, config])).toBe(expected);
  });

  test('a code or area of another rule changes nothing', () => {
    expect(severityOf(rule, [{ rules: { risk: 'off', 'soa/not-approved': 'off' } }, {}])).toBe('warning');
  });
});
