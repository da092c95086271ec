import { dateOf } from '../../analysis/deadline.ts';
import { addDays } from '../../model/dates.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

/** After so long an open incident is either resolved or forgotten. */
const daysToResolve = 90;

export default rule({
  code: 'incident/not-handled',
  severity: 'warning',
  clause: 'A.5.25, A.5.26',
  summary: 'An incident is not assessed or has no date, or is open without an owner or for more than three months.',
  why: 'Events are assessed, and incidents responded to by somebody who is named for it. One without severity, owner and end shows an auditor a register and no response.',
  remedy: 'Add `severity:`, `owner:` and `detected:`, and `resolved:` once it is over.',
  asks: ['resolved'],
  example: {
    bad: 'incident INC-1 "Database encrypted" {\n  detected: 2025-01-12\n}',
    good: 'role Ciso "Security officer"\nincident INC-1 "Database encrypted" {\n  severity: major\n  owner: Ciso\n  detected: 2025-01-12\n  resolved: 2025-01-16\n}',
    asOf: '2026-06-01',
  },
  on: ['Incident'],
  check(incident, { report, asOf }) {
    const { detected, resolved, severity, owner } = incident;
    const missing = [
      ...(severity ? [] : ['severity']),
      ...(owner || resolved ? [] : ['owner']),
      // Without the day nobody can tell how long it has been open, or what was assessed before it.
      ...(detected ? [] : ['detected']),
    ];
    if (missing.length) {
      report({
        at: nameSpan(incident),
        message: saying(
          !severity
            ? '{0} is not assessed; add {1}.'
            : resolved
              ? '{0} is resolved, but it is not said when it was detected; add {1}.'
              : owner
                ? '{0} is open since nobody knows when; add {1}.'
                : '{0} is open without anybody who handles it; add {1}.',
          labelled(incident),
          keysOf(missing),
        ),
      });
      return;
    }
    const since = dateOf(detected);
    if (resolved || !detected || !since || addDays(since, daysToResolve) >= asOf) return;
    report({
      at: detected,
      message: saying(
        '{0} has been open since {1}; set `resolved:` if it is over, or bring it to an end.',
        labelled(incident),
        since,
      ),
    });
  },
});
