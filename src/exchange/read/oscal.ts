/** Reads OSCAL in JSON: the controls that a catalogue lists, a profile selects, or a component definition says are implemented, as tables. */
import { fromMarkup, nameOfToken, noDescription } from '../../documents/oscal/values.ts';
import { isRecord } from '../../model/record.ts';
import { saying } from '../../wording/wording.ts';
import { type Aside, cellName, type Grid, type ReadFile } from '../cells.ts';
import { ImportFault } from '../fault.ts';
import { decodeText } from './encoding.ts';
import { CellCount, limits, refuseLarge } from './limits.ts';
import { textCell } from './make-cell.ts';

/** The texts of a row by their headings. */
type Fields = Readonly<Record<string, string>>;

interface Listing {
  readonly sheet: string;
  readonly rows: readonly Fields[];
}

/** What each model is read as. */
const readers: Readonly<Record<string, (root: unknown) => readonly Listing[]>> = {
  catalog: root => [{ sheet: 'catalog', rows: controlsOf(root, 0) }],
  profile: root => [{ sheet: 'profile', rows: selectedBy(root) }],
  'component-definition': root => [
    ...[...listOf(root, 'components'), ...listOf(root, 'capabilities')].flatMap(one =>
      implementedBy(one, rolesOf(root)),
    ),
  ],
};

const others = [
  'system-security-plan',
  'assessment-plan',
  'assessment-results',
  'mapping-collection',
  'plan-of-action-and-milestones',
];

/**
 * A sheet for each list of controls. Of its texts those that stand in no table, such as the title, are told as asides.
 * @throws ImportFault if it is no JSON, another model of OSCAL or none, or too large
 */
export function readOscal(file: string, bytes: Uint8Array): ReadFile {
  refuseLarge(bytes.length, limits.file, saying('JSON'), saying('Split it, or export its table as CSV.'));
  const document = parsed(bytes);
  const model = Object.keys(readers).find(name => isRecord(field(document, name)));
  if (model === undefined) throw notRead(document);
  const root = field(document, model);
  const asides: Aside[] = [];
  const count = new CellCount();
  const listings = (readers[model] as (of: unknown) => readonly Listing[])(root).filter(({ rows }) => rows.length);
  const names = new Set<string>();
  const grids = listings.map(({ sheet, rows }) => gridOf(file, unique(sheet, names), rows, asides, count));
  for (const said of headTexts(root)) asides.push({ place: { file, sheet: '', cell: '' }, text: said, what: 'prose' });
  return { file, grids, asides };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text);
  } catch {
    throw new ImportFault(saying('it is damaged: it is no JSON. Export it again where it was made.'));
  }
}

function notRead(document: unknown): ImportFault {
  const other = others.find(name => isRecord(field(document, name)));
  return new ImportFault(
    other === undefined
      ? saying(
          'it is JSON, of which only OSCAL is imported (catalogues, profiles, component definitions). Export the table as XLSX or CSV.',
        )
      : saying(
          'it is OSCAL of the model {0}. Only catalogues, profiles and component definitions are imported.',
          other,
        ),
  );
}

/** So deep groups and controls may lie in each other; real catalogues have four levels. */
const deepest = 50;

/** The controls of a group, those within controls too. Requirements beside the controls, such as clauses, are none. */
function controlsOf(group: unknown, depth: number): Fields[] {
  if (depth > deepest) throw new ImportFault(saying('its groups lie more than {0} deep in each other.', deepest));
  if (textAt(group, 'class') === 'requirements') return [];
  return [
    ...listOf(group, 'controls').flatMap(control => [
      { Control: nameOfToken(textAt(control, 'id')), Title: markupAt(control, 'title') },
      ...controlsOf(control, depth + 1),
    ]),
    ...listOf(group, 'groups').flatMap(inner => controlsOf(inner, depth + 1)),
  ];
}

/** A selected control is applicable: that is what a profile says. Whole catalogues and patterns name no control. */
function selectedBy(profile: unknown): Fields[] {
  const reasons = new Map(
    listOf(field(profile, 'modify'), 'alters').map(alter => [
      textAt(alter, 'control-id'),
      listOf(alter, 'adds').flatMap(add => valuesOf(add, 'reason')),
    ]),
  );
  return listOf(profile, 'imports')
    .flatMap(one => listOf(one, 'include-controls'))
    .flatMap(one => listOf(one, 'with-ids'))
    .filter(id => typeof id === 'string')
    .map(id => ({ Control: nameOfToken(id), Applicable: 'yes', Reasons: (reasons.get(id) ?? []).join('; ') }));
}

