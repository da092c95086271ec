/** Small tables and what the import has to take them for. */
import { cellName, type ReadFile } from '../../src/exchange/cells.ts';
import { textCell } from '../../src/exchange/read/make-cell.ts';

export interface Shape {
  readonly name: string;
  /** The rows, with bars between cells. */
  readonly rows: readonly string[];
  readonly sheet?: string;
  /** Each table as `kind: records`. */
  readonly tables: readonly string[];
  /** Lines that are written. */
  readonly written?: readonly string[];
  /** Texts of cells that the report says are not imported, and why. */
  readonly left?: Readonly<Record<string, string>>;
  /** Texts of cells, or `at` and a cell, that the report tells of, and why. */
  readonly told?: Readonly<Record<string, string>>;
  /** What must not be written. */
  readonly absent?: readonly string[];
}

/** A shape as it is read. */
export function fileOf({ rows, sheet = '' }: Pick<Shape, 'rows' | 'sheet'>): ReadFile {
  const file = 'any.csv';
  const cells = rows.map((row, y) =>
    row.split('|').map((text, x) => textCell(text, { file, sheet, cell: cellName(y, x) }, [])),
  );
  return { file, grids: [{ file, sheet, rows: cells }], asides: [] };
}

/** A short register that is counted like a scale. */
export const numbered: readonly Shape[] = [
  {
    name: 'risks with levels as words',
    rows: [
      'No|Risk|Likelihood|Impact|Risk level',
      '1|Fire|low|high|medium',
      '2|Theft|medium|medium|medium',
      '3|Malware|high|high|high',
    ],
    tables: ['risk: 3'],
    written: ['risk R-1 "Fire" {', 'risk R-3 "Malware" {'],
    absent: ['fire', 'theft'],
  },
  {
    name: 'risks with levels as numbers',
    rows: ['No|Risk description|Likelihood|Impact', '1|Fire|2|4', '2|Theft|3|3', '3|Malware|4|5'],
    tables: ['risk: 3'],
    written: ['risk R-2 "Theft" {'],
    absent: ['fire', 'theft'],
  },
  {
    name: 'risks whose title has a heading of any table',
    rows: ['No|Name|Likelihood|Impact', '1|Fire|low|high', '2|Theft|medium|medium', '3|Malware|high|high'],
    tables: ['risk: 3'],
    absent: ['1: fire'],
  },
  {
    name: 'risks in German',
    rows: [
      'Nr|Risiko|Eintrittswahrscheinlichkeit|Auswirkung|Risikostufe',
      '1|Brand|gering|hoch|mittel',
      '2|Diebstahl|mittel|mittel|mittel',
      '3|Betrug|hoch|hoch|hoch',
    ],
    tables: ['risk: 3'],
    absent: ['brand'],
  },
  {
    name: 'risks with an empty column between',
    rows: [
      'No|Risk|Likelihood|Impact|Score||Treatment|Risk owner',
      '1|Fire|2|4|8||Mitigate|CTO',
      '2|Theft|3|3|9||Accept|COO',
      '3|Malware|4|5|20||Mitigate|CTO',
    ],
    tables: ['risk: 3'],
    written: ['risk R-1 "Fire" {', '  treatment: modify'],
    absent: ['fire'],
  },
  {
    name: 'risks whose levels stand between empty columns',
    rows: [
      'ID|Risk||Likelihood|Impact||Treatment',
      'R-1|Fire||1 - low|2 - big||Mitigate',
      'R-2|Theft||2 - medium|1 - small||Accept',
    ],
    tables: ['risk: 2'],
    written: ['  likelihood: low', '  impact: small'],
  },
  {
    name: 'suppliers with a level of risk',
    rows: [
      'No|Supplier|Service|Risk level',
      '1|HostCo|Hosting|high',
      '2|PrintCo|Printing|low',
      '3|CleanCo|Cleaning|low',
    ],
    tables: ['supplier: 3'],
    written: ['supplier Supplier-1 "HostCo" {', '  criticality: low'],
    absent: ['hostco'],
  },
  {
    name: 'people with a level of access',
    rows: ['No|Name|Role|Access level', '1|Ann Lee|CISO|admin', '2|Bob Ray|CTO|user', '3|Cy Dee|HR|guest'],
    tables: ['person: 3'],
    written: ['person AnnLee "Ann Lee" {'],
    absent: ['ann-lee'],
  },
];

