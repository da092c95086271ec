import { assessmentStyle } from '../../analysis/assets.ts';
import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import { freeNameAfter, numbered } from '../../model/numbering.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'asset/unassessed',
  severity: 'warning',
  clause: '6.1.2 c',
  summary: 'No risk concerns an asset.',
  why: 'An asset in the inventory that appears in no risk was either forgotten in the assessment or does not belong in the inventory.',
  remedy:
    'Name the asset in `assets:` of the risks that concern it, or declare one. Where risks are assessed per event, say so in the method: `style: event-based`.',
  example: {
    bad: 'asset CustomerDb "Customer database" {}',
    good: 'asset CustomerDb "Customer database" {}\nrisk R-1 "Loss of the database" {\n  assets: CustomerDb\n}',
  },
  on: ['Asset'],
  check(asset, { report, users, isUsed, get }) {
    if (get(assessmentStyle) === 'event-based') return;
    const boundary = get(scopeBoundary);
    if (boundary && outsideScope(boundary, asset)) return;
    const names = asset.names.map(({ value }) => value);
    const isAssessed = names.some(
      name =>
        isUsed(name, 'Asset', 'Risk') ||
        // A risk may name the weakness of an asset instead.
        users(name, 'Asset', 'Vulnerability').some(weakness =>
          weakness.names.some(({ value }) => isUsed(value, 'Vulnerability', 'Risk')),
        ),
    );
    const [name] = asset.names;
    if (isAssessed || !name) return;
    report({
      at: name,
      message: `No risk concerns ${name.value}; name it in \`assets:\` of a risk, or declare the risk that threatens it.`,
    });
  },
  fix({ declaration }, context) {
    const [name] = declaration.names;
    // Each asset without a risk gets a number of its own, so that all of them can be fixed at once.
    const assets = context.all('Asset');
    const before = assets
      .slice(0, assets.indexOf(declaration))
      .filter(({ names: [other] }) => other && !context.isUsed(other.value, 'Asset', 'Risk'));
    const taken = context.all('Risk').flatMap(({ names }) => names.map(({ value }) => value));
    const risk = nextRiskName(taken, before.length);
    const after = context.all('Risk').at(-1);
    if (!name || !risk) return [];
    const text = `risk ${risk} "" {\n  assets: ${name.value}\n}`;
    return [{ title: 'Declare a risk', edits: [{ after: after ?? declaration, place: 'declaration', text }] }];
  },
});

/** A name after the last one, counted up in its own way, as `R-041` after `R-040`; `skipped` free names are left to others. Only its last nine digits count. */
function nextRiskName(names: readonly string[], skipped: number): string | undefined {
  const last = numbered(names.at(-1) ?? 'R-000');
  const taken = new Set(names);
  return last.digits ? freeNameAfter(last, name => taken.has(name), skipped) : undefined;
}
