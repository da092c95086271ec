import { auditDay, isInternal } from '../../analysis/audit-coverage.ts';
import { samePersonAs } from '../../analysis/holders.ts';
import { addMonths } from '../../model/dates.ts';
import { projection } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** So long before and after an internal audit the auditor must not audit for the certificate. */
const monthsBetween = 24;

export default rule({
  code: 'audit/internal-by-certifier',
  severity: 'error',
  moment: 'contradiction',
  clause: 'ISO/IEC 17021-1, 5.2',
  summary: 'An internal audit is performed by an auditor of the certification body.',
  why: 'A certification body performs no internal audits of those whom it certifies, and certifies nobody within two years of having done so. The accreditation body would withdraw the certificate.',
  remedy:
    'Appoint an internal auditor who has nothing to do with the certification body. If the audit from outside was none for a certificate, `kind: internal` says that it was held on behalf of the organisation.',
  example: {
    bad: 'role LeadAuditor "Lead auditor of the certification body" { external }\naudit IA-2026-1 "Internal audit" {\n  kind: internal\n  auditors: LeadAuditor\n}\naudit SA-2026 "Surveillance audit" {\n  kind: external\n  auditors: LeadAuditor\n}',
    good: 'role LeadAuditor "Lead auditor of the certification body" { external }\nrole Auditor "Internal auditor" { external }\naudit IA-2026-1 "Internal audit" {\n  kind: internal\n  auditors: Auditor\n}\naudit SA-2026 "Surveillance audit" {\n  kind: external\n  auditors: LeadAuditor\n}',
  },
  on: ['Audit'],
  damagedToo: true,
  check(audit, context) {
    if (!isInternal(audit) || !audit.auditors.length) return;
    const outside = context.collect(externalAudits).filter(other => isNear(auditDay(audit), other.on));
    for (const auditor of outside.length ? audit.auditors : []) {
      const isAuditor = samePersonAs(context, auditor, auditDay(audit) ?? context.asOf);
      const other = outside.find(({ auditors }) => auditors.some(isAuditor));
      if (!other) continue;
      const declaration = context.named(other.name, 'Audit')[0]?.declaration;
      context.report({
        at: auditor,
        message: saying(
          '{0} names {1}, the auditor of {2} from outside; certification bodies perform no internal audits: appoint somebody else.',
          labelled(audit),
          auditor.name,
          other.name,
        ),
        related: declaration ? [{ declaration, message: saying('Here {0} audits from outside', auditor.name) }] : [],
      });
    }
  },
});

const externalAudits = projection('externalAudits', 'Audit', audit =>
  audit.kind?.value === 'external' && audit.names[0]
    ? { name: audit.names[0].value, on: auditDay(audit), auditors: audit.auditors.map(({ name }) => name) }
    : undefined,
);

/** Audits without a day are as near as any. */
const isNear = (a: string | undefined, b: string | undefined): boolean =>
  !a || !b || (a < addMonths(b, monthsBetween) && b < addMonths(a, monthsBetween));
