import { assessmentStyle, isAssessed } from '../../analysis/assets.ts';
import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import { freeNameAfter, numbered } from '../../model/numbering.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'asset/unassessed',
  severity: 'warning',
  clause: 'ISO/IEC 27005',
  summary: 'The method is asset-based, but no risk concerns an asset or what depends on it.',
  why: 'A method that goes by assets (ISO/IEC 27005) looks at each of them. One that appears in no risk was forgotten in the assessment, or does not belong in the inventory. ISO/IEC 27001 itself does not ask for risks per asset.',
  remedy:
    'Name the asset in `assets:` of the risks that concern it, or declare one. A risk of an asset that depends on it counts too. Where risks are assessed per event, say so in the method: `style: event-based`.',
  example: {
    bad: 'method "Ours" {\n  style: asset-based\n}\nasset CustomerDb "Customer database" {}',
    good: 'method "Ours" {\n  style: asset-based\n}\nasset CustomerDb "Customer database" {}\nrisk R-1 "Loss of the database" {\n  assets: CustomerDb\n}',
  },
  on: ['Asset'],
  check(asset, context) {
    // Only a method that goes by assets promises that each of them is looked at.
    if (context.get(assessmentStyle) !== 'asset-based') return;
    const boundary = context.get(scopeBoundary);
    if (boundary && outsideScope(boundary, asset)) return;
    const [name] = asset.names;
    if (!name || isAssessed(context, asset)) return;
    context.report({
      at: name,
      message: saying(
        'No risk concerns {0}, though the method is asset-based; name it in `assets:` of a risk.',
        name.value,
      ),
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
    return [{ title: say('Declare a risk'), edits: [{ after: after ?? declaration, place: 'declaration', text }] }];
  },
});

/** A name after the last one, counted up in its own way, as `R-041` after `R-040`; `skipped` free names are left to others. Only its last nine digits count. */
function nextRiskName(names: readonly string[], skipped: number): string | undefined {
  const last = numbered(names.at(-1) ?? 'R-000');
  const taken = new Set(names);
  return last.digits ? freeNameAfter(last, name => taken.has(name), skipped) : undefined;
}