/** Tables of the method, and what only looks like one. */
export const methods: readonly Shape[] = [
  {
    name: 'a count of risks by level',
    rows: ['Risk level|Number of risks', 'Low|4', 'Medium|7', 'High|2'],
    tables: [],
    left: { 'Number of risks': 'outside-tables', '7': 'outside-tables' },
    absent: ['levels'],
  },
  {
    name: 'scores that go up and down',
    rows: ['Risk level|Score', 'Low|4', 'Medium|7', 'High|2'],
    tables: [],
    left: { '7': 'outside-tables' },
    absent: ['levels'],
  },
  {
    name: 'levels that begin at a score',
    rows: ['Risk level|From', 'Low|1', 'Medium|5', 'High|10'],
    tables: [],
    written: ['    low: 1..4', '    medium: 5..9'],
  },
  {
    name: 'levels with who approves them',
    rows: [
      'Risk level|From|To|Action required|Approver',
      'Low|1|3|none|Owner',
      'Medium|4|6|plan|CISO',
      'High|7|9|act now|Board',
    ],
    tables: [],
    written: ['    low: 1..3', '    high: 7..9'],
    left: { Approver: 'lookup-column', Board: 'lookup-column', plan: 'lookup-column' },
    absent: ['risk '],
  },
  {
    name: 'levels that are called risk',
    rows: ['Risk|Score', 'Low|1-4', 'Medium|5-9', 'High|10-25'],
    tables: [],
    written: ['    medium: 5..9'],
    absent: ['risk '],
  },
  {
    name: 'a scale with several columns of meanings',
    rows: [
      'Value|Likelihood|Description|Frequency|Probability',
      '1|Rare|hardly ever|less than once in ten years|5%',
      '2|Possible|may be|once in five years|20%',
      '3|Likely|will be||60%',
    ],
    tables: [],
    written: [
      '    1: rare "hardly ever; Frequency: less than once in ten years; Probability: 5%"',
      '    3: likely "will be; Probability: 60%"',
    ],
  },
  {
    name: 'a scale with its words at the end',
    rows: ['Value|Frequency|Likelihood', '1|every ten years|Rare', '2|every year|Possible'],
    tables: [],
    written: ['    1: rare "every ten years"'],
  },
  {
    name: 'two scales beside each other',
    rows: ['Value|Likelihood|Meaning|Impact|Costs', '1|Rare|hardly ever|Minor|little', '2|Likely|often|Major|much'],
    tables: [],
    written: ['    1: rare "hardly ever"', '    2: major "much"'],
  },
  {
    name: 'the steps of a caption',
    sheet: 'Impact scale',
    rows: ['Level|Name|Description', '1|Minor|little', '2|Major|much'],
    tables: [],
    written: ['    2: major "much"'],
  },
  {
    name: 'a count by severity that looks like steps',
    rows: ['Severity|Count', 'Critical|1', 'High|2', 'Medium|3', 'Low|4'],
    tables: [],
    left: { Critical: 'outside-tables', '4': 'outside-tables' },
    absent: ['impact', 'method'],
  },
  {
    name: 'an order of precedence that runs against the usual scale',
    sheet: 'Severity levels',
    rows: ['Severity|Name', '1|Critical', '2|High', '3|Medium', '4|Low'],
    tables: [],
    left: { Critical: 'outside-tables' },
    absent: ['method'],
  },
  {
    name: 'classes of incidents',
    sheet: 'Incident classes',
    rows: ['Severity|Name|Response time', '1|Small|1 week', '2|Large|1 hour'],
    tables: [],
    left: { 'Response time': 'outside-tables' },
    absent: ['method'],
  },
  {
    name: 'a scale on a sheet that does not speak of risks',
    sheet: 'Lists',
    rows: ['Value|Likelihood|Meaning', '1|Rare|hardly ever', '2|Likely|often'],
    tables: [],
    written: ['    1: rare "hardly ever"'],
    told: { Rare: 'lookup-guessed', '2': 'lookup-guessed' },
  },
  {
    name: 'a matrix with its names above and in the corner',
    rows: [
      '|Impact',
      'Likelihood|1 Low|2 Medium|3 High',
      '3 Likely|Medium|High|High',
      '2 Possible|Low|Medium|High',
      '1 Rare|Low|Low|Medium',
    ],
    tables: [],
    written: ['    1: rare "Rare"', '    3: high "High"', '    low: 1..2', '    high: 6..9'],
    absent: ['risk ', '1: rare "Low'],
  },
  {
    name: 'a matrix that says nothing of one side',
    rows: [
      'Likelihood|1 Small|2 Middle|3 Big',
      '1 Rare|Low|Low|Medium',
      '2 Possible|Low|Medium|High',
      '3 Likely|Medium|High|High',
    ],
    tables: [],
    left: { '1 Rare': 'outside-tables', '3 Big': 'outside-tables' },
    absent: ['method'],
  },
  {
    name: 'rows that go on below an empty one',
    sheet: 'Impact assessment',
    rows: ['No|Risk|Likelihood|Impact', '1|Fire|2|4', '2|Theft|3|3', '', '3|Malware|4|5', '4|Loss|4|4', '5|Leak|1|5'],
    tables: ['risk: 5'],
    absent: ['malware'],
  },
];

