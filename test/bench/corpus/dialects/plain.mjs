/** The dialects JSON and YAML: one object a file, keyed by section and id; with the schema that YAML is checked by. */
import { periodText } from '../values.mjs';
import { actionStatuses, impacts, likelihoods, reviewInputs, values } from '../words.mjs';

const sections = {
  isms: 'isms',
  scope: 'scope',
  method: 'method',
  location: 'locations',
  issue: 'issues',
  party: 'parties',
  role: 'roles',
  person: 'persons',
  supplier: 'suppliers',
  asset: 'assets',
  threat: 'threats',
  vulnerability: 'vulnerabilities',
  risk: 'risks',
  evidence: 'evidence',
  control: 'controls',
  document: 'documents',
  objective: 'objectives',
  metric: 'metrics',
  programme: 'programmes',
  audit: 'audits',
  finding: 'findings',
  review: 'reviews',
  certification: 'certifications',
  incident: 'incidents',
  change: 'changes',
};
const isSingle = kind => kind === 'scope' || kind === 'method';

const plainProps = props => Object.fromEntries(props.map(([key, value]) => [key, plainValue(value)]));

function plainValue(value) {
  switch (value.form) {
    case 'lines':
      return value.v.join('\n');
    case 'period':
      return periodText(value);
    case 'flag':
      return true;
    case 'ground':
      return [value.v];
    case 'approval':
      return { on: value.on, by: value.by, ...(value.until ? { until: value.until } : {}) };
    case 'block':
      return plainProps(value.props);
    case 'items':
      return value.list.map(({ id, title, props }) => ({ ...(id ? { id } : {}), title, ...plainProps(props) }));
    case 'scale':
      return Object.fromEntries(value.v.map((label, i) => [label, i + 1]));
    case 'levels':
      return Object.fromEntries(value.v.map(([label, from, to]) => [label, `${from}..${to}`]));
    default:
      return value.v;
  }
}

function plainFile(list) {
  const file = {};
  for (const { kind, id, title, props } of list) {
    const body = { ...(title ? { title } : {}), ...plainProps(props) };
    const section = sections[kind];
    if (isSingle(kind)) file[section] = body;
    else (file[section] ??= {})[id] = body;
  }
  return file;
}

export const json = { extension: 'json', file: list => `${JSON.stringify(plainFile(list), null, 2)}\n` };

const plainScalar = /^[A-Za-z][A-Za-z0-9_.-]*$|^\d{4}-\d\d-\d\d$/;
const reserved = /^(yes|no|true|false|null|on|off)$/i;
const scalar = value =>
  typeof value === 'string'
    ? plainScalar.test(value) && !reserved.test(value)
      ? value
      : JSON.stringify(value)
    : String(value);

function yamlNode(node, indent) {
  const pad = ' '.repeat(indent);
  return Object.entries(node)
    .map(([key, value]) => {
      const head = `${pad}${scalar(key)}:`;
      if (Array.isArray(value)) {
        if (typeof value[0] !== 'object') return `${head} [${value.map(scalar).join(', ')}]\n`;
        return `${head}\n${value.map(item => `${pad}  - ${yamlNode(item, indent + 4).slice(indent + 4)}`).join('')}`;
      }
      if (value && typeof value === 'object') return `${head}\n${yamlNode(value, indent + 2)}`;
      if (typeof value === 'string' && value.includes('\n')) {
        return `${head} |\n${value
          .split('\n')
          .map(line => `${pad}  ${line}\n`)
          .join('')}`;
      }
      return `${head} ${scalar(value)}\n`;
    })
    .join('');
}

export const yaml = {
  extension: 'yaml',
  file: list => yamlNode(plainFile(list), 0),
  extras: () => ({ 'isms.schema.json': JSON.stringify(jsonSchema(), null, 2) }),
};

