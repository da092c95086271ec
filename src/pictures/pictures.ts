/** All pictures of an ISMS as data. They are made of the same functions as the statistics, the readiness and the documents. */
import { textOf } from '../analysis/named.ts';
import { dueEntries } from '../documents/data/calendar.ts';
import { label } from '../model/declaration.ts';
import { english, inWording, type Wording } from '../wording/wording.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { damageOf } from './damage.ts';
import type { Pictures } from './data.ts';
import { landscape } from './landscape.ts';
import { meetingOf } from './meeting.ts';
import { sourcePlace } from './places.ts';
import { soaGrid } from './soa.ts';
import { suppositionsOf } from './suppositions.ts';
import { traceGraph } from './trace.ts';

// One file of the bundle holds both, since they share most of what they are made of.
export { Histories } from './history.ts';

/**
 * The pictures of an ISMS as it is now.
 * @param workspace whose findings are shown beside what they are about; without it, none are
 * @param wording in which language findings are said; it is given, as this file of the bundle has a language of its own
 */
export function picturesOf(unit: IsmsUnit, workspace?: Workspace, wording: Wording = english): Pictures {
  const view = unit.view();
  const { isms, asOf } = view;
  const { nodes, links } = traceGraph(unit);
  const [risks, controls] = [landscape(unit), soaGrid(unit)];
  return {
    version: 1,
    organization: textOf(isms?.organization) ?? null,
    isms: textOf(isms?.title) ?? (isms ? label(isms) : ''),
    asOf,
    landscape: risks,
    soa: controls,
    trace: { nodes, links },
    suppositions: suppositionsOf(view),
    calendar: dueEntries(view).map(({ entry, declaration }) => ({ ...entry, place: sourcePlace(unit, declaration) })),
    ...inWording(wording, () => ({
      meeting: meetingOf(unit, { landscape: risks, soa: controls }, workspace),
      damage: damageOf(unit),
    })),
  };
}