/** Values that their heading does not have. */
export const beyond: readonly Shape[] = [
  {
    name: 'numbers',
    rows: ['Risk ID|Risk title|Likelihood (1-5)|Impact (1–4)', 'R-1|Fire|7|4', 'R-2|Theft|2|3', 'R-3|Loss|0|3'],
    tables: ['risk: 3'],
    written: ['    5: step-5', '    4: step-4', '  notes: "Likelihood (1-5): 7"'],
    told: { '7': 'beyond-scale', '0': 'beyond-scale' },
    absent: ['0: ', '6: ', '7: ', 'likelihood: step-7', 'likelihood: step-0'],
  },
  {
    name: 'numbers with words, and a scale from zero',
    rows: [
      'Risk ID|Risk title|Likelihood (0-3)|Impact (0-3)',
      'R-1|Fire|4 - Always|1 - Small',
      'R-2|Theft|2 - Often|2 - Big',
    ],
    tables: ['risk: 2'],
    written: ['    0: step-0', '    2: often "Often"', '    3: step-3'],
    told: { '4 - Always': 'beyond-scale' },
    absent: ['4: '],
  },
  {
    name: 'nothing but these',
    rows: ['Risk ID|Risk title|Likelihood (1-20)', 'R-1|Fire|25', 'R-2|Theft|30'],
    tables: ['risk: 2'],
    told: { '25': 'beyond-scale', '30': 'beyond-scale' },
    absent: ['likelihood'],
  },
];

