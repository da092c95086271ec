import { nameSpan, type Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'risk/no-owner',
  severity: 'error',
  clause: '6.1.2 c 2',
  summary: 'A risk has no owner.',
  why: 'Every risk needs somebody who is accountable for it and has the authority to decide about it. Without an owner nobody can approve its treatment or accept what remains.',
  remedy: 'Add `owner:` with the role or person who is accountable for the risk.',
  asks: ['owner'],
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  likelihood: possible\n}',
    good: 'risk R-1 "Loss of the database" {\n  likelihood: possible\n  owner: Cto\n}\nrole Cto "Chief technology officer"',
  },
  on: ['Risk'],
  check(risk, { report }) {
    if (risk.owner) return;
    report({
      at: nameSpan(risk),
      message: saying(
        '{0} has no owner; add {1} with the role that is accountable for it.',
        labelled(risk),
        keysOf(['owner']),
      ),
    });
  },
  fix({ declaration }, context) {
    if (declaration.owner) return [];
    const source = context.textOf(declaration);
    const edit = (owner: string) =>
      insertProperty(
        declaration,
        source,
        `owner: ${owner}`,
        'assets',
        'threats',
        'vulnerabilities',
        'scenario',
        'affects',
      );
    const owners = ownersOfAssets(context, declaration);
    return owners.map(({ owner, asset }) => ({
      title: say('Make {0}, who owns {1}, the owner of the risk', owner, asset),
      edits: [edit(owner)],
      decides: true,
    }));
  },
});

/** Whoever owns what is at risk mostly owns the risk. */
function ownersOfAssets(view: IsmsView, risk: Risk): { owner: string; asset: string }[] {
  const found = new Map<string, string>();
  for (const ref of risk.assets) {
    const asset = view.resolve(ref)?.declaration;
    if (asset?.$type !== 'Asset' || !asset.owner || found.has(asset.owner.name)) continue;
    if (view.resolve(asset.owner)) found.set(asset.owner.name, ref.name);
  }
  return [...found].slice(0, 3).map(([owner, asset]) => ({ owner, asset }));
}
