import { assetsFrom, controlsFrom, isMinor, namesAgreement, sharesRisk } from '../../analysis/suppliers.ts';
import { type Declarations, keySpan, nameSpan } from '../../model/declaration.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'supplier/no-agreement',
  severity: 'warning',
  clause: 'A.5.20',
  summary:
    'A supplier that provides an asset or performs a control has no agreement, although little is said to depend on it.',
  why: 'Security requirements are agreed with each supplier by what it does for the organisation. Who operates an asset or performs a control is owed one, however minor it is; who processes personal data on our behalf needs a contract of processing too (A.5.34; Article 28 of the GDPR).',
  remedy: 'Name the contract, terms or processing agreement in `agreement:`.',
  asks: ['agreement'],
  example: {
    bad: 'supplier Roster "Roster service" {\n  criticality: low\n}\nasset Shifts "Shift plan" {\n  personal-data: yes\n  supplier: Roster\n}',
    good: 'supplier Roster "Roster service" {\n  criticality: low\n  agreement: "Order 17 with the processing agreement of 2025-03-01"\n}\nasset Shifts "Shift plan" {\n  personal-data: yes\n  supplier: Roster\n}',
  },
  on: ['Supplier'],
  check(supplier, context) {
    // Of one on which much depends, or may depend, it is told together with all that is missing; of a shared risk, there.
    if (!isMinor(supplier) || namesAgreement(supplier) || sharesRisk(context, supplier)) return;
    const assets = assetsFrom(context, supplier);
    if (!assets.length) {
      tellControls(supplier, context);
      return;
    }
    const personal = assets.filter(({ personalData }) => personalData?.value === 'yes');
    const told = personal.length ? personal : assets;
    context.report({
      at: keySpan(supplier, 'agreement') ?? nameSpan(supplier),
      message: saying(
        personal.length
          ? '{0} processes personal data ({1}), but nothing is agreed; name the contract in `agreement:`.'
          : '{0} provides {1}, but nothing is agreed; name the contract in `agreement:`.',
        shortLabel(supplier),
        firstOfSaying(told.map(shortLabel), 1),
      ),
      related: told.slice(0, 5).map(asset => ({ declaration: asset, message: saying('Provided by it') })),
    });
  },
});

/** What a supplier performs for us without providing an asset, such as guards and cleaners. */
function tellControls(supplier: Declarations['Supplier'], context: RuleContext): void {
  const controls = controlsFrom(context, supplier);
  const names = controls.flatMap(control => control.names.map(({ value }) => value));
  if (!names.length) return;
  context.report({
    at: keySpan(supplier, 'agreement') ?? nameSpan(supplier),
    message: saying(
      '{0} performs {1}, but nothing is agreed; name the contract in `agreement:`.',
      shortLabel(supplier),
      firstOfSaying(names, 2),
    ),
    related: controls.slice(0, 5).map(control => ({ declaration: control, message: saying('Performed by it') })),
  });
}
