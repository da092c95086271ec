/** What a risk is about: assets, threats, vulnerabilities and other parties, each by the name that it is declared under. */
import { findThreat, findVulnerability, threats, vulnerabilities } from '../../catalogues/threats.ts';
import { sameText } from '../cells.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { isKnownAs } from '../values/doubt.ts';
import { partsOf } from '../values/lists.ts';
import { calledParts } from './called.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';

export const flat = (value: string): string => value.split(/\s+/).join(' ');

/** How a name is looked up, and what is declared where nothing has it. */
interface Naming {
  readonly find: (called: string) => string | undefined;
  readonly keyword: 'asset' | 'threat' | 'vulnerability' | 'party';
}

/** The names of what a cell calls: all of it where that is known, else its parts; what nothing lists is declared. */
function namesIn(
  entry: FieldCell,
  { find, keyword }: Naming,
  notes: FieldCell[],
  register: Register,
  about: string,
): string[] {
  const { cell } = entry;
  const isCause = keyword === 'threat' || keyword === 'vulnerability';
  const isKnown = (part: string): boolean => isKnownAs(part, find);
  const parts = isKnown(cell.text)
    ? [cell.text]
    : calledParts(entry, partsOf(entry, isKnown), isCause ? 'cause' : 'thing', notes, register, about);
  if (!parts.length) return [];
  register.ledger.written(cell);
  const names = parts.map(part => find(part) ?? register.resolve(keyword, keyword, flat(part), entry));
  noteReading(entry, names, register, about);
  return names;
}

function noteReading({ cell, heading }: FieldCell, names: readonly string[], register: Register, about: string): void {
  const shown = names.map(name => register.draftOf(name)?.title ?? name);
  if (!shown.some(title => sameText(title, cell.text)) && names.join(', ') !== cell.text)
    register.ledger.read(cell, heading, names.join(', '), about);
}

/** Names of what the cells call. */
export function references(
  entries: readonly FieldCell[],
  keyword: 'asset',
  notes: FieldCell[],
  register: Register,
  about: string,
): string[] {
  const naming: Naming = { find: called => register.find(keyword, called), keyword };
  return [...new Set(entries.flatMap(entry => namesIn(entry, naming, notes, register, about)))];
}

/** Threats and vulnerabilities: those of the catalogue by name or title, others are declared. */
export function known(
  entries: readonly FieldCell[],
  keyword: 'threat' | 'vulnerability',
  notes: FieldCell[],
  register: Register,
  about: string,
): string[] {
  const [common, all] = keyword === 'threat' ? [findThreat, threats] : [findVulnerability, vulnerabilities];
  const find = (called: string): string | undefined =>
    register.find(keyword, called) ??
    (common(called) ?? all.find(({ title }) => comparableWhole(title) === comparableWhole(called)))?.id;
  return [...new Set(entries.flatMap(entry => namesIn(entry, { find, keyword }, notes, register, about)))];
}

export function counterparties(entry: FieldCell, notes: FieldCell[], register: Register, about: string): string[] {
  const find = (called: string): string | undefined =>
    register.find('supplier', called) ?? register.find('party', called);
  return namesIn(entry, { find, keyword: 'party' }, notes, register, about);
}
