import { editorSwitch } from '../switch.ts';

export default editorSwitch({
  key: 'codeLens',
  order: 7,
  description: 'Show how controls, risks, assets, documents and the ISMS stand in a line above them.',
});