/** Tables that are no registers, though some of their headings are. */
export const others: readonly Shape[] = [
  {
    name: 'levels without scores',
    rows: ['Risk level|Description|Accepted by', 'Low|fine|Owner', 'Medium|watch|CISO', 'High|act|Board'],
    tables: [],
    left: { watch: 'outside-tables' },
    absent: ['risk ', 'levels'],
  },
  {
    name: 'a scale without numbers',
    rows: ['Likelihood|Description', 'Rare|hardly ever', 'Possible|may be', 'Likely|will be'],
    tables: [],
    left: { Rare: 'outside-tables' },
    absent: ['risk '],
  },
  {
    name: 'the history of the document',
    rows: [
      'Version|Date|Status|Description|Approved by',
      '1.0|2024-03-01|final|First issue|CEO',
      '1.1|2025-03-02|draft|New risks R-12 to R-14|CISO',
    ],
    tables: [],
    left: { 'First issue': 'outside-tables', CISO: 'outside-tables' },
    absent: ['risk ', 'action '],
  },
  {
    name: 'a list of documents',
    rows: ['Title|Owner|Status', 'Policy|CISO|final', 'Plan|CTO|draft'],
    tables: [],
    left: { Policy: 'outside-tables' },
    absent: ['risk ', 'control '],
  },
  {
    name: 'the words that may be chosen',
    rows: [
      'Likelihood|Impact|Treatment|Status',
      'Rare|Minor|Mitigate|Open',
      'Possible|Moderate|Accept|In progress',
      'Likely|Major|Avoid|Done',
    ],
    tables: [],
    left: { Rare: 'outside-tables', Done: 'outside-tables' },
    absent: ['risk '],
  },
  {
    name: 'a list whose sheet says what it is of',
    sheet: 'Suppliers',
    rows: ['Name|Owner', 'HostCo|CTO'],
    tables: ['supplier: 1'],
    written: ['supplier HostCo "HostCo" {'],
  },
  ...[
    [
      'incidents',
      'Incident ID|Date|Description|Severity|Owner|Status|Actions',
      'INC-01|2026-01-12|Theft|High|CISO|Closed|Reset',
    ],
    [
      'nonconformities',
      'NC No|Description|Root cause|Corrective action|Owner|Due date',
      'NC-01|Late|Vacation|Plan|CISO|2026-03-31',
    ],
    [
      'audit findings',
      'Finding No|Clause|Description|Severity|Responsible|Status',
      'F-1|A.8.13|Not tested|Major|IT|Open',
    ],
    ['requirements', 'No|Name|Requirement|Owner|Status|Last review', '1|GDPR|Art. 32|DPO|Implemented|2026-01-10'],
    ['metrics', 'Metric|Description|Target|Frequency|Owner', 'Clicks|Share of staff|5 %|Quarterly|CISO'],
    ['a business impact analysis', 'Process|Description|Owner|Impact|RTO|RPO', 'Payroll|Pay wages|CFO|High|48 h|24 h'],
    ['objectives', 'No|Objective|Measure|Owner|Due date|Status', '1|Fewer clicks|Train|CISO|2026-03-31|Open'],
    [
      'processing activities',
      'No|Name|Purpose|Data categories|Recipients|Owner',
      '1|Payroll|Pay wages|Bank data|PayCo|HR',
    ],
    [
      'the basic protection',
      'Baustein|Anforderung|Titel|Umsetzungsstatus|Verantwortlich',
      'ORP.1|ORP.1.A1|Rollen|ja|GF',
    ],
  ].map(([name = '', head = '', row = '']): Shape => {
    const [first = ''] = head.split('|');
    return {
      name: `a list of ${name}`,
      rows: [head, row],
      tables: [],
      left: { [first]: 'other-register', [row.split('|')[2] ?? '']: 'outside-tables' },
      absent: ['risk ', 'asset ', 'control '],
    };
  }),
  {
    name: 'a list whose sheet says that it is of something else',
    sheet: 'Incident register',
    rows: ['ID|Description|Severity|Owner|Treatment', '1|Theft|High|CISO|Mitigate'],
    tables: [],
    absent: ['risk '],
  },
  {
    name: 'tasks of no risk',
    rows: ['Action ID|Action|Responsible|Due date|Status', 'M-01|Renew|CTO|2026-03-31|Done'],
    tables: [],
    left: { Renew: 'outside-tables' },
    absent: ['risk '],
  },
  {
    name: 'vulnerabilities of assets',
    rows: ['ID|Description|Severity|Asset|Owner|Due date|Status', 'CVE-2026-1|RCE|High|Web shop|IT|2026-03-31|Open'],
    tables: [],
    left: { RCE: 'outside-tables' },
    absent: ['risk ', 'asset '],
  },
  {
    name: 'values of assets that nothing calls so',
    rows: [
      'Kürzel|Titel|Vertraulichkeit|Integrität|Verfügbarkeit',
      'A001|ERP|normal|hoch|hoch',
      'A002|Wiki|normal|hoch|hoch',
      'A003|CRM|hoch|hoch|hoch',
    ],
    tables: ['asset: 3'],
    written: ['asset A001 "ERP" {'],
    told: { 'at A1': 'kind' },
    absent: ['risk '],
  },
  {
    name: 'risks of incidents',
    rows: ['Risk ID|Risk title|Root cause|Likelihood|Impact', 'R-1|Theft|Open door|2|3'],
    tables: ['risk: 1'],
  },
  {
    name: 'risks that a heading of its own names',
    rows: ['Hazardous situation|Likelihood|Impact', 'Fire|low|high', 'Theft|low|low'],
    tables: ['risk: 2'],
  },
];

