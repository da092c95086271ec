/** What a risk is about: assets, threats, vulnerabilities and other parties, each by the name that it is declared under. */
import { findThreat, findVulnerability, threats, vulnerabilities } from '../../catalogues/threats.ts';
import { sameText } from '../cells.ts';
import { comparableWhole } from '../recognise/normalise.ts';
import { partsOf } from '../values/lists.ts';
import type { FieldCell } from './entities.ts';
import type { Register } from './register.ts';

export const flat = (value: string): string => value.split(/\s+/).join(' ');

/** Names of what the cells call: a whole cell that is known, else its parts. */
export function references(
  entries: readonly FieldCell[],
  directory: 'asset',
  register: Register,
  about: string,
): string[] {
  return [
    ...new Set(
      entries.flatMap(entry => {
        const { cell } = entry;
        register.ledger.written(cell);
        const whole = register.find(directory, cell.text);
        const parts =
          whole === undefined ? partsOf(entry, part => register.find(directory, part) !== undefined) : [cell.text];
        const names = parts.map(part => register.resolve(directory, directory, flat(part), entry));
        noteReading(entry, names, register, about);
        return names;
      }),
    ),
  ];
}

function noteReading({ cell, heading }: FieldCell, names: readonly string[], register: Register, about: string): void {
  const shown = names.map(name => register.draftOf(name)?.title ?? name);
  if (!shown.some(title => sameText(title, cell.text)) && names.join(', ') !== cell.text)
    register.ledger.read(cell, heading, names.join(', '), about);
}

/** Threats and vulnerabilities: those of the catalogue by name or title, others are declared. */
export function known(
  entries: readonly FieldCell[],
  kind: 'threat' | 'vulnerability',
  register: Register,
  about: string,
): string[] {
  const find = (called: string): string | undefined => {
    const declared = register.find(kind, called);
    if (declared !== undefined) return declared;
    const common = kind === 'threat' ? findThreat(called) : findVulnerability(called);
    const all = kind === 'threat' ? threats : vulnerabilities;
    return (common ?? all.find(({ title }) => comparableWhole(title) === comparableWhole(called)))?.id;
  };
  return [
    ...new Set(
      entries.flatMap(entry => {
        const { cell } = entry;
        register.ledger.written(cell);
        const parts = find(cell.text) === undefined ? partsOf(entry, part => find(part) !== undefined) : [cell.text];
        const names = parts.map(part => find(part) ?? register.resolve(kind, kind, flat(part), entry));
        noteReading(entry, names, register, about);
        return names;
      }),
    ),
  ];
}

export function counterparties(entry: FieldCell, register: Register, about: string): string[] {
  const { cell } = entry;
  register.ledger.written(cell);
  const find = (called: string): string | undefined =>
    register.find('supplier', called) ?? register.find('party', called);
  const parts = find(cell.text) === undefined ? partsOf(entry, part => find(part) !== undefined) : [cell.text];
  const names = parts.map(part => find(part) ?? register.resolve('party', 'party', flat(part), entry));
  noteReading(entry, names, register, about);
  return names;
}
