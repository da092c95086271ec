/** Faults of one line, by kind, in an ISMS that is clean: each is told by the rule that is meant for it, and by no other. */
import { describe, expect, test } from 'vitest';
import { contradictions } from './faults/contradictions.ts';
import { criteria } from './faults/criteria.ts';
import { type Fault, withFault } from './faults/fault.ts';
import { nearMisses } from './faults/near-misses.ts';
import { omissions } from './faults/omissions.ts';
import { order } from './faults/order.ts';
import { placeholders } from './faults/placeholders.ts';
import { plans } from './faults/plans.ts';
import { targets } from './faults/targets.ts';
import { treatment } from './faults/treatment.ts';
import { exampleFiles } from './files.ts';
import { workspaceOf } from './order.ts';

const kinds: Readonly<Record<string, readonly Fault[]>> = {
  contradictions,
  treatment,
  criteria,
  plans,
  omissions,
  targets,
  placeholders,
  order,
};

const files = exampleFiles('harbour-hospital');
const workspace = workspaceOf(files);

/** The codes that are told of a fault, each once; the text is put back. */
function codesOf(fault: Fault): string[] {
  const [uri, text] = files.find(([name]) => name.endsWith(`/harbour-hospital/${fault.file}`)) as [string, string];
  const changed = withFault(text, fault);
  expect(changed, 'the text is no longer there').not.toBe(text);
  workspace.setFiles([[uri, changed]]);
  workspace.update();
  const codes = workspace.files().flatMap(name => workspace.diagnostics(name).map(({ code }) => code));
  workspace.setFiles([[uri, text]]);
  workspace.update();
  return [...new Set(codes)].sort();
}

describe.each(Object.entries(kinds))('%s', (_kind, faults) => {
  test('are many', () => {
    expect(faults.length).toBeGreaterThanOrEqual(15);
  });

  test.each(faults.map(fault => [fault.what, fault] as const))('%s', (_what, fault) => {
    expect(codesOf(fault)).toEqual(fault.codes);
  });
});

test.each(nearMisses.map(fault => [fault.what, fault] as const))('nothing is told of: %s', (_what, fault) => {
  expect(codesOf(fault)).toEqual([]);
});
