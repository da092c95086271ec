/** What the enumerated words of the language mean, in our words, for completion and hover. By the rule that lists them. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Decided: {
    yes: 'The control is applied by the organisation itself.',
    no: 'The control is excluded; a ground (because) and a justification are needed.',
    inherited: 'A supplier performs the control: neither excluded nor ours. Its assurance has to be reviewed.',
  },
  ExclusionGround: {
    'not-in-scope': 'What the control is about lies outside the scope.',
    'no-such-asset': 'There is no asset that the control could protect.',
    'no-such-activity': 'The organisation does nothing that the control could govern.',
    'law-does-not-apply': 'The law behind the control does not bind the organisation.',
  },
  'covered-by': { 'covered-by': 'Another control does what this one would do; its name follows.' },
  ControlStatus: {
    planned: 'Decided, nothing works yet. A risk must not count on it.',
    partial: 'Works in part, or in part of the scope.',
    implemented: 'Works, and evidence can show it.',
  },
  ControlTheme: {
    organizational: 'Annex A, theme 5.',
    people: 'Annex A, theme 6.',
    physical: 'Annex A, theme 7.',
    technological: 'Annex A, theme 8.',
  },
  Treatment: {
    modify: 'Lower the risk by controls.',
    avoid: 'Stop or do not begin the activity that brings the risk.',
    share: 'Share it with another party, such as an insurer or supplier; accountability stays.',
    retain: 'Keep it as it is, formally accepted by the risk owner.',
  },
  Property: {
    confidentiality: 'Only those who are authorised learn of it.',
    integrity: 'It is correct and complete.',
    availability: 'It can be used when it is needed.',
  },
  ImpactProperty: {
    confidentiality: 'The impact of a loss of confidentiality.',
    integrity: 'The impact of a loss of integrity.',
    availability: 'The impact of a loss of availability.',
  },
  RequirementKind: {
    legal: 'Follows from a law or regulation: LR in the Statement of Applicability.',
    contractual: 'Follows from a contract: CO in the Statement of Applicability.',
    business:
      'Follows from what the business needs or holds to be good practice: BR in the Statement of Applicability.',
  },
  IssueKind: {
    external: 'From outside: law, market, technology, climate.',
    internal: 'From inside: structure, culture, resources.',
  },
  ThreatSource: {
    deliberate: 'Somebody intends it.',
    accidental: 'It happens by mistake or failure.',
    environmental: 'It comes from nature or surroundings.',
  },
  MethodStyle: {
    'asset-based': 'Risks are found per asset, threat and vulnerability.',
    'event-based': 'Risks are found from events and their consequences.',
  },
  Formula: {
    product: 'Score = likelihood × impact.',
    sum: 'Score = likelihood + impact.',
    maximum: 'Score = the higher one of likelihood and impact.',
  },
  AssetValues: {
    own: 'Each asset has the values that are written for it.',
    inherited: 'An asset takes over the highest value of what depends on it.',
  },
  ActionStatus: {
    open: 'Not yet scheduled.',
    planned: 'Scheduled, not begun.',
    'in-progress': 'Begun.',
    done: 'Completed.',
    cancelled: 'Will not be done.',
  },
  ObjectiveStatus: {
    open: 'Nothing can be said yet.',
    'on-track': 'Will be reached in time, as things stand.',
    'at-risk': 'May be missed.',
    reached: 'The target is met.',
    missed: 'The target was not met in time.',
  },
  DocumentKind: {
    policy: 'Intentions and direction, approved by top management.',
    procedure: 'How something is done, step by step.',
    standard: 'What has to be met, such as a configuration baseline.',
    plan: 'What will be done, by whom and when.',
    process: 'Activities that turn inputs into results.',
    record: 'What was done or found; retained, not revised.',
    register: 'A list that is kept up to date.',
    report: 'The results of an examination.',
  },
  AuditKind: {
    internal: 'By or for the organisation itself. (9.2)',
    external: 'By a certification body or another outside party.',
    supplier: 'Of a supplier.',
  },
  FindingSeverity: {
    major: 'A requirement is not met at all, or the ISMS may fail to reach its intended results.',
    minor: 'A single lapse that does not put the ISMS in question.',
    observation: 'No nonconformity, but worth attention.',
    opportunity: 'Something that could be better.',
  },
  ReviewInput: {
    'previous-actions': 'Status of actions from earlier reviews. (9.3.2 a)',
    changes: 'Changes in external and internal issues. (9.3.2 b)',
    'interested-parties': 'Changes in needs and expectations of interested parties. (9.3.2 c)',
    nonconformities: 'Nonconformities and corrective actions. (9.3.2 d)',
    monitoring: 'Results of monitoring and measurement. (9.3.2 d)',
    'audit-results': 'Audit results. (9.3.2 d)',
    objectives: 'How far the objectives are reached. (9.3.2 d)',
    feedback: 'Feedback from interested parties. (9.3.2 e)',
    'risk-status': 'Results of the risk assessment and status of the treatment plan. (9.3.2 f)',
    opportunities: 'Opportunities for continual improvement. (9.3.2 g)',
  },
};

/** What an enumerated word means; undefined where the word says it. */
export const meaningOf = (ruleName: string, word: string): string | undefined => {
  const words = Object.hasOwn(meanings, ruleName) ? meanings[ruleName] : undefined;
  return words && Object.hasOwn(words, word) ? words[word] : undefined;
};

/** All rules and words that have a meaning here, for the test that they are those of the grammar. */
export const meaningEntries: readonly (readonly [rule: string, word: string])[] = Object.entries(meanings).flatMap(
  ([rule, words]) => Object.keys(words).map(word => [rule, word] as const),
);
