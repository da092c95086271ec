import { clausesFor, isRecord, missingDocuments } from '../../analysis/documented.ts';
import { documentedInformation } from '../../catalogues/clauses.ts';
import { nameSpan } from '../../model/declaration.ts';
import { later, say, saying } from '../../wording/wording.ts';
import { type Fix, rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

interface Advice {
  /** What is missing, as in "shows no …". */
  readonly what: string;
  /** How it is given without a document; empty where only a document can. */
  readonly declare: string;
  /** Name, title and kind of a document that gives it. */
  readonly document: readonly [name: string, title: string, kind: string];
}

const advice: Readonly<Record<string, Advice>> = {
  'risk-treatment-process': {
    what: later('risk treatment process'),
    declare: '',
    document: ['RiskProcess', 'Risk assessment and treatment process', 'process'],
  },
  'security-objectives': {
    what: later('statement of objectives'),
    declare: later('`objective`s'),
    document: ['SecurityObjectives', 'Information security objectives', 'plan'],
  },
  'competence-evidence': {
    what: later('evidence of competence'),
    declare: later('`competence` records'),
    document: ['CompetenceRecords', 'Evidence of competence', 'record'],
  },
  'operational-control-evidence': {
    what: later('evidence that processes ran as planned'),
    declare: later('`evidence` of its controls'),
    document: ['OperationRecords', 'Records of operation', 'record'],
  },
  'risk-assessment-results': {
    what: later('result of a risk assessment'),
    declare: later('`risk`s'),
    document: ['RiskReport', 'Results of the risk assessment', 'report'],
  },
  'monitoring-results': {
    what: later('record of what was monitored'),
    declare: later('`metric`s'),
    document: ['MonitoringReport', 'Monitoring and measurement results', 'report'],
  },
  'audit-programme': {
    what: later('audit programme'),
    declare: later('a `programme`'),
    document: ['AuditProgramme', 'Internal audit programme', 'plan'],
  },
};

export default rule({
  code: 'document/mandatory-missing',
  severity: 'warning',
  clause: '7.5.1 a',
  summary: 'Documented information that the standard asks for is missing.',
  why: 'Stage 1 of a certification is a review of documents. The clauses name what has to be there in writing; a piece that is missing is a nonconformity.',
  remedy:
    'Declare it in the language where that is possible (objectives, competence, metrics …), or declare the `document` that holds it and name the clause in its `covers:`. Results and evidence are given by a record, register or report: a policy only says what is to be done.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}\nobjective PatchTime "Critical patches in 7 days" {}',
    good: 'isms Acme "Acme ISMS" {}\ndocument RiskProcess "Risk process" { covers: 6.1.2, 6.1.3 }\ndocument Records "Records of operation" { kind: record  covers: 7.2, 8, 9.1 }\nobjective PatchTime "Critical patches in 7 days" {}',
  },
  on: ['Isms'],
  check(isms, { report, get }) {
    for (const key of get(missingDocuments)) {
      const item = documentedInformation.find(information => information.key === key);
      const entry = advice[key];
      if (!item || !entry) continue;
      const { what, declare } = entry;
      const document = saying(
        isRecord(key) ? 'a `document` of `kind: record` that `covers: {0}`' : 'a `document` that `covers: {0}`',
        item.clause,
      );
      report({
        at: nameSpan(isms),
        message: declare
          ? saying('{0} shows no {1}; declare {2}, or {3}.', shortLabel(isms), saying(what), saying(declare), document)
          : saying('{0} shows no {1}; declare {2}.', shortLabel(isms), saying(what), document),
        data: key,
      });
    }
  },
  fix({ declaration, data }, context) {
    const entry = typeof data === 'string' ? advice[data] : undefined;
    const [clause] = typeof data === 'string' ? clausesFor(data) : [];
    if (!entry || !clause) return [];
    const fixes: Fix[] = [];
    if (data === 'audit-programme') {
      const start = `${context.asOf.slice(0, 4)}-01-01`;
      const programme = `programme InternalAudits "Internal audit programme" {\n  cycle: 3 years\n  start: ${start}\n}`;
      const before = context.all('Audit').at(-1) ?? declaration;
      fixes.push({
        title: say('Declare a programme of 3 years from {0}', start),
        edits: [{ after: before, place: 'declaration', text: programme }],
        decides: true,
      });
    }
    const [name, title, kind] = entry.document;
    if (context.named(name, 'PolicyDocument').length) return fixes;
    const after = context.all('PolicyDocument').at(-1) ?? declaration;
    const text = `document ${name} "${title}" {\n  kind: ${kind}\n  covers: ${clause}\n}`;
    return [
      ...fixes,
      { title: say('Declare a document for {0}', clause), edits: [{ after, place: 'declaration', text }] },
    ];
  },
});
