import { isPreset, type Preset, presetDescriptions, presets } from '../../../rules/presets.ts';
import { saying } from '../../../wording/wording.ts';
import { setting } from '../setting.ts';

export default setting({
  key: 'preset',
  description: 'How much is told.',
  want: saying('has to be one of {0}', { items: presets, conjunction: 'none' }),
  example: 'stage1',
  otherwise: 'everything, with the severities of the rules',
  schema: () => ({ enum: [...presets], enumDescriptions: presets.map(preset => presetDescriptions[preset]) }),
  read: ({ value }): Preset | undefined => (isPreset(value) ? value : undefined),
  editor: {
    order: 2,
    description:
      'How much is told, in the editor only; overrides the `preset` of `isms.config.json`. Severities set by code or area always win.',
    empty: 'As isms.config.json says; without that, everything.',
  },
  option: { flags: '--preset <preset>', description: `how much is told: ${presets.join(', ')}` },
});