/** Enumerations, required keys, no other keys. References are plain names: a schema cannot check them. */
function jsonSchema() {
  const name = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_.-]*$' };
  const names = { type: 'array', items: name, minItems: 1 };
  const covers = { type: 'array', items: { type: 'string', pattern: '^[A-Z0-9][A-Za-z0-9_.-]*$' }, minItems: 1 };
  const oneOf = (...words) => ({ enum: words });
  const string = { type: 'string' };
  const boolean = { type: 'boolean' };
  const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
  const period = { type: 'string', pattern: '^(every )?\\d+ (days|weeks|months|years)$' };
  const object = (properties, required = Object.keys(properties)) => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });
  const approval = object({ on: date, by: name, until: date }, ['on', 'by']);
  const likelihood = oneOf(...likelihoods);
  const impact = oneOf(...impacts);
  const value = oneOf(...values);
  const status = oneOf(...actionStatuses);
  const action = object({ title: string, owner: name, due: date, status, completed: date }, ['title', 'owner', 'due']);
  const actions = { type: 'array', items: action };
  const definitions = {
    isms: object({
      title: string,
      organization: string,
      standard: oneOf('ISO27001-2022'),
      version: string,
      owner: name,
      approved: approval,
      review: period,
    }),
    scope: object({ title: string, statement: string, locations: names, interfaces: string }),
    method: object({
      title: string,
      likelihood: { type: 'object' },
      impact: { type: 'object' },
      levels: { type: 'object' },
      appetite: oneOf('low', 'medium', 'high', 'critical'),
      review: period,
      approved: approval,
    }),
    location: object({ title: string, country: string }),
    issue: object({ title: string, kind: oneOf('external', 'internal'), climate: boolean, description: string }),
    party: object({
      title: string,
      requirements: {
        type: 'array',
        items: object({ id: name, title: string, kind: oneOf('legal', 'contractual', 'business'), addressed: boolean }),
      },
    }),
    role: object({ title: string, 'top-management': boolean, external: boolean, notes: string }, ['title']),
    person: object({ title: string, roles: names, email: string }),
    supplier: object({
      title: string,
      owner: name,
      service: string,
      criticality: oneOf('low', 'medium', 'high'),
      agreement: string,
      review: period,
      reviewed: date,
      evidence: names,
    }),
    asset: object(
      {
        title: string,
        type: oneOf('information', 'software', 'hardware', 'service', 'people', 'facility'),
        owner: name,
        location: name,
        classification: oneOf('public', 'internal', 'confidential', 'secret'),
        confidentiality: value,
        integrity: value,
        availability: value,
        'depends-on': names,
        supplier: name,
        notes: string,
      },
      ['title', 'type', 'classification'],
    ),
    threat: object({ title: string, source: oneOf('deliberate', 'accidental', 'environmental') }),
    vulnerability: object({ title: string, assets: names }),
    risk: object(
      {
        title: string,
        assets: names,
        threat: name,
        vulnerabilities: names,
        affects: { type: 'array', items: oneOf('confidentiality', 'integrity', 'availability') },
        owner: name,
        likelihood,
        impact,
        assessed: date,
        treatment: oneOf('modify', 'retain', 'share', 'avoid'),
        controls: names,
        actions,
        counterparty: name,
        residual: object({ likelihood, impact }),
        accepted: approval,
      },
      ['title', 'assets', 'threat', 'owner', 'likelihood', 'impact', 'treatment'],
    ),
    evidence: object({ title: string, file: string, link: string, owner: name, collected: date, valid: period }, [
      'title',
      'collected',
      'valid',
    ]),
    control: object(
      {
        applicable: boolean,
        because: names,
        justification: string,
        status: oneOf('planned', 'partial', 'implemented'),
        implementation: string,
        owner: name,
        evidence: names,
      },
      ['applicable', 'justification'],
    ),
    document: object({
      title: string,
      kind: oneOf('policy', 'procedure', 'record', 'plan'),
      covers,
      file: string,
      owner: name,
      version: string,
      approved: approval,
      review: period,
    }),
    objective: object({ title: string, owner: name, target: string, due: date }),
    metric: object({
      title: string,
      objective: name,
      method: string,
      owner: name,
      measured: period,
      results: { type: 'array', items: object({ title: string, on: date, met: boolean }) },
    }),
    programme: object({ title: string, cycle: period, start: date, owner: name, approved: approval }),
    audit: object(
      {
        title: string,
        programme: name,
        kind: oneOf('internal', 'external', 'supplier'),
        planned: date,
        performed: date,
        auditors: names,
        covers,
        evidence: names,
      },
      ['title', 'planned', 'auditors', 'covers'],
    ),
    finding: object(
      {
        title: string,
        audit: name,
        requirement: name,
        severity: oneOf('minor', 'major', 'observation'),
        raised: date,
        owner: name,
        correction: string,
        'root-cause': string,
        actions,
        due: date,
        closed: date,
        effective: boolean,
        evidence: names,
      },
      ['title', 'audit', 'requirement', 'severity', 'owner'],
    ),
    review: object({
      title: string,
      planned: date,
      held: date,
      next: period,
      attendees: names,
      inputs: { type: 'array', items: oneOf(...reviewInputs) },
      decisions: { type: 'array', items: object({ title: string, owner: name, due: date, status }) },
      evidence: names,
    }),
    certification: object({ title: string, body: string, 'accredited-by': name, stage1: date, stage2: date }),
    incident: object({
      title: string,
      assets: names,
      risks: names,
      owner: name,
      detected: date,
      resolved: date,
      severity: oneOf('minor', 'major', 'critical'),
      lessons: string,
      evidence: names,
    }),
    change: object({
      title: string,
      assets: names,
      risks: names,
      owner: name,
      planned: date,
      status,
      approved: approval,
    }),
  };
  for (const [kind, definition] of Object.entries(definitions)) definition.description = `A ${kind} of the ISMS.`;
  const properties = {};
  for (const [kind, section] of Object.entries(sections)) {
    const entry = { $ref: `#/$defs/${kind}` };
    properties[section] = isSingle(kind)
      ? entry
      : { type: 'object', additionalProperties: entry, description: `The ${section} of the ISMS.` };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ISMS',
    type: 'object',
    additionalProperties: false,
    properties,
    $defs: definitions,
  };
}