/** Rows that are no records. */
export const lines: readonly Shape[] = [
  {
    name: 'totals of risks',
    rows: [
      'Risk ID|Risk title|Likelihood|Impact|Risk score',
      'R-1|Leak|2|3|6',
      'R-2|Total loss of data|1|4|4',
      'Total|2 risks|||10',
      'Average||||5',
    ],
    tables: ['risk: 2'],
    written: ['risk R-2 "Total loss of data" {'],
    left: { Total: 'line', '10': 'line', Average: 'line' },
    absent: ['risk Total', 'risk Average'],
  },
  {
    name: 'totals of assets',
    rows: ['Asset|Owner|Type', 'Server|IT|hardware', '', 'Total: 1 asset', 'Sum|1'],
    tables: ['asset: 1'],
    left: { 'Total: 1 asset': 'line', Sum: 'line' },
    absent: ['asset Total', 'asset Sum'],
  },
  {
    name: 'totals in German',
    rows: ['Lieferant|Leistung|Vertrag', 'Total|Kraftstoff|V-1', 'Gesamt|1|', 'Summe|1|'],
    tables: ['supplier: 1'],
    written: ['supplier Total "Total" {'],
    left: { Gesamt: 'line', Summe: 'line' },
    absent: ['supplier Gesamt', 'supplier Summe'],
  },
  {
    name: 'signatures',
    rows: [
      'Risk ID|Risk title|Likelihood|Impact|Risk score',
      'R-1|Leak|2|3|6',
      '',
      'Prepared by:|J. Smith||12.01.2026',
      'Approved by:|Dr. Weber||15.01.2026',
    ],
    tables: ['risk: 1'],
    left: { 'Prepared by:': 'line', 'Dr. Weber': 'line' },
    absent: ['risk Prepared', 'risk Approved'],
  },
  {
    name: 'signatures below titles, without an empty row',
    rows: ['Risk title|Likelihood|Impact', 'Leak|2|3', 'Erstellt von|J. Smith|', 'Unterschrift||'],
    tables: ['risk: 1'],
    left: { 'Erstellt von': 'line', Unterschrift: 'line' },
    absent: ['risk Erstellt'],
  },
  {
    name: 'groups among ids with numbers',
    rows: [
      'Risk ID|Risk title|Threat|Treatment action|Action owner',
      'R-1|Fire|Fire|Alarm|CTO',
      'Department B',
      '|||Lock doors|COO',
      '|Burglary|Thief|Camera|COO',
      'R-4',
    ],
    tables: ['risk: 4'],
    written: ['risk R-4 {}'],
    left: { 'Department B': 'line' },
    told: { 'at D4': 'continued-row' },
    absent: ['risk Department'],
  },
  {
    name: 'totals with counts beside them',
    rows: [
      'Risk ID|Risk title|Likelihood|Impact|Score',
      'R-01|Ransomware|4|5|20',
      'R-02|Phishing|5|2|10',
      'R-03|Total loss of site|1|5|5',
      'Number of risks|3',
      'Average score||||11.7',
      'Total: 3|High: 1|Medium: 1|Low: 1',
    ],
    tables: ['risk: 3'],
    written: ['    1: step-1', '    5: step-5'],
    left: { 'Number of risks': 'line', 'Average score': 'line', 'Total: 3': 'line', 'Low: 1': 'line' },
    absent: ['1: low', '1: medium', 'risk Total'],
  },
  {
    name: 'the day and the page below risks',
    rows: [
      'Nr|Risiko|Eintrittswahrscheinlichkeit|Auswirkung|Behandlung',
      'R-01|Brand|1|2|Akzeptieren',
      'Stand: 12.03.2026||||Seite 1 von 2',
    ],
    tables: ['risk: 1'],
    left: { 'Stand: 12.03.2026': 'line', 'Seite 1 von 2': 'line' },
    absent: ['risk Stand'],
  },
  {
    name: 'totals and the version below controls',
    rows: [
      'Control|Title|Applicable|Status|Justification',
      'A.8.13|Information backup|Yes|Implemented|needed',
      'A.8.30|Outsourced development|No||none here',
      'Total applicable||1',
      'Stand: 12.03.2026|Version 2.1',
    ],
    tables: ['soa: 2'],
    left: { 'Total applicable': 'line', 'Version 2.1': 'line' },
    absent: ['control Total', 'control Stand'],
  },
  {
    name: 'headings of sections that have numbers',
    rows: [
      'Risk ID|Risk title|Likelihood|Impact|Treatment',
      '1. Organisation',
      'R-01|Ransomware|4|5|Mitigate',
      'OT Zone 1',
      'R-02b|PLC outage|2|5|Mitigate',
      'R-03',
    ],
    tables: ['risk: 3'],
    written: ['risk R-03 {}'],
    left: { '1. Organisation': 'line', 'OT Zone 1': 'line' },
    absent: ['risk R-1', 'risk OT'],
  },
  {
    name: 'a legend below risks',
    rows: [
      'Risk ID|Risk title|Likelihood|Impact|Treatment',
      'R-01|Ransomware|2|1|Mitigate',
      '',
      'Legend',
      '1|Very low',
      '2|Low',
    ],
    tables: ['risk: 1'],
    left: { Legend: 'line', 'Very low': 'line', Low: 'line' },
    absent: ['risk R-1', 'risk R-2'],
  },
  {
    name: 'a legend that counts like the risks above it',
    rows: [
      'No|Risk description|Likelihood|Impact|Treatment',
      '1|Ransomware|2|1|Mitigate',
      '2|Fire|2|1|Mitigate',
      '',
      '1|Very low',
      '2|Low',
    ],
    tables: ['risk: 2'],
    left: { 'Very low': 'line', Low: 'line' },
    absent: ['risk R-1-2'],
  },
  {
    name: 'other rows below ids',
    rows: [
      'Risk ID|Risk title|Likelihood',
      'R-1|Leak|2',
      '',
      'Contact|Phone|Room',
      'J. Smith|123|B12',
      '',
      'R-2|Fire|1',
    ],
    tables: ['risk: 2'],
    left: { Contact: 'line', B12: 'line' },
    absent: ['risk Contact', 'risk J'],
  },
  {
    name: 'a history below titles',
    rows: ['Supplier|Service', 'HostCo|Hosting', '', 'Version|Date', '1.0|2024-03-01'],
    tables: ['supplier: 1'],
    left: { Version: 'line', '1.0': 'line' },
    absent: ['supplier Version'],
  },
  {
    name: 'rows below an empty one that only their place tells of',
    rows: ['Supplier|Service', 'HostCo|Hosting', '', 'PrintCo|Printing'],
    tables: ['supplier: 2'],
    told: { PrintCo: 'below-gap' },
  },
];

