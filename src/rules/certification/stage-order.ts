import { cycleMonths as cycle, isInitial } from '../../analysis/certification.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { addMonths, type IsoDate } from '../../model/dates.ts';
import type { Declarations, Located } from '../../model/declaration.ts';
import { type Saying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

/** So long before the old certificate expires a recertification may be decided, with the new one still counted from the old. */
const monthsAhead = 6;

export default rule({
  code: 'certification/stage-order',
  severity: 'error',
  moment: 'contradiction',
  clause: 'ISO/IEC 17021-1, 9.6.3.2',
  summary: 'The dates of a certification contradict each other.',
  why: 'Stage 1 comes before stage 2, the certificate after both, and surveillance within its validity. A first certificate holds for three years; after a recertification in time the next one may be counted from the end of the old one, so that it runs some months longer. Surveillance dates of the cycle before it are no contradiction.',
  remedy: 'Correct the date that is wrong.',
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  stage1: 2026-10-15\n  stage2: 2026-09-01\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  stage1: 2026-09-01\n  stage2: 2026-10-15\n}',
  },
  on: ['Certification'],
  damagedToo: true,
  check(certification, { report }) {
    for (const { at, message } of wrongDates(certification)) report({ at, message });
  },
});

interface WrongDate {
  readonly at: Located<string>;
  readonly message: Saying;
}

type Certification = Declarations['Certification'];

function wrongDates(certification: Certification): WrongDate[] {
  const { stage1, stage2, issued, expires, surveillance } = certification;
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
    const most = addMonths(from, longestValidity(certification));
    const isWrong = to <= from || to > most;
    if (to <= from)
      add(expires, saying('The certificate expires on {0}, before it is issued; correct one of the dates.', to));
    else if (to > most) add(expires, tooLong(certification, from));
    if (isWrong) to = undefined;
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
