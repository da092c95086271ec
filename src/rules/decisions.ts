/**
 * The properties whose values only the author can know: decisions, acceptances, levels, responsibilities, and days on which something is
 * said to have happened. A fix that writes one says so (`Fix.decides`), and no template for an ISMS of one's own does. Extend it with the language.
 */
export const decisionKeys: ReadonlySet<string> = new Set([
  // What is decided about controls, risks, requirements and the context.
  ...['applicable', 'status', 'treatment', 'counterparty', 'addressed', 'climate', 'because', 'met', 'effective'],
  // How grave something is, and how much is accepted.
  ...[
    'likelihood',
    'impact',
    'residual',
    'current',
    'appetite',
    'levels',
    'matrix',
    'values',
    'severity',
    'criticality',
  ],
  ...['affects', 'classification', 'confidentiality', 'integrity', 'availability', 'conclusion'],
  // Who is responsible.
  ...['owner', 'approved', 'accepted', 'attendees', 'auditors', 'top-management'],
  // What happened, and when.
  ...[
    'assessed',
    'reviewed',
    'collected',
    'performed',
    'held',
    'raised',
    'closed',
    'detected',
    'resolved',
    'completed',
  ],
  ...['acquired', 'issued', 'left', 'stage1', 'stage2', 'surveillance', 'inputs'],
  // What is planned, and how often.
  ...['planned', 'due', 'start', 'cycle', 'review'],
]);