/** Columns that only those beside them explain. */
export const together: readonly Shape[] = [
  {
    name: 'numbers of the rows before the ids of controls',
    rows: [
      'No.|Control|Title|Applicable',
      '1|A.5.1|Policies for information security|Yes',
      '2|A.8.30|Outsourced development|No',
    ],
    tables: ['soa: 2'],
    written: ['control A.5.1 {', 'control A.8.30 {', '  applicable: no'],
    told: { '1': 'row-number', '2': 'row-number' },
  },
  {
    name: 'numbers of the rows before ids below a heading that is not known',
    rows: [
      '#|ISO 27001:2022|Control|Applicable',
      '1|5.1|Policies for information security|Yes',
      '2|5.7|Threat intelligence|No',
      '3|8.13|Information backup|Yes',
    ],
    tables: ['soa: 3'],
    written: ['control A.5.7 {', 'control A.8.13 {'],
  },
  {
    name: 'numbers of the rows before the ids of risks',
    rows: ['No.|Risk ID|Risk title|Likelihood', '1|R-17|Fire|2', '2|R-4|Theft|1'],
    tables: ['risk: 2'],
    written: ['risk R-17 "Fire" {', 'risk R-4 "Theft" {'],
    absent: ['notes:'],
  },
  {
    name: 'a score that is called risk',
    rows: [
      'No.|Asset name|Threat|Impact|Likelihood|Risk',
      '1|Server|Fire|2|1|2',
      '2|Server|Theft|2|2|4',
      '3|Contracts|Theft|1|1|1',
    ],
    tables: ['risk: 3'],
    written: ['  formula: product', 'risk R-1 {'],
  },
  {
    name: 'letters of the properties beside an impact',
    rows: ['ID|Asset|Threat|C|I|A|Likelihood|Impact', 'R-1|CRM|Malware|3|2|2|4|3', 'R-2|Mail|Theft|1|1|3|2|3'],
    tables: ['risk: 2'],
    written: ['  impact: step-3'],
    told: { 'at D2': 'rating', 'at E2': 'rating', 'at F2': 'rating' },
    absent: ['residual', 'affects'],
  },
  {
    name: 'marks below the letters of the properties in German',
    rows: ['ID|Risiko|V|I|V|Eintrittswahrscheinlichkeit', 'R-1|Abfluss|x|||4', 'R-2|Brand|||x|1'],
    tables: ['risk: 2'],
    written: ['  affects: confidentiality', '  affects: availability'],
    absent: ['impact'],
  },
  {
    name: 'a column of yes beside one of no',
    rows: [
      'Control|Title|Yes|No|Comment',
      'A.5.1|Policies for information security|x||v4',
      'A.5.15|Access control|x||RBAC',
      'A.8.7|Protection against malware||x|EDR',
      'A.8.13|Information backup|x||daily',
      'A.8.30|Outsourced development||x|not here',
    ],
    tables: ['soa: 5'],
    written: ['    No: x'],
    absent: ['risk ', 'applicable'],
  },
  {
    name: 'rows without an id among those that have one',
    rows: [
      'Risk ID|Risk title|Likelihood',
      'R-1|Fire|1',
      '|Loss of the cloud|2',
      'TBD|Flood|1',
      '-|Leak|2',
      'R-002|Theft|1',
    ],
    tables: ['risk: 5'],
    written: ['risk R-1 "Fire" {', 'risk R-003 "Loss of the cloud" {', 'risk R-004 "Flood" {', 'risk R-002 "Theft" {'],
    told: { TBD: 'placeholder', '-': 'placeholder', 'Loss of the cloud': 'id-made' },
    absent: ['contradiction'],
  },
];

