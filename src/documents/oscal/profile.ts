/** Which controls the Statement of Applicability selects, and why, as a profile over the catalogue. */
import { type SoaLine, statementOfApplicability } from '../../analysis/soa.ts';
import { refusing } from '../../wording/said-error.ts';
import type { Subject } from '../artefact.ts';
import { idIn, type ModelContext, metadata } from './model.ts';
import { NothingToSayError } from './nothing-to-say.ts';
import { list, property, token } from './values.ts';

/** @throws NothingToSayError as long as no control is selected */
export function profile({ view }: Subject, context: ModelContext): object {
  const selected = statementOfApplicability(view).lines.filter(({ decision }) => decision && decision !== 'no');
  if (!selected.length)
    throw new NothingToSayError(
      refusing(
        'A profile of OSCAL selects at least one control, and no control is decided to apply. Decide on one, or choose oscal-catalog.',
      ),
    );
  return {
    profile: {
      uuid: idIn(context, 'profile'),
      metadata: metadata(context),
      imports: [
        {
          href: context.fileOf('soa', 'oscal-catalog'),
          'include-controls': [{ 'with-ids': selected.map(({ id }) => token(id)) }],
        },
      ],
      merge: { 'as-is': true },
      ...alterations(selected),
    },
  };
}

function alterations(selected: readonly SoaLine[]): object {
  const alters = selected.flatMap(({ id, reasons }) => {
    const props = reasons.flatMap(({ code }) => property('reason', code));
    return props.length ? [{ 'control-id': token(id), adds: [{ position: 'ending', props }] }] : [];
  });
  return alters.length ? { modify: list('alters', alters) } : {};
}
