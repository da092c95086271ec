/** The words from which titles and names are made. */
export const words = {
  adjective:
    'Customer Billing Payroll Support Internal Public Legacy Regional Shared Archive Partner Product Sales Finance Research Staging Audit Identity Telemetry Mobile'.split(
      ' ',
    ),
  noun: 'Database Portal Api Laptop FileShare Mailbox Warehouse Gateway Cluster Backup Repository Queue Ledger Firewall Directory Dashboard Pipeline Printer Phone Contract'.split(
    ' ',
  ),
  threat:
    'Ransomware Phishing InsiderTheft PowerFailure Flood CredentialStuffing SupplierOutage DataLeak Misconfiguration LostDevice DenialOfService Sabotage Eavesdropping Fraud SoftwareFault'.split(
      ' ',
    ),
  vulnerability:
    'LatePatching WeakPasswords NoEncryption SharedAccounts MissingLogs OpenPorts UntestedRestore NoOffboarding FlatNetwork UnsignedCode ExcessRights NoReview OldFirmware PaperCopies SingleAdmin'.split(
      ' ',
    ),
  verb: 'encrypts exposes destroys interrupts alters copies delays overloads locks misroutes'.split(' '),
  document: 'Policy Procedure Standard Guideline Register Plan Charter Instruction'.split(' '),
  role: 'Owner Officer Manager Lead Engineer Steward Coordinator Analyst'.split(' '),
  first: 'Jane Omar Mila Pieter Aiko Lena Tomas Noor Ivan Sofia Ravi Emma Kofi Greta Luis'.split(' '),
  last: 'Jansen Bakker Tanaka Weber Novak Okafor Silva Murphy Rossi Haddad Larsen Kumar Peeters Moreau Costa'.split(
    ' ',
  ),
  circumstance: [
    'in the production environment',
    'for all enterprise customers',
    'outside office hours',
    'before the yearly audit',
    'during the migration',
    'at the Utrecht office',
    'in the second region',
    'after a release',
    'without a tested restore',
    'through a shared account',
  ],
  action: [
    'Introduce immutable backups',
    'Roll out hardware keys',
    'Segment the network',
    'Patch within seven days',
    'Rotate the credentials',
    'Encrypt the volumes',
    'Review the access rights',
    'Test the restore',
    'Replace the firmware',
    'Train the team',
  ],
  implementation: [
    'Daily snapshots, immutable for 35 days',
    'Rights are reviewed each quarter by the owner',
    'Changes go through a pull request with two reviewers',
    'Endpoints are managed and encrypted',
    'Logs are kept for a year and alert on anomalies',
    'Suppliers are assessed before the contract and then yearly',
    'Keys are held in a vault and rotated',
    'Visitors are registered and accompanied',
  ],
};

const numbered = (theme, count) => Array.from({ length: count }, (_, i) => `A.${theme}.${i + 1}`);

/** The 93 controls of Annex A. */
export const controlIds = [...numbered(5, 37), ...numbered(6, 8), ...numbered(7, 14), ...numbered(8, 34)];

/** The clauses that documents and audits cover. */
export const clauses =
  '4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1 6.2 6.3 7.1 7.2 7.3 7.4 7.5 8.1 8.2 8.3 9.1 9.2 9.3 10.1 10.2'.split(' ');

export const likelihoods = ['rare', 'unlikely', 'possible', 'likely', 'certain'];
export const impacts = ['minor', 'moderate', 'serious', 'major', 'severe'];
export const values = ['low', 'medium', 'high'];
export const actionStatuses = ['open', 'planned', 'in-progress', 'done', 'cancelled'];
export const reviewInputs = [
  'previous-actions',
  'changes',
  'interested-parties',
  'nonconformities',
  'monitoring',
  'audit-results',
  'objectives',
  'feedback',
  'risk-status',
  'opportunities',
];
