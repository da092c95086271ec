import { editorSwitch } from '../switch.ts';

export default editorSwitch({
  key: 'inlayHints.levels',
  order: 5,
  description:
    'Show the level that the method gives to a likelihood and an impact: *= 20 critical, above the appetite*.',
});
