import { usualFile } from '../../language/schema.ts';
import type { Answers } from '../questions.ts';
import type { TemplateFile } from '../template.ts';

/** Beyond this number an auditor expects the roles of an ISMS to be held by several people. */
const few = 10;

export function peopleFile({ people }: Answers): TemplateFile {
  const hint =
    people !== undefined && people <= few
      ? '\n// One person may hold several roles, but nobody audits their own work: many small companies have a partner or a freelancer audit.'
      : '';
  return {
    path: usualFile('Role'),
    text: `// Clause 5.3: roles, and who holds them. Add your people:
//   person Ada "Ada Example" { roles: SecurityLead }${hint}

role TopManagement "Top management" { top-management }

role SecurityLead "Security lead"

role Auditor "Internal auditor"
`,
  };
}

export const methodFile: TemplateFile = {
  path: usualFile('Method'),
  text: `// Clause 6.1.2: how risks are assessed. These scales are a common proposal; say what each step means to you, as in
//   5: severe "threatens the company"
// Then decide the level that you accept without treatment (\`appetite:\`), and have the method approved (\`approved:\`).

method "5×5, after ISO/IEC 27005" {
  likelihood { 1: rare  2: unlikely  3: possible  4: likely  5: certain }
  impact { 1: minor  2: moderate  3: serious  4: major  5: severe }
  levels { low: 1..4  medium: 5..9  high: 10..16  critical: 20..25 }
  review: every 12 months
}
`,
};