/** What roles are called, by their ids. */
const rolesOf = (root: unknown): ReadonlyMap<string, string> =>
  new Map(listOf(field(root, 'metadata'), 'roles').map(role => [textAt(role, 'id'), markupAt(role, 'title')]));

function implementedBy(component: unknown, roles: ReadonlyMap<string, string>): Listing[] {
  return listOf(component, 'control-implementations').map(implementation => ({
    sheet: markupAt(component, 'title') || markupAt(component, 'name') || 'component',
    rows: listOf(implementation, 'implemented-requirements').map(one => implemented(one, roles)),
  }));
}

/** Properties that have headings of their own; others keep their names, and go into notes. */
const known = new Set(['decision', 'provider', 'reason', 'exclusion', 'implementation-status']);

function implemented(requirement: unknown, roles: ReadonlyMap<string, string>): Fields {
  const properties = (name: string): string[] => valuesOf(requirement, name);
  const [status = ''] = properties('implementation-status');
  const statements = listOf(requirement, 'statements').map(one => markupAt(one, 'description'));
  const description = [markupAt(requirement, 'description'), ...statements]
    .filter(text => text !== '' && text !== noDescription)
    .join('\n\n');
  const owners = listOf(requirement, 'responsible-roles')
    .map(role => textAt(role, 'role-id'))
    .map(id => roles.get(id) || nameOfToken(id));
  return {
    Control: nameOfToken(textAt(requirement, 'control-id')),
    Applicable: decision(properties('decision')[0], properties('provider')[0], status),
    Reasons: [...properties('reason'), ...properties('exclusion')].join('; '),
    Justification: markupAt(requirement, 'remarks'),
    Status: status === 'not-applicable' ? '' : status,
    Implementation: description,
    Owner: owners.join('; '),
    ...otherProperties(requirement),
  };
}

/** Whether a control applies, if the definition says so: that a component implements it does not make it a part of a statement. */
function decision(decided: string | undefined, provider: string | undefined, status: string): string {
  if (decided === 'inherited' && provider !== undefined) return `inherited from ${provider}`;
  return decided ?? (status === 'not-applicable' ? 'no' : '');
}

function otherProperties(of: unknown): Fields {
  const names = listOf(of, 'props').map(prop => textAt(prop, 'name'));
  return Object.fromEntries(
    [...new Set(names)]
      .filter(name => !known.has(name))
      .map(name => [`Property ${name}`, valuesOf(of, name).join('; ')]),
  );
}

const valuesOf = (of: unknown, name: string): string[] =>
  listOf(of, 'props').flatMap(prop => (textAt(prop, 'name') === name ? [textAt(prop, 'value')] : []));

/** What the document says of itself, for people. */
const headTexts = (root: unknown): string[] => {
  const head = field(root, 'metadata');
  const parties = listOf(head, 'parties').map(party => textAt(party, 'name'));
  return [markupAt(head, 'title'), markupAt(head, 'remarks'), ...parties].filter(text => text.trim() !== '');
};

/** The rows below their headings; a heading stands only over something. */
function gridOf(file: string, sheet: string, rows: readonly Fields[], asides: Aside[], count: CellCount): Grid {
  const used = new Set(rows.flatMap(row => Object.keys(row).filter(heading => row[heading] !== '')));
  const headings = [...used].slice(0, limits.columns);
  const cells = [Object.fromEntries(headings.map(heading => [heading, heading])), ...rows];
  return {
    file,
    sheet,
    rows: cells.map((row, y) =>
      headings.map((heading, x) => {
        const cell = textCell(row[heading] ?? '', { file, sheet, cell: cellName(y, x) }, asides);
        if (cell) count.add();
        return cell;
      }),
    ),
  };
}

/** Places tell sheets apart by their names. */
function unique(name: string, taken: Set<string>): string {
  let sheet = name;
  for (let number = 2; taken.has(sheet); number++) sheet = `${name} ${number}`;
  taken.add(sheet);
  return sheet;
}

const field = (of: unknown, key: string): unknown => (isRecord(of) && Object.hasOwn(of, key) ? of[key] : undefined);

function listOf(of: unknown, key: string): readonly unknown[] {
  const value = field(of, key);
  return Array.isArray(value) ? value : [];
}

function textAt(of: unknown, key: string): string {
  const value = field(of, key);
  return typeof value === 'string' ? value : '';
}

const markupAt = (of: unknown, key: string): string => fromMarkup(textAt(of, key));
