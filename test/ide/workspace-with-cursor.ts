import { rules } from '../../src/rules/generated/registry.ts';
import type { TextPosition } from '../../src/syntax/text/chunked-text.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

export const uri = 'file:///acme/file.isms';

/** A small ISMS for what the text under test refers to. */
export const acme = `isms Acme "Acme ISMS" { organization: "Acme B.V." owner: Ciso }
role Ceo "Chief executive officer" { top-management }
role Ciso "Chief information security officer"
person Jane "Jane Doe" { roles: Ciso }
person Boss "Bo Boss" { roles: Ceo }
location Utrecht "Office"
supplier Hoster "Hosting provider" { owner: Ciso }
party Customers "Customers" { requirement Gdpr28 "Processor duties" { kind: legal } }
method "5x5" {
  likelihood { 1: rare 2: unlikely 3: possible 4: likely 5: certain "more than once a year" }
  impact { 1: minor 2: moderate 3: serious 4: major 5: severe }
  levels { low: 1..4 medium: 5..9 high: 10..16 critical: 17..25 }
  appetite: medium
}
asset Postgres "Database server" { owner: Ciso classification: confidential confidentiality: high }
asset CustomerDb "Customer database" { owner: Ceo classification: confidential depends-on: Postgres }
risk R-001 "Ransomware encrypts the database" {
  assets: CustomerDb
  owner: Ceo
  likelihood: likely
  impact: severe
  treatment: modify
  controls: A.8.7, A.8.13
  residual { likelihood: unlikely impact: serious }
}
control A.8.13 {
  applicable: yes
  because: R-001, Gdpr28
  justification: "Restores service"
  status: implemented
  owner: Ciso
}
evidence RestoreTest "Restore test report" { collected: 2026-02-11 }
`;

export interface AtCursor {
  readonly workspace: Workspace;
  readonly position: TextPosition;
  readonly text: string;
  readonly offset: number;
}

/** A workspace whose file holds a text, and the position of `<|>` in it. */
export function atCursor(marked: string, others: Readonly<Record<string, string>> = { 'acme.isms': acme }): AtCursor {
  const offset = marked.indexOf('<|>');
  if (offset < 0) throw new Error(`no cursor in ${marked}`);
  const text = marked.replace('<|>', '');
  const workspace = new Workspace({ rules, today: '2026-03-01' });
  const files = Object.entries(others).map(([name, content]) => [`file:///acme/${name}`, content] as const);
  workspace.setFiles([...files, [uri, text]]);
  workspace.update();
  return { workspace, position: positionAt(text, offset), text, offset };
}

export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
