import { type AnnexAControl, findControl } from './annex-a.ts';
import { find2013, type Superseded2013 } from './annex-a-2013.ts';
import { type Clause, findClause } from './clauses.ts';

/**
 * How an id was written: `exact` (`A.8.13`), `respelt` (`a.8.13`, `A8.13`, `Annex A 8.13`, `A.5.01`) or without the
 * prefix (`8.13`), as many spreadsheets have it.
 */
export type IdSpelling = 'exact' | 'respelt' | 'missing-prefix';

interface Recognised {
  /** The id as it should be written. */
  readonly id: string;
  readonly spelling: IdSpelling;
  /** Only where the prefix is missing: the clause of ISO/IEC 27001 that has the same number (`9.2`, `8.1`). */
  readonly clause?: Clause;
}

/** A written id that means a control of 2022, or a control, objective or domain of 2013. */
export type RecognisedControlId =
  | (Recognised & { readonly edition: '2022'; readonly control: AnnexAControl })
  | (Recognised & { readonly edition: '2013'; readonly superseded: Superseded2013 });

const written = /^((?:annex\s*a|a)[\s._-]*)?(\d{1,3}(?:[._-]\d{1,3}){0,2})\.?$/i;

/**
 * What somebody who wrote this text as a control id most likely meant. Numbers of the 2022 edition win over those of
 * 2013. A bare number without dots (`12`) is only taken for a 2013 domain if it is written `A.12`. Undefined for
 * clauses that are no control (`4.1`), unfinished ids (`A.8.`) and ids of other catalogues.
 */
export function recogniseControlId(text: string): RecognisedControlId | undefined {
  const trimmed = text.trim();
  const id = withAnnexPrefix(trimmed);
  if (id === undefined || (!id.includes('.', 2) && trimmed !== id)) return undefined;
  const spelling = spellingOf(trimmed, id);
  const clause = spelling === 'missing-prefix' ? findClause(id.slice(2)) : undefined;
  const common = clause ? { id, spelling, clause } : { id, spelling };
  const control = findControl(id);
  if (control) return { edition: '2022', ...common, control };
  const superseded = find2013(id);
  return superseded && { edition: '2013', ...common, superseded };
}

/**
 * The canonical spelling of an Annex A number, whether or not such a control exists: `8.13`, `a8.13` and
 * `Annex A 8.13` give `A.8.13`. Undefined if the text is no such number.
 */
export function withAnnexPrefix(text: string): string | undefined {
  const number = written.exec(text.trim())?.[2];
  if (number === undefined) return undefined;
  return `A.${number
    .split(/[._-]/)
    .map(part => String(Number(part)))
    .join('.')}`;
}

function spellingOf(text: string, id: string): IdSpelling {
  if (text === id) return 'exact';
  return /^\d/.test(text) ? 'missing-prefix' : 'respelt';
}
