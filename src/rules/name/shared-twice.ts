import { kindWord, topTypes, withArticle } from '../../language/schema.ts';
import type { Declarations, Kind } from '../../model/declaration.ts';
import { isShared } from '../../model/reference-types.ts';
import { saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { aKind } from './_described.ts';

export default rule({
  code: 'name/shared-twice',
  severity: 'warning',
  summary: 'Two ISMSs that this one uses share different things under the same name.',
  why: 'Only the one of the ISMS that `uses:` names first is meant. If the other one was, the wrong supplier is reviewed and the wrong person is responsible, and nobody is told. The same goes for a method, of which an ISMS has one.',
  remedy: 'Have one of the two renamed, declare it in this ISMS, or use only one of the two ISMSs.',
  example: {
    bad: 'isms Plant "Plant ISMS" {\n  uses: "../group", "../region"\n}\nasset Shop "Web shop" {\n  supplier: HostCo\n}\n//- ../group/isms.isms\nisms Group "Group ISMS" {}\nsupplier HostCo "HostCo B.V." {}\n//- ../region/isms.isms\nisms Region "ISMS of the region" {}\nsupplier HostCo "HostCo GmbH" {}',
    good: 'isms Plant "Plant ISMS" {\n  uses: "../group", "../region"\n}\nasset Shop "Web shop" {\n  supplier: HostCo\n}\n//- ../group/isms.isms\nisms Group "Group ISMS" {}\nsupplier HostCo "HostCo B.V." {}\n//- ../region/isms.isms\nisms Region "ISMS of the region" {}\nsupplier HostCoGmbh "HostCo GmbH" {}',
  },
  on: ['any'],
  damagedToo: true,
  check(declaration, context) {
    if (!context.usesOthers) return;
    const { report, resolve, alternatives, origin } = context;
    for (const ref of declaration.$references) {
      const others = alternatives(ref);
      const first = others.length ? resolve(ref) : undefined;
      const here = first && origin(first.declaration);
      // Things of different kinds are told as such.
      const other = others.find(({ type, declaration: there }) => type === first?.type && origin(there) !== here);
      const there = other && origin(other.declaration);
      if (!first || here === undefined || !other || there === undefined) continue;
      report({
        at: ref,
        message: saying(
          '{0} is {1} in {2} and in {3}; that of {2} is meant. Have one renamed if they differ, or declare it here.',
          ref.name,
          aKind(first.type),
          here,
          there,
        ),
        related: [first, other].map(({ declaration: one }) => ({
          declaration: one,
          name: ref.name,
          message: saying('What {0} shares as {1}', origin(one) ?? '', ref.name),
        })),
      });
    }
    if (declaration.$type === 'Isms') checkSingle(declaration, context);
  },
});

/** The kinds that are shared and of which an ISMS has one. */
const singleKinds = topTypes
  .filter(({ name, single }) => single && isShared(name as Kind))
  .map(({ name }) => name as Kind);

function checkSingle({ uses }: Declarations['Isms'], { report, known, origin }: RuleContext): void {
  for (const kind of singleKinds) {
    const [first, ...others] = known(kind).map(declaration => origin(declaration));
    const second = others.find(other => other !== first);
    const at = uses.find(({ value }) => value === second);
    if (first === undefined || second === undefined || !at) continue;
    report({
      at,
      message: saying(
        '{0} and {1} both have {2}; that of {0} is meant. Declare one here if that is wrong.',
        first,
        second,
        saying(withArticle(kindWord(kind))),
      ),
    });
  }
}
