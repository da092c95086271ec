import { editorSwitch } from '../switch.ts';

export default editorSwitch({
  key: 'inlayHints.dates',
  order: 6,
  description:
    'Show how far dates of plans, reviews and validity are, as of the date of the ISMS: *in 12 days*, *3 days late*.',
});
