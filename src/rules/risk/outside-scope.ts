import { outsideScope, scopeBoundary } from '../../analysis/scope.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/outside-scope',
  severity: 'info',
  clause: '4.3, 6.1.2 c 1',
  summary: 'A risk concerns only assets that the scope leaves out.',
  why: 'The assessment is about what is within the scope. Either the scope is drawn too narrowly, since the risk matters, or the risk belongs elsewhere.',
  remedy: 'Name what the risk threatens within the scope in `assets:`, or extend the scope.',
  example: {
    bad: 'scope "Platform" {\n  statement: "The platform"\n  excludes: OfficeServer because "old"\n}\nasset OfficeServer "Office server" {}\nrisk R-1 "The office server fails" {\n  assets: OfficeServer\n}',
    good: 'scope "Platform" {\n  statement: "The platform"\n}\nasset OfficeServer "Office server" {}\nrisk R-1 "The office server fails" {\n  assets: OfficeServer\n}',
  },
  on: ['Risk'],
  check(risk, { report, get, resolve }) {
    const [first] = risk.assets;
    const boundary = first && get(scopeBoundary);
    if (!first || !boundary) return;
    const outside = risk.assets.map(ref => {
      const asset = resolve(ref)?.declaration;
      return asset?.$type === 'Asset' ? outsideScope(boundary, asset) : undefined;
    });
    // Places that are neither in nor out are told by themselves.
    if (outside.includes(undefined) || outside.every(reason => reason === 'location-not-listed')) return;
    report({
      at: first,
      message: saying(
        '{0} concerns only what the scope leaves out ({1}); name what it threatens within, or extend the scope.',
        labelled(risk),
        firstOfSaying(
          risk.assets.map(({ name }) => name),
          3,
        ),
      ),
    });
  },
});
