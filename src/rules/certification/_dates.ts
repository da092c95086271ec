/** The order of the dates of a certification. (ISO/IEC 17021-1, 9.6.3.2) */
import { cycleMonths as cycle, isInitial, isIsoScheme, monthsToRestore } from '../../analysis/certification.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { addMonths, type IsoDate } from '../../model/dates.ts';
import type { Declarations, Located } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { type Saying, saying } from '../../wording/wording.ts';

/** So long before the old certificate expires a recertification may be decided, with the new one still counted from the old. */
const monthsAhead = 6;

export interface WrongDate {
  readonly at: Located<string>;
  readonly message: Saying;
}

type Certification = Declarations['Certification'];

/** The dates of a certification that contradict others of it; of two, the one that is more likely to be wrong. */
export function wrongDates(certification: Certification, view: Pick<IsmsView, 'asOf'>): WrongDate[] {
  const { stage1, stage2, issued, expires, surveillance, recertification } = certification;
  const wrong: WrongDate[] = [];
  const [first, second] = [stage1, stage2].map(dateOf);
  let [from, to] = [issued, expires].map(dateOf);
  const add = (at: Located<string> | undefined, message: Saying): void => {
    if (at) wrong.push({ at, message });
  };
  if (first && second && second <= first) {
    add(stage2, saying('Stage 2 on {0} is not after stage 1 on {1}; correct one of the dates.', second, first));
  }
  const audited = second ?? first;
  if (audited && from && from < audited) {
    add(
      issued,
      saying('The certificate is issued on {0}, before the audit of {1}; correct one of the dates.', from, audited),
    );
    // What follows from a wrong date is not told as well.
    from = undefined;
  }
  if (from && to) {
    const isTooLong = isIsoScheme(certification) && to > addMonths(from, longestValidity(certification));
    const isWrong = to <= from || isTooLong;
    if (to <= from)
      add(expires, saying('The certificate expires on {0}, before it is issued; correct one of the dates.', to));
    else if (isTooLong) add(expires, tooLong(certification, from));
    if (isWrong) to = undefined;
  }
  const renewal = dateOf(recertification);
  // One that was held within the time in which a certificate can be restored was late, and no date is wrong.
  if (renewal && to && renewal > to && (renewal > view.asOf || renewal > addMonths(to, monthsToRestore))) {
    add(
      recertification,
      saying(
        'The recertification audit of {0} is after the certificate expires on {1}; agree on an earlier date, or correct one.',
        renewal,
        to,
      ),
    );
  }
  const begin = from && (isInitial(certification) ? from : addMonths(from, -cycle));
  for (const audit of surveillance) {
    const on = dateOf(audit);
    if (on && isOutside(on, begin, to)) {
      add(
        audit,
        saying(
          'The surveillance audit of {0} is outside the validity of the certificate; correct one of the dates.',
          on,
        ),
      );
    }
  }
  return wrong;
}

/** In months. */
const longestValidity = (certification: Certification): number =>
  isInitial(certification) ? cycle : cycle + monthsAhead;

const tooLong = (certification: Certification, issued: IsoDate): Saying =>
  saying(
    isInitial(certification)
      ? 'A first certificate holds for three years at most, this one longer from its issue on {0}; check `issued:` and `expires:`.'
      : 'The certificate runs more than three years and six months from its issue ({0}); check `issued:` and `expires:`.',
    issued,
  );

const isOutside = (on: IsoDate, from: IsoDate | undefined, to: IsoDate | undefined): boolean =>
  (from !== undefined && on <= from) || (to !== undefined && on > to);
