import { editorSwitch } from '../switch.ts';

export default editorSwitch({
  key: 'inlayHints.titles',
  order: 4,
  description: 'Show the title behind a name that does not say it: `A.8.13` *Information backup*.',
});
