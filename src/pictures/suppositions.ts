/**
 * What would follow if one control were gone, one supplier failed or one piece of evidence ended: for each that there is, so that a page that
 * computes nothing can show it. The same function as that of `isms whatif`; docs/what-if.md has the definitions.
 */
import { partnerOf } from '../analysis/control.ts';
import { treatingControls } from '../analysis/risk.ts';
import { type Loss, type Supposition, supposable, whatIf } from '../analysis/what-if.ts';
import { annexA } from '../catalogues/annex-a.ts';
import { named, textData } from '../documents/data/_shared.ts';
import type { Kind } from '../language/schema.ts';
import type { Control, Declaration, Risk } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { SuppositionData } from './data.ts';

const nothing: Supposition = { withoutControls: [], failingSuppliers: [], endedEvidence: [] };

const supposed: Readonly<Record<Loss['kind'], (id: string) => Supposition>> = {
  control: id => ({ ...nothing, withoutControls: [id] }),
  supplier: id => ({ ...nothing, failingSuppliers: [id] }),
  evidence: id => ({ ...nothing, endedEvidence: [id] }),
};

const types: Readonly<Record<Loss['kind'], string>> = {
  control: 'Control',
  supplier: 'Supplier',
  evidence: 'Evidence',
};
const titles = new Map(annexA.map(({ id, title }) => [id, title]));

/** Those from which something would follow, in the order of the words and the names that can be supposed. */
export function suppositionsOf(view: IsmsView): SuppositionData[] {
  const concerned = concernedBy(view);
  return supposable(view, nothing).flatMap(({ word, declared }) => {
    const kind = word as Loss['kind'];
    return declared.flatMap((id): SuppositionData[] => {
      // Else each thing would be asked of each risk and line.
      const { risks, lines, assets } = whatIf(narrowed(view, concerned(kind, id)), supposed[kind](id));
      if (!risks.length && !lines.length && !assets.length) return [];
      const [found] = [...view.named(id, types[kind]), ...view.shared(id, types[kind])];
      return [
        {
          kind,
          id,
          title: (kind === 'control' ? titles.get(id) : undefined) ?? textData(found?.node.title),
          risks: risks.map(({ risk, before, after, risesAbove }) => ({
            id: risk.id,
            before: before?.level?.label ?? null,
            after: after?.level?.label ?? null,
            risesAbove: risesAbove ?? null,
          })),
          lines: lines.map(({ control }) => control.id),
          assets: assets.map(named),
        },
      ];
    });
  });
}

/** What may change if something is gone. */
interface Concerned {
  readonly risks: readonly Risk[];
  readonly controls: readonly Control[];
}

/** What counts on something that is gone, or on what is gone with it: all else stays as it is. */
function concernedBy(view: IsmsView): (kind: Loss['kind'], id: string) => Concerned {
  const controls = view.all('Control');
  const [byControl, bySupplier] = [lists<Risk>(), lists<Risk>()];
  const [implemented, implementing, performed, shown] = [lists(), lists(), lists(), lists()];
  for (const risk of view.all('Risk')) {
    for (const { name } of treatingControls(risk)) byControl.add(name, risk);
    for (const { name } of risk.counterparty) bySupplier.add(name, risk);
  }
  for (const control of controls) {
    for (const { value } of control.names) {
      for (const { name } of control.implements) {
        implemented.add(value, name);
        implementing.add(name, value);
      }
      for (const { name } of control.evidence) shown.add(name, value);
      const supplier = control.applicable?.provider ?? partnerOf(control);
      if (supplier) performed.add(supplier.name, value);
    }
  }
  return (kind, id) => {
    const gone = new Set(kind === 'control' ? [id] : kind === 'supplier' ? performed.of(id) : []);
    // A set is walked to what is added on the way.
    for (const one of gone) for (const next of implemented.of(one)) gone.add(next);
    const risks = new Set([...(kind === 'supplier' ? bySupplier.of(id) : []), ...[...gone].flatMap(byControl.of)]);
    // With what else puts it into practice: as long as a part of that is left, it is not gone.
    const named = new Set([
      ...gone,
      ...[...gone].flatMap(implementing.of),
      ...(kind === 'evidence' ? shown.of(id) : []),
    ]);
    const isNamed = ({ names }: Control): boolean => names.some(({ value }) => named.has(value));
    return { risks: [...risks], controls: named.size ? controls.filter(isNamed) : [] };
  };
}

function lists<T = string>() {
  const map = new Map<string, T[]>();
  return {
    add: (key: string, value: T): void => {
      const list = map.get(key);
      if (list) list.push(value);
      else map.set(key, [value]);
    },
    of: (key: string): readonly T[] => map.get(key) ?? [],
  };
}

/** The same ISMS with fewer risks and controls. */
function narrowed(view: IsmsView, { risks, controls }: Concerned): IsmsView {
  const fewer: Partial<Record<Kind, readonly Declaration[]>> = { Risk: risks, Control: controls };
  const all = (kind: Kind): readonly Declaration[] => fewer[kind] ?? view.all(kind);
  return Object.create(view, { all: { value: all } }) as IsmsView;
}
