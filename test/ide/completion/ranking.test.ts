import { describe, expect, it } from 'vitest';
import { completeAt, labelsAt } from './completing.ts';

describe('what fits comes first', () => {
  it('controls that usually treat the threat, then those of risks to the same assets', () => {
    const labels = labelsAt('risk R { threat: Ransomware assets: CustomerDb controls: <|> }');
    const [first = ''] = labels;
    expect(first).toMatch(/^A\.8\.(7|13) /);
    expect(labels.indexOf('A.5.1 Policies for information security')).toBeGreaterThan(2);
  });

  it('controls of risks to the same asset', () => {
    expect(labelsAt('risk R { assets: CustomerDb controls: <|> }').slice(0, 2).sort()).toEqual([
      'A.8.13 Information backup',
      'A.8.7 Protection against malware',
    ]);
  });

  it('a declared threat says which controls treat it', () => {
    const text = 'threat Flood "Flood" { controls: A.7.5 }\nrisk R { threat: Flood controls: <|> }';
    expect(labelsAt(text)[0]).toMatch(/^A\.7\.5 /);
  });

  it('what the Statement of Applicability excludes does not', () => {
    const text =
      'threat Flood { controls: A.7.5 }\ncontrol A.7.5 { applicable: no }\nrisk R { threat: Flood controls: <|> }';
    expect(labelsAt(text)[0]).not.toMatch(/^A\.7\.5 /);
    expect(labelsAt(text).some(label => label.startsWith('A.7.5 '))).toBe(true);
  });

  it.each([
    ['residual { likelihood: <|> }', ['rare', 'unlikely', 'possible', 'likely', 'certain']],
    ['residual { impact: <|> }', ['minor', 'moderate', 'serious', 'major', 'severe']],
  ])('steps of %s up to the inherent one', (block, all) => {
    const labels = labelsAt(`risk R {\n likelihood: possible\n impact: serious\n ${block}\n}`).filter(each =>
      all.includes(each),
    );
    expect(labels).toEqual(all);
    expect(labels.slice(0, 3)).toEqual(all.slice(0, 3));
  });

  it.each([
    ['no', 'no-such-asset', true],
    ['yes', 'no-such-asset', false],
    ['inherited from Hoster', 'covered-by', false],
  ])('of a control with `applicable: %s`, %s among its grounds: %s', (decision, ground, isThere) => {
    const labels = labelsAt(`control A.8.9 {\n  applicable: ${decision}\n  because: <|>\n}`);
    expect(labels.includes(ground)).toBe(isThere);
    if (isThere) expect(labels.indexOf(ground)).toBeLessThan(labels.indexOf('R-001'));
    else expect(labels).toContain('R-001');
  });

  it('evidence that nothing names yet', () => {
    const text = 'evidence A { }\ncontrol A.8.1 { evidence: A }\ncontrol A.8.9 { evidence: <|> }';
    expect(labelsAt(text).slice(0, 2)).toEqual(['RestoreTest', 'A']);
  });

  it('numbers without point or prefix', () => {
    const { items } = completeAt('risk R { controls: 813<|> }');
    expect(items.map(({ label }) => label)).toContain('A.8.13 Information backup');
  });
});

describe('what is behind the cursor', () => {
  it('may stay or go', () => {
    const [item] = completeAt('risk R { owner: C<|>eo }').items;
    expect(item?.range.end.character).toBe(19);
    expect(item?.insertRange?.end.character).toBe(17);
  });

  it('goes where a head is written anew', () => {
    expect(completeAt('ris<|>k R-1 "x" { }').items.every(({ insertRange }) => !insertRange)).toBe(true);
  });
});