/** Headings in two lines, rows that go on, and what a document says of itself. */
export const forms: readonly Shape[] = [
  {
    name: 'answers below a heading',
    rows: [
      'Control|Title|Applicable||Justification',
      '||Yes|No|',
      'A.8.7|Protection against malware|x||needed',
      'A.8.30|Outsourced development||x|not here',
    ],
    tables: ['soa: 2'],
    written: ['  justification: "not here"'],
    absent: ['control Control', 'applicable'],
  },
  {
    name: 'two lines of headings that are repeated',
    rows: [
      'Risk ID|Risk title|Inherent risk||Residual risk|',
      '||Likelihood|Impact|Likelihood|Impact',
      'R-1|Fire|2|3|1|1',
      'Risk ID|Risk title|Inherent risk||Residual risk|',
      '||Likelihood|Impact|Likelihood|Impact',
      'R-2|Theft|2|3|1|1',
    ],
    tables: ['risk: 2'],
    written: ['risk R-2 "Theft" {', '  likelihood: step-2'],
    absent: ['risk R-3'],
  },
  {
    name: 'further lines of controls',
    rows: [
      'Control|Title|Applicable|Policies|Evidence',
      'A.8.13|Information backup|Yes|Backups|Backup log',
      '|||Archive|Restore test',
      'A.8.7|Protection against malware|Yes||Console',
    ],
    tables: ['soa: 3'],
    written: ['  evidence: BackupLog, RestoreTest', '  evidence: Console'],
    told: { 'at D3': 'continued-row' },
    absent: ['control Control'],
  },
  {
    name: 'further lines of assets',
    rows: ['Asset ID|Asset name|Location|Description', 'A-01|CRM|Berlin|Customers', '||Hamburg|Copy'],
    tables: ['asset: 2'],
    told: { Hamburg: 'differs' },
    absent: ['asset Asset'],
  },
  {
    name: 'what a document says of itself',
    rows: [
      'Title|ISMS risk register',
      'Owner|CISO',
      'Classification|Internal',
      'Version|1.3',
      'Description|Risks of the company',
      '',
      'Risk ID|Risk title|Likelihood|Impact',
      'R-1|Fire|2|3',
    ],
    tables: ['risk: 1'],
    left: { 'ISMS risk register': 'outside-tables', 'Risks of the company': 'outside-tables' },
    absent: ['asset ', 'risk R-002'],
  },
];

