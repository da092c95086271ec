/** What a cover sheet says of the whole ISMS: a label and its value a row. */
import type { Grid, SourceCell } from '../cells.ts';
import { distinctCells } from './blocks.ts';
import { comparable } from './normalise.ts';

export type FactName = 'organization' | 'isms' | 'standard' | 'version' | 'appetite' | 'approved' | 'computed';

export interface FoundFact {
  readonly name: FactName;
  readonly label: SourceCell;
  readonly value: SourceCell;
}

const labels: ReadonlyMap<string, FactName> = new Map(
  (
    [
      [
        'organization',
        ['organisation', 'organization', 'company', 'unternehmen', 'firma', 'name of organisation', 'legal entity'],
      ],
      ['isms', ['isms', 'name of isms']],
      ['version', ['version', 'soa version', 'document version']],
      [
        'appetite',
        [
          'highest level accepted without treatment',
          'risk appetite',
          'appetite',
          'risikoappetit',
          'risikoakzeptanzniveau',
        ],
      ],
      ['approved', ['approved', 'genehmigt', 'freigegeben']],
      ['standard', ['standard', 'norm']],
      [
        'computed',
        [
          ...[
            'as of',
            'controls',
            'controls beyond annex a',
            'applicable',
            'inherited from suppliers',
            'not applicable',
            'undecided',
          ],
          ...[
            'implemented',
            'partially implemented',
            'planned',
            'risks',
            'without a level before treatment',
            'accepted',
            'actions',
          ],
          ...[
            'above what is accepted before treatment',
            'above what is accepted after treatment',
            'without a treatment',
            'actions overdue',
          ],
        ],
      ],
    ] as const
  ).flatMap(([name, spellings]) => spellings.map(spelling => [spelling, name] as const)),
);

/** The facts of a grid that has neither tables nor cards where they stand. */
export function factsOf({ rows }: Grid, taken: (cell: SourceCell) => boolean): FoundFact[] {
  return rows.flatMap((row): FoundFact[] => {
    const cells = distinctCells(row).filter(cell => !taken(cell));
    const [label, value, ...more] = cells;
    if (!label || !value || more.length) return [];
    const name = labels.get(comparable(label.text));
    return name ? [{ name, label, value }] : [];
  });
}
