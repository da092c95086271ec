import { riskMethod, stepOf, usualValues } from '../../analysis/method.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

/** Classes of what anybody may know, in English and German. */
const open: ReadonlySet<string> = new Set([
  ...['public', 'published', 'unrestricted', 'unclassified', 'tlp-clear', 'tlp-white'],
  ...['öffentlich', 'oeffentlich', 'veröffentlicht', 'uneingeschränkt'],
]);

export default rule({
  code: 'asset/public-yet-confidential',
  severity: 'warning',
  moment: 'contradiction',
  clause: 'A.5.12',
  summary: 'An asset is classified as public, but its confidentiality is of a high value.',
  why: 'The class says how the information is handled, and it follows from what its disclosure would mean. What is handled as public is protected from nobody.',
  remedy: 'Correct `classification:` or `confidentiality:`.',
  example: {
    bad: 'asset CustomerDb "Customer database" {\n  classification: public\n  confidentiality: high\n  integrity: high\n  availability: medium\n}',
    good: 'asset CustomerDb "Customer database" {\n  classification: confidential\n  confidentiality: high\n  integrity: high\n  availability: medium\n}',
  },
  on: ['Asset'],
  damagedToo: true,
  check(asset, { report, get }) {
    const { classification, confidentiality } = asset;
    if (!classification || !confidentiality || !open.has(classification.value.toLowerCase())) return;
    const values = get(riskMethod)?.values ?? usualValues;
    const step = stepOf(values, confidentiality.value);
    if (!step || values.indexOf(step) <= (values.length - 1) / 2) return;
    report({
      at: classification,
      message: saying(
        '{0} is classified as {1}, but its confidentiality is {2}; correct one of the two.',
        shortLabel(asset),
        classification.value,
        confidentiality.value,
      ),
    });
  },
});
