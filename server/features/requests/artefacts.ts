/** Which documents can be exported, in which formats, and what may be chosen about each. */
import type { ArtefactInfo, Parameter, ParameterInfo, ParameterValue } from '../../../src/documents/artefact.ts';
import { artefacts, formatsOf } from '../../../src/export/index.ts';
import { say } from '../../../src/wording/wording.ts';
import type { IsmsUnit } from '../../../src/workspace/workspace.ts';
import type { ArtefactEntry, ParameterEntry } from '../../protocol/protocol.ts';
import type { Language } from '../../session/language.ts';
import { chooseIsms } from './shared/choose-isms.ts';
import { request } from './shared/request.ts';

export default request('isms/artefacts', async ({ ready, language: { speak } }, params) => {
  const session = await ready();
  const root = params?.root;
  const only = session.workspace.ismss().length === 1;
  const unit = root !== undefined || only ? speak(() => chooseIsms(session, root)) : undefined;
  return artefactEntries(unit, speak, session.hasRepository);
});

/**
 * What can be exported, with the choices that an ISMS gives. Without one, only those that are always the same.
 * @param hasGit whether git can be asked
 */
async function artefactEntries(
  unit: IsmsUnit | undefined,
  speak: Language['speak'],
  hasGit: boolean,
): Promise<ArtefactEntry[]> {
  const { artefacts: builders } = await import('../../../src/export/build.ts');
  const entry = ({ id, title, description, models }: ArtefactInfo): ArtefactEntry => ({
    id,
    label: say(title),
    description: say(description),
    parameters: (builders.find(one => one.id === id)?.parameters ?? [])
      .filter(({ needs }) => hasGit || needs !== 'git')
      .flatMap(one => parameterEntry(one, unit)),
    formats: formatsOf({ models }).map(format => ({
      id: format.id,
      label: say(format.label),
      extension: format.extension,
    })),
  });
  return speak(() => artefacts.map(entry));
}

/** What may be chosen, the usual choice first; nothing where there is but one. */
function parameterEntry(parameter: Parameter, unit: IsmsUnit | undefined): ParameterEntry[] {
  const { id, description, otherwise, values, valuesOf, needs } = parameter;
  const known = valuesOf ? (unit ? valuesOf(unit.view()) : []) : values.map((value): ParameterValue => ({ id: value }));
  if (!known.length) return [];
  const usual = known.filter(value => value.id === otherwise);
  const others = known.filter(value => value.id !== otherwise);
  const choices = [
    ...(usual.length ? usual.map(choice) : [{ label: capitalized(say(otherwise)) }]),
    ...others.map(choice),
  ];
  const entry = { id, label: say(capitalized(id)), description: capitalized(say(description)), choices };
  return [needs ? { ...entry, isSeldom: true } : entry];

  function choice(value: ParameterValue): ParameterEntry['choices'][number] {
    // A name stays as it is written; a word of ours begins as a label does.
    const label = valuesOf ? value.id : labelOf(parameter, value.id);
    return { value: value.id, label, ...(value.title !== undefined && { description: value.title }) };
  }
}

/** `2` alone says nothing: `Stage 2`. */
const labelOf = ({ id }: ParameterInfo, value: string): string =>
  /^\d/.test(value) ? say(`${capitalized(id)} {0}`, value) : capitalized(say(value));

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
