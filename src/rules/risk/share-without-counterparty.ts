import { label, type Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'risk/share-without-counterparty',
  severity: 'error',
  clause: '6.1.3 a',
  summary: 'A risk is shared, but it is not said with whom.',
  why: 'A risk is shared by a contract with somebody: an insurer, a supplier, a partner. Without one it is still entirely ours.',
  remedy: 'Add `counterparty:` with the supplier or party, or choose another treatment option.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  treatment: share\n}',
    good: 'risk R-1 "Loss of the database" {\n  treatment: share\n  counterparty: CyberInsurer\n}\nsupplier CyberInsurer "Cyber insurer" {}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    const option = risk.treatment.find(({ value }) => value === 'share');
    if (!option || risk.counterparty.length) return;
    report({
      at: option,
      message: `${label(risk)} is shared, but it is not said with whom; add \`counterparty:\` with the insurer or supplier.`,
    });
  },
  fix({ declaration }, context) {
    if (declaration.counterparty.length) return [];
    const source = context.textOf(declaration);
    return candidates(context, declaration).map(name => ({
      title: `Share it with ${name}`,
      edits: [insertProperty(declaration, source, `counterparty: ${name}`, 'treatment', 'controls')],
      decides: true,
    }));
  },
});

/** Suppliers of what is at risk first, then other suppliers. */
function candidates(view: IsmsView, risk: Risk): string[] {
  const names = risk.assets.flatMap(ref => {
    const asset = view.resolve(ref)?.declaration;
    return asset?.$type === 'Asset' && asset.supplier && view.resolve(asset.supplier) ? [asset.supplier.name] : [];
  });
  const others = view.all('Supplier').flatMap(supplier => supplier.names.slice(0, 1).map(({ value }) => value));
  return [...new Set([...names, ...others])].slice(0, 5);
}
