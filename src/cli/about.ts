/** What there is to know about a control, clause, threat, kind or key without an ISMS: facts for people and for programs. */
import { findControl, themes } from '../catalogues/annex-a.ts';
import { find2013 } from '../catalogues/annex-a-2013.ts';
import { type BuiltinEntry, builtin } from '../catalogues/builtin.ts';
import { documentedInformationOf } from '../catalogues/clauses.ts';
import { recogniseControlId } from '../catalogues/control-ids.ts';
import { meaningOf } from '../language/meanings.ts';
import { kindWord, type NodeType, nodeTypes, type PropertySchema, topType } from '../language/schema.ts';

export interface About {
  readonly type: 'control' | 'control-2013' | 'clause' | 'threat' | 'vulnerability' | 'catalogue' | 'kind' | 'key';
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

function aboutEntry(entry: BuiltinEntry): About {
  const { name: id, title } = entry;
  switch (entry.kind) {
    case 'annex-a-control': {
      const { theme, attributes, isNew, predecessors2013 } = entry.control;
      const { controlType, properties, concepts, capabilities, domains } = attributes;
      return {
        type: 'control',
        id,
        title,
        facts: [
          ...fact('Theme', themes.find(candidate => candidate.id === theme)?.title ?? theme),
          ...fact('Type', ...controlType),
          ...fact('Properties', ...properties),
          ...fact('Concepts', ...concepts),
          ...fact('Capabilities', ...capabilities),
          ...fact('Domains', ...domains),
          ...(isNew
            ? fact('Before 2022', 'none: new in 2022')
            : fact('Before 2022', ...predecessors2013.map(old => `${old} ${find2013(old)?.title ?? ''}`.trim()))),
        ],
      };
    }
    case 'clause':
      return {
        type: 'clause',
        id,
        title,
        facts: [
          ...(entry.clause.amendment2024 ? fact('Amendment 1:2024', entry.clause.amendment2024) : []),
          ...fact(
            'Documented information',
            ...documentedInformationOf(id).map(
              item => `${item.name} (${item.kind}, ${item.requirement}): ${item.hint}`,
            ),
          ),
        ],
      };
    case 'threat':
    case 'vulnerability': {
      const common = entry.kind === 'threat' ? entry.threat : entry.vulnerability;
      return {
        type: entry.kind,
        id,
        title,
        facts: [
          ...fact('What it is', common.description),
          ...(entry.kind === 'threat'
            ? [...fact('Source', ...entry.threat.sources), ...fact('Affects', ...entry.threat.affects)]
            : []),
          ...fact(
            'Usually treated by',
            ...common.controls.map(control => `${control} ${findControl(control)?.title ?? ''}`.trim()),
          ),
        ],
      };
    }
    case 'catalogue':
      return { type: 'catalogue', id, title, facts: [] };
  }
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
