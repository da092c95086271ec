/** What a comparison is about: every declaration of an ISMS, and every control of its Statement of Applicability, with what it says. */
import { entriesById } from '../analysis/coverage.ts';
import { type RiskLine, riskLines, type Standing } from '../analysis/risk-register.ts';
import { type SoaLine, statementOfApplicability } from '../analysis/soa.ts';
import { calledOf, nodeTypes, topTypes } from '../language/schema.ts';
import type { Because, Control, Declaration, Kind, Ref } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type Fact, factsOf, type NameOf, plainValue } from './facts.ts';

export interface Subject {
  readonly kind: Kind;
  /** What people call the kind, such as `risk`. */
  readonly called: string;
  /** Its name, or what stands in its place where it has none. */
  readonly id: string;
  readonly title: string | undefined;
  /** Without its name and title. */
  readonly facts: readonly Fact[];
}

/** New names by the kind and the old name: `Risk R-001`. */
export type Renames = ReadonlyMap<string, string>;

/** How a rename is looked up. */
export const renameKey = (type: string, name: string): string => `${type} ${name}`;

/** Whatever is declared and can be compared, kind by kind in the order of the grammar; what it refers to is called by its new name. */
export function subjectsOf(view: IsmsView, renames: Renames): Subject[] {
  const nameOf: NameOf = ref => {
    const found = view.resolve(ref);
    return (found && renames.get(renameKey(found.type, ref.name))) ?? ref.name;
  };
  const risks = new Map(riskLines(view).map(line => [line.id, line]));
  return topTypes.flatMap(({ name }) => {
    const kind = name as Kind;
    if (kind === 'Control') return controls(view, nameOf, renames);
    const all = view.all(kind).map(declaration => subjectOf(declaration, kind, nameOf));
    return distinct(
      kind === 'Risk' ? all.map(risk => ({ ...risk, facts: [...risk.facts, ...levels(risks.get(risk.id))] })) : all,
    );
  });
}

const subjectOf = (declaration: Declaration, kind: Kind, nameOf: NameOf): Subject => ({
  kind,
  called: calledOf(kind),
  id: declaration.names[0]?.value ?? (nodeTypes[kind]?.single ? undefined : declaration.title?.value) ?? calledOf(kind),
  title: declaration.title?.value,
  facts: factsOf(declaration, nameOf),
});

/** A name that is declared several times stands for each of them, in their order. */
function distinct(subjects: readonly Subject[]): Subject[] {
  const seen = new Map<string, number>();
  return subjects.map(subject => {
    const count = (seen.get(subject.id) ?? 0) + 1;
    seen.set(subject.id, count);
    return count > 1 ? { ...subject, id: `${subject.id} (${count})` } : subject;
  });
}

/** What follows from the method at each stage, which may change without a word of the risk. */
function levels(line: RiskLine | undefined): Fact[] {
  if (!line) return [];
  const stages = {
    'level before treatment': line.inherent,
    'level today': line.current,
    'residual risk': line.residual,
  };
  return Object.entries(stages).flatMap(([key, standing]) => {
    const text = standing && levelText(standing);
    return text ? [{ key, values: [text] }] : [];
  });
}

const levelText = ({ level, score, isAboveAppetite }: Standing): string =>
  [
    [level, score !== undefined && `(${score})`].filter(part => part).join(' '),
    isAboveAppetite ? 'above the appetite' : '',
  ]
    .filter(part => part)
    .join(', ');

/** The controls of Annex A, whether they have an entry or not, and all others that have one. An entry about several is one of each. */
function controls(view: IsmsView, nameOf: NameOf, renames: Renames): Subject[] {
  const entries = entriesById(view.all('Control'));
  const lines = new Map(statementOfApplicability(view).lines.map(line => [line.id, line]));
  return [...new Set([...lines.keys(), ...entries.keys()])].map(id => {
    const entry = entries.get(id);
    const line = lines.get(id);
    return {
      kind: 'Control',
      called: calledOf('Control'),
      id,
      title: line?.title || entry?.title?.value,
      facts: entry
        ? controlFacts(view, entry, line, nameOf, renames)
        : reasonFacts([...(line ? named(line, renames) : [])]),
    };
  });
}

function controlFacts(
  view: IsmsView,
  entry: Control,
  line: SoaLine | undefined,
  nameOf: NameOf,
  renames: Renames,
): Fact[] {
  const own = factsOf(entry, nameOf).filter(({ key }) => key !== 'because');
  const decision = own.find(({ key }) => key === 'applicable');
  const known = line ? named(line, renames) : [];
  const isKnown = ({ reason }: Because): boolean => line !== undefined && isReason(view, reason);
  const stated = entry.because.filter(because => !isKnown(because)).map(because => plainValue(because, nameOf));
  return [
    ...(decision ? [decision] : []),
    ...reasonFacts([...known, ...stated]),
    ...own.filter(fact => fact !== decision),
  ];
}

const reasonFacts = (values: readonly string[]): Fact[] => (values.length ? [{ key: 'reasons', values }] : []);

/** Whether the reasons of the Statement of Applicability hold it. */
function isReason(view: IsmsView, reason: Ref | undefined): boolean {
  const type = reason && view.resolve(reason)?.type;
  return type === 'Risk' || type === 'Requirement';
}

/** The reasons as a statement gives them: `RRA R-001`. */
const named = ({ reasons }: SoaLine, renames: Renames): string[] =>
  reasons.flatMap(({ code, ids }) =>
    ids.map(id => `${code} ${renames.get(renameKey(code === 'RRA' ? 'Risk' : 'Requirement', id)) ?? id}`),
  );
