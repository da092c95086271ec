/** The controls of a Statement of Applicability, and the clauses, as a catalogue of ids and titles: the text of the standard is ISO's. */
import { type SoaLine, statementOfApplicability } from '../../analysis/soa.ts';
import { themes } from '../../catalogues/annex-a.ts';
import { clauses } from '../../catalogues/clauses.ts';
import type { Subject } from '../artefact.ts';
import { idIn, type ModelContext, metadata } from './model.ts';
import { clauseToken, line, list, token } from './values.ts';

/** The catalogue that profiles, implementations, results and mappings of the ISMS refer to. */
export function catalog({ view }: Subject, context: ModelContext): object {
  const { lines } = statementOfApplicability(view);
  const annexA = themes.map(({ id, title }) =>
    group(
      token(id),
      title,
      lines.filter(({ own, theme }) => !own && theme === id),
    ),
  );
  const own = lines.filter(one => one.own);
  return {
    catalog: {
      uuid: idIn(context, 'catalog'),
      metadata: metadata(
        { ...context, title: 'Controls and clauses' },
        [],
        'Ids and titles of ISO/IEC 27001:2022. Its text is not in this catalogue.',
      ),
      groups: [
        ...annexA,
        ...(own.length ? [group('own', 'Controls beyond Annex A', own)] : []),
        {
          id: 'clauses',
          class: 'requirements',
          title: 'Clauses 4 to 10',
          controls: clauses.map(({ id, title }) => control(clauseToken(id), id, title)),
        },
      ],
    },
  };
}

const group = (id: string, title: string, lines: readonly SoaLine[]): object => ({
  id,
  class: 'controls',
  title: line(title, id),
  ...list(
    'controls',
    lines.map(one => control(token(one.id), one.id, one.title)),
  ),
});

/** A control with its statement, so that findings have something to refer to. */
const control = (id: string, label: string, title: string): object => ({
  id,
  title: line(title, label),
  props: [{ name: 'label', value: label }],
  parts: [{ id: statementToken(id), name: 'statement' }],
});

/** The statement of a control, by the token of the control. */
export const statementToken = (control: string): string => `${control}_smt`;
