import { type AnnexAControl, annexA } from './annex-a.ts';
import { annexA2013, type Control2013 } from './annex-a-2013.ts';
import { titleKey } from './title-words.ts';

/** The controls of both editions that carry a title, each list in natural order. */
export interface ControlsOfTitle {
  readonly controls2022: readonly AnnexAControl[];
  readonly controls2013: readonly Control2013[];
}

const nothing: ControlsOfTitle = { controls2022: [], controls2013: [] };

let byKey: ReadonlyMap<string, ControlsOfTitle> | undefined;

/**
 * Which controls a written title belongs to, whatever id stands beside it: "Secure log-on procedures" is the title of
 * A.9.4.2 in 2013 and of nothing in 2022. Tolerates what `sameTitle` tolerates; both lists are empty for free wording.
 */
export function controlsByTitle(title: string): ControlsOfTitle {
  byKey ??= allByKey();
  return byKey.get(titleKey(title)) ?? nothing;
}

/**
 * Whether two titles are the same but for case, punctuation, joined or separated compounds, British or American
 * spelling, "&" or "and", and the long forms of ICT and PII. Texts without any letter or digit equal nothing.
 */
export function sameTitle(a: string, b: string): boolean {
  const key = titleKey(a);
  return key !== '' && key === titleKey(b);
}

/** Whether a title is one that this control carries: its own or one of the other wordings in use. */
export function hasTitle(control: AnnexAControl | Control2013, title: string): boolean {
  const aliases = 'aliases' in control ? control.aliases : [];
  return [control.title, ...aliases].some(known => sameTitle(known, title));
}

function allByKey(): ReadonlyMap<string, ControlsOfTitle> {
  const all = new Map<string, { controls2022: AnnexAControl[]; controls2013: Control2013[] }>();
  const slot = (key: string) => {
    let found = all.get(key);
    if (!found) all.set(key, (found = { controls2022: [], controls2013: [] }));
    return found;
  };
  for (const control of annexA) {
    for (const key of new Set([control.title, ...control.aliases].map(titleKey))) slot(key).controls2022.push(control);
  }
  for (const control of annexA2013) slot(titleKey(control.title)).controls2013.push(control);
  return all;
}
