/** What the filters of the pictures leave: for the pictures themselves, and for meetings. */
import type { ControlTile, NamedData, RiskMark, StageName } from '../src/pictures/data.ts';
import { tileState } from '../src/pictures/soa-drawing.ts';
import type { State } from './state.ts';

/** What a name is called: id and title. */
export const fullName = ({ id, title }: NamedData): string => (title === null || title === id ? id : `${id} ${title}`);

export const stages = ['inherent', 'today', 'remaining'] as const;

/** The stage that risks are looked at in. */
export const stageOf = ({ stage }: State): StageName => stages.find(name => name === stage) ?? 'today';

/** Whether a text holds each word that is searched for, in whatever case. */
export function isFound(text: string, search: string): boolean {
  const inText = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => inText.includes(word));
}

/** Whether the filters of the view leave a risk. */
export function isRiskShown(risk: RiskMark, state: State): boolean {
  const { owner, treatment, level, tag } = state;
  return (
    (!owner || risk.owner?.id === owner) &&
    (!treatment || risk.treatment.includes(treatment)) &&
    (!level || risk.positions[stageOf(state)]?.level === level) &&
    (!tag || risk.tags.includes(tag)) &&
    isFound(`${risk.id} ${risk.title ?? ''} ${risk.assets.map(fullName).join(' ')}`, state.search)
  );
}

/** Whether the filters of the view leave a control. */
export const isControlShown = (control: ControlTile, state: State): boolean =>
  (!state.gaps || control.gaps.length > 0) &&
  (!state.state || tileState(control) === state.state) &&
  isFound(`${control.id} ${control.title} ${control.justification ?? ''} ${control.owner?.title ?? ''}`, state.search);
