/** The TypeScript dialect: global constants of one project, typed by interfaces. */
import { periodText } from '../values.mjs';
import { actionStatuses, impacts, likelihoods, reviewInputs, values } from '../words.mjs';

const identifier = name => name.replace(/[^A-Za-z0-9_]/g, '_');
const quote = s => `'${s.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
const keyText = key => (key.includes('-') ? quote(key) : key);
const isClause = target => /^\d/.test(target);

function valueText(key, value) {
  switch (value.form) {
    case 'ref':
      return identifier(value.v);
    case 'refs':
      // Controls come before risks, so that their reasons are looked up late; requirements are nested and have no constant.
      return key === 'because'
        ? `() => [${value.v
            .filter(name => !name.startsWith('Req'))
            .map(identifier)
            .join(', ')}]`
        : `[${value.v.map(identifier).join(', ')}]`;
    case 'covered':
      return `[${value.v.map(target => (isClause(target) ? quote(target) : identifier(target))).join(', ')}]`;
    case 'words':
      return `[${value.v.map(quote).join(', ')}]`;
    case 'word':
    case 'text':
    case 'date':
    case 'ground':
      return quote(value.v);
    case 'lines':
      return `\`${value.v.join('\n')}\``;
    case 'period':
      return quote(periodText(value));
    case 'yesNo':
      return String(value.v);
    case 'flag':
      return 'true';
    case 'approval':
      return `{ on: ${quote(value.on)}, by: ${identifier(value.by)}${value.until ? `, until: ${quote(value.until)}` : ''} }`;
    case 'block':
      return `{ ${value.props.map(([name, inner]) => `${keyText(name)}: ${valueText(name, inner)}`).join(', ')} }`;
    case 'items':
      return `[\n${value.list
        .map(
          ({ title, props }) =>
            `        { title: ${quote(title)}, ${props.map(([name, inner]) => `${keyText(name)}: ${valueText(name, inner)}`).join(', ')} },\n`,
        )
        .join('')}    ]`;
    case 'scale':
      return `{ ${value.v.map((label, i) => `${label}: ${i + 1}`).join(', ')} }`;
    case 'levels':
      return `{ ${value.v.map(([label, from, to]) => `${label}: [${from}, ${to}]`).join(', ')} }`;
    default:
      throw new Error(`no text for ${value.form}`);
  }
}

const capitalised = kind => kind[0].toUpperCase() + kind.slice(1);
/** Names that do not collide with the global types of the language. */
const typeNames = { scope: 'ScopeEntry', method: 'MethodEntry', document: 'Doc', location: 'Site' };
const typeOf = kind => typeNames[kind] ?? capitalised(kind);

const declarationText = ({ kind, id, title, props }) =>
  `const ${identifier(id ?? `the${capitalised(kind)}`)}: ${typeOf(kind)} = {\n${title ? `    title: ${quote(title)},\n` : ''}${props
    .map(([key, value]) => `    ${keyText(key)}: ${valueText(key, value)},\n`)
    .join('')}};\n`;

const compilerOptions = {
  target: 'es2022',
  lib: ['es2022'],
  types: [],
  strict: true,
  noEmit: true,
  moduleDetection: 'legacy',
  skipLibCheck: true,
};

export const ts = {
  extension: 'ts',
  file: list => list.map(declarationText).join('\n'),
  extras: () => ({
    'types.d.ts': types(),
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['**/*.ts'] }, null, 2),
  }),
};

function types() {
  const union = list => list.map(quote).join(' | ');
  return `type Likelihood = ${union(likelihoods)};
type Impact = ${union(impacts)};
type Value = ${union(values)};
type Status = ${union(actionStatuses)};
interface Accepted { on: string; by: Role; until?: string }
interface Action { title: string; owner: Role; due: string; status: Status; completed?: string }
interface Isms { title: string; organization: string; standard: 'ISO27001-2022'; version: string; owner: Role; approved: Accepted; review: string }
interface ScopeEntry { title: string; statement: string; locations: Site[]; interfaces: string }
interface MethodEntry { title: string; likelihood: Record<Likelihood, number>; impact: Record<Impact, number>; levels: Record<string, [number, number]>; appetite: string; review: string; approved: Accepted }
interface Site { title: string; country: string }
interface Issue { title: string; kind: 'external' | 'internal'; climate: boolean; description: string }
interface Party { title: string; requirements: { title: string; kind: 'legal' | 'contractual' | 'business'; addressed: boolean }[] }
interface Role { title: string; 'top-management'?: boolean; external?: boolean; notes?: string }
interface Person { title: string; roles: Role[]; email: string }
interface Supplier { title: string; owner: Role; service: string; criticality: 'low' | 'medium' | 'high'; agreement: string; review: string; reviewed: string; evidence: Evidence[] }
interface Asset { title: string; type: 'information' | 'software' | 'hardware' | 'service' | 'people' | 'facility'; owner?: Role; location: Site; classification: 'public' | 'internal' | 'confidential' | 'secret'; confidentiality: Value; integrity: Value; availability: Value; 'depends-on'?: Asset[]; supplier?: Supplier; notes?: string }
interface Threat { title: string; source: 'deliberate' | 'accidental' | 'environmental' }
interface Vulnerability { title: string; assets: Asset[] }
interface Risk { title: string; assets: Asset[]; threat: Threat; vulnerabilities: Vulnerability[]; affects: ('confidentiality' | 'integrity' | 'availability')[]; owner: Role; likelihood: Likelihood; impact: Impact; assessed: string; treatment: 'modify' | 'retain' | 'share' | 'avoid'; controls?: Control[]; actions?: Action[]; counterparty?: Supplier; residual: { likelihood: Likelihood; impact: Impact }; accepted: Accepted }
interface Evidence { title: string; file?: string; link?: string; owner: Role; collected: string; valid: string }
interface Control { applicable: boolean; because?: string | (() => Risk[]); justification: string; status?: 'planned' | 'partial' | 'implemented'; implementation?: string; owner?: Role; evidence?: Evidence[] }
interface Doc { title: string; kind: 'policy' | 'procedure' | 'record' | 'plan'; covers: (Control | string)[]; file: string; owner: Role; version: string; approved: Accepted; review: string }
interface Objective { title: string; owner: Role; target: string; due: string }
interface Metric { title: string; objective: Objective; method: string; owner: Role; measured: string; results: { title: string; on: string; met: boolean }[] }
interface Programme { title: string; cycle: string; start: string; owner: Role; approved: Accepted }
interface Audit { title: string; programme: Programme; kind: 'internal' | 'external' | 'supplier'; planned: string; performed?: string; auditors: Role[]; covers: (Control | string)[]; evidence?: Evidence[] }
interface Finding { title: string; audit: Audit; requirement: Control; severity: 'minor' | 'major' | 'observation'; raised: string; owner: Role; correction: string; 'root-cause': string; actions: Action[]; due: string; closed?: string; effective?: boolean; evidence: Evidence[] }
interface Review { title: string; planned: string; held: string; next: string; attendees: Role[]; inputs: (${union(reviewInputs)})[]; decisions: { title: string; owner: Role; due: string; status: Status }[]; evidence: Evidence[] }
interface Certification { title: string; body: string; 'accredited-by': string; stage1: string; stage2: string }
interface Incident { title: string; assets: Asset[]; risks: Risk[]; owner: Role; detected: string; resolved: string; severity: 'minor' | 'major' | 'critical'; lessons: string; evidence: Evidence[] }
interface Change { title: string; assets: Asset[]; risks: Risk[]; owner: Role; planned: string; status: Status; approved: Accepted }
`;
}
