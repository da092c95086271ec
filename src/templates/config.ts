/** The configuration that a new ISMS begins with: quiet while it is being written, and with the way on. */
import type { TemplateFile } from './template.ts';

export const draftConfig: TemplateFile = {
  path: 'isms.config.json',
  text: `{
  // While you write, only contradictions are reported. Go on to "stage1", which also tells what the review of documents
  // (stage 1 of a certification) will miss, then to "stage2", which tells everything. "ISMS: Show Certification Readiness",
  // or \`isms readiness\` on the command line, lists what is missing at any time.
  "preset": "draft"
}
`,
};