/** Several tables on one sheet. */
export const several: readonly Shape[] = [
  {
    name: 'below each other, half of the headings unknown',
    rows: [
      'Risk ID|Risk|Likelihood|Impact',
      'R-1|Fire|low|high',
      'R-2|Theft|medium|low',
      '',
      'Asset ID|Asset|Serial no.|Bought|Guarantee|Owner',
      'A-1|Server|SN1|2022|3y|IT',
      'A-2|Printer|SN2|2021|2y|IT',
    ],
    tables: ['risk: 2', 'asset: 2'],
    written: ['  likelihood: low', 'asset A-1 "Server" {'],
    absent: ['risk A'],
  },
  {
    name: 'below each other without an empty row',
    rows: ['Risk ID|Risk|Likelihood', 'R-1|Fire|low', 'Asset ID|Asset|Owner|Location', 'A-1|Server|IT|Berlin'],
    tables: ['risk: 1', 'asset: 1'],
    absent: ['risk A'],
  },
  {
    name: 'beside each other',
    rows: [
      'Supplier|Service|Contract||Name|Role|E-mail',
      'HostCo|Hosting|C-1||Ann Lee|CISO|ann@x.org',
      'PrintCo|Printing|C-2||Bob Ray|CTO|bob@x.org',
    ],
    tables: ['supplier: 2', 'person: 2'],
    written: ['person AnnLee "Ann Lee" {'],
    absent: ['description:'],
  },
  {
    name: 'beside each other, one lower than the other',
    rows: [
      'Supplier|Service|Contract',
      'HostCo|Hosting|C-1||Name|Role|E-mail',
      'PrintCo|Printing|C-2||Bob Ray|CTO|bob@x.org',
    ],
    tables: ['supplier: 2', 'person: 1'],
  },
  {
    name: 'one with empty columns between its parts',
    rows: [
      'ID|Risk||Asset|Owner||Likelihood|Impact',
      'R-1|Fire||Server|CTO||low|high',
      'R-2|Theft||Laptop|CTO||low|low',
    ],
    tables: ['risk: 2'],
    written: ['  assets: Server'],
  },
];
