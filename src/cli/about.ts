/** What there is to know about a control, clause, threat, kind or key without an ISMS: facts for people and for programs. */
import { builtinCorrespondences, correspondingTo, frameworkTitle } from '../analysis/frameworks.ts';
import { findControl } from '../catalogues/annex-a.ts';
import { find2013 } from '../catalogues/annex-a-2013.ts';
import { documentedInformationOf, findClause } from '../catalogues/clauses.ts';
import { recogniseControlId } from '../catalogues/control-ids.ts';
import { findThreat, findVulnerability } from '../catalogues/threats.ts';
import { builtin, builtinCatalogue, entriesOf, type FrameworkEntry } from '../frameworks/framework.ts';
import { meaningOf } from '../language/meanings.ts';
import { calledOf, kindWord, type NodeType, nodeTypes, type PropertySchema, topType } from '../language/schema.ts';

export interface About {
  /** What it is: `kind`, `key`, `control-2013`, `threat`, `vulnerability`, `catalogue`, `mapping`, or what its framework calls an entry. */
  readonly type: string;
  readonly id: string;
  readonly title: string;
  /** Each with a label; several values where there are several. */
  readonly facts: readonly { readonly label: string; readonly values: readonly string[] }[];
}

type Fact = About['facts'][number];

const fact = (label: string, ...values: readonly string[]): Fact[] => (values.length ? [{ label, values }] : []);

/** What is known under a name: `A.8.13`, `8.13`, `A.12.3.1`, `9.2`, `Ransomware`, `risk`, `risk.likelihood`. */
export function about(name: string): About | undefined {
  const entry = builtin(name);
  if (entry) return aboutEntry(entry);
  const recognised = recogniseControlId(name);
  if (recognised) return recognised.edition === '2022' ? about(recognised.id) : about2013(recognised.id);
  const [kind = '', key, ...more] = name.split('.');
  const nodeType = topType(kind) ?? Object.values(nodeTypes).find(({ keyword, body }) => body && keyword === kind);
  if (!nodeType || more.length) return undefined;
  if (key === undefined) return aboutKind(nodeType);
  const property = nodeType.properties.find(candidate => candidate.key === key);
  return property && aboutKey(nodeType, property);
}

function aboutEntry(entry: FrameworkEntry): About {
  const { name: id, title, type, document } = entry;
  if (type === 'CatalogEntry') {
    return { type: document.entry ?? 'entry', id, title, facts: [...factsOfEntry(entry), ...correspondenceFacts(id)] };
  }
  const common = findThreat(id) ?? findVulnerability(id);
  if (!common) return { type: calledOf(type), id, title, facts: factsOfDocument(entry) };
  return {
    type: common.kind,
    id,
    title,
    facts: [
      ...fact('What it is', common.description),
      ...(common.kind === 'threat'
        ? [...fact('Source', ...common.sources), ...fact('Affects', ...common.affects)]
        : []),
      ...fact(
        'Usually treated by',
        ...common.controls.map(control => `${control} ${findControl(control)?.title ?? ''}`.trim()),
      ),
    ],
  };
}

/** The keys of entries, in the order in which they are told. */
const told = {
  type: 'Type',
  properties: 'Properties',
  concepts: 'Concepts',
  capabilities: 'Capabilities',
  domains: 'Domains',
};

function factsOfEntry({ name: id, facts, document }: FrameworkEntry): Fact[] {
  const control = findControl(id);
  const amendment = findClause(id)?.amendment2024;
  return [
    ...(document.role === 'control' && !control ? fact('Framework', document.title) : []),
    ...fact('Theme', ...(facts.theme ?? []).map(theme => document.themes?.[theme] ?? theme)),
    ...Object.entries(told).flatMap(([key, name]) => fact(name, ...(facts[key] ?? []))),
    ...(control?.isNew ? fact('Before 2022', 'none: new in 2022') : []),
    ...fact(
      'Before 2022',
      ...(control?.predecessors2013 ?? []).map(old => `${old} ${find2013(old)?.title ?? ''}`.trim()),
    ),
    ...(amendment ? fact('Amendment 1:2024', amendment) : []),
    ...fact(
      'Documented information',
      ...documentedInformationOf(id).map(item => `${item.name} (${item.kind}, ${item.requirement}): ${item.hint}`),
    ),
  ];
}

/** What mappings between built-in frameworks relate an entry to. */
const correspondenceFacts = (id: string): Fact[] =>
  correspondingTo(id, builtinCorrespondences()).flatMap(({ catalogue = '', ids }) =>
    fact(
      `Corresponds to (${frameworkTitle(undefined, catalogue)})`,
      ...ids.map(other => `${other} ${builtin(other)?.title ?? ''}`.trim()),
    ),
  );

/** What a catalogue or a mapping says of itself. */
function factsOfDocument({ name, facts, document }: FrameworkEntry): Fact[] {
  const catalogue = builtinCatalogue(name);
  const { publisher = [], edition = [], licence = [], description = [] } = facts;
  const pairs = document.mappings.find(mapping => mapping.name === name)?.pairs ?? [];
  return [
    ...fact('Publisher', ...publisher),
    ...fact('Edition', ...edition),
    ...fact('Licence', ...licence),
    ...fact('What it is', ...description),
    ...(catalogue ? fact('Entries', `${entriesOf(catalogue).length} ${catalogue.plural}`) : []),
    ...(pairs.length ? fact('Entries mapped', String(pairs.length)) : []),
  ];
}

function about2013(id: string): About | undefined {
  const old = find2013(id);
  if (!old) return undefined;
  return {
    type: 'control-2013',
    id,
    title: old.title,
    facts: fact('In ISO/IEC 27001:2022', ...old.successors.map(control => `${control.id} ${control.title}`)),
  };
}

const aboutKind = (nodeType: NodeType): About => ({
  type: 'kind',
  id: nodeType.keyword,
  title: nodeType.doc,
  facts: nodeType.properties.filter(({ key }) => key).map(({ key, doc }) => ({ label: key, values: [doc] })),
});

function aboutKey({ keyword }: NodeType, property: PropertySchema): About {
  const values = property.values.flatMap(value => {
    if (value.form === 'enum') {
      return value.words.map(word => {
        const meaning = meaningOf(value.enumeration, word);
        return meaning ? `${word}: ${meaning}` : word;
      });
    }
    if (value.form === 'reference') return [`the name of a ${value.targets.map(kindWord).join(' or ')}`];
    return [];
  });
  return { type: 'key', id: `${keyword}.${property.key}`, title: property.doc, facts: fact('Values', ...values) };
}
