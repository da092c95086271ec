import { minutesIn } from '../../analysis/deadline.ts';
import type { Declarations } from '../../model/declaration.ts';
import { type Saying, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

type Asset = Declarations['Asset'];

export default rule({
  code: 'asset/recovery-contradiction',
  severity: 'warning',
  moment: 'contradiction',
  clause: 'A.5.30',
  summary: 'Recovery objectives contradict each other, or those of what an asset depends on.',
  why: 'What takes longer to recover than the damage is bearable for, or than what depends on it, cannot keep its promise when it counts.',
  remedy: 'Shorten the `recovery-time:` of the slower asset, or correct the objective that cannot be met.',
  example: {
    bad: 'asset Shop "Web shop" {\n  recovery-time: 4 hours\n  depends-on: Db\n}\nasset Db "Customer database" {\n  recovery-time: 1 day\n}',
    good: 'asset Shop "Web shop" {\n  recovery-time: 4 hours\n  depends-on: Db\n}\nasset Db "Customer database" {\n  recovery-time: 2 hours\n}',
  },
  on: ['Asset'],
  check(asset, context) {
    const { recoveryTime, tolerableOutage } = asset;
    const own = minutesIn(recoveryTime);
    const bearable = minutesIn(tolerableOutage);
    if (recoveryTime && tolerableOutage && own !== undefined && bearable !== undefined && own > bearable) {
      context.report({
        at: spanOf(recoveryTime),
        message: saying(
          '{0} may take {1} to recover, but its outage is bearable for {2}; correct one of the two.',
          labelled(asset),
          textOf(recoveryTime),
          textOf(tolerableOutage),
        ),
      });
    }
    if (recoveryTime && own !== undefined) for (const ref of asset.dependsOn) tellSlower(asset, own, ref, context);
  },
});

function tellSlower(asset: Asset, own: number, ref: Asset['dependsOn'][number], context: RuleContext): void {
  const other = context.resolve(ref)?.declaration;
  if (other?.$type !== 'Asset') return;
  const theirs = minutesIn(other.recoveryTime);
  if (!other.recoveryTime || theirs === undefined || theirs <= own) return;
  context.report({
    at: ref,
    message: saying(
      '{0} has to recover faster than {1}, which it depends on and which may take {2}; correct one of the two.',
      labelled(asset),
      labelled(other),
      textOf(other.recoveryTime),
    ),
    related: [
      {
        declaration: other,
        message: saying('{0} may take {1} to recover', labelled(other), textOf(other.recoveryTime)),
      },
    ],
  });
}

type Duration = NonNullable<Asset['recoveryTime']>;

const spanOf = ({ $start, $end }: Duration) => ({ start: $start, end: $end });
/** `4 hours`. */
const textOf = ({ count, unit }: Duration): Saying => saying(`{0} ${unit?.value}`, count?.value ?? '');
