/** Whole declarations as snippets: what an auditor expects to find in each. `%TODAY%`, `%YEAR%` and `%OWNER%` are filled in. */
import type { IsoDate } from '../model/dates.ts';
import { inSnippet } from './completion-item.ts';

const declarations: Readonly<Record<string, string>> = {
  Isms: `isms \${1:Acme} "\${2:Acme ISMS}" {
	organization: "\${3:Acme B.V.}"
	standard: ISO27001-2022
	version: "\${4:0.1}"
	owner: \${5:Ciso}
	review: every 12 months
}$0`,
  Scope: `scope "\${1:Title of the scope}" {
	statement: """
		\${2:Activities, locations and technology that the certificate is to cover.}
	"""
	locations: \${3:Location}
	interfaces: "\${4:Where others work with what is in scope}"
	dependencies: "\${5:What it depends on that others perform}"
}$0`,
  Issue: `issue \${1:Name} "\${2:What bears on the ISMS}" { kind: \${3|external,internal|} }$0`,
  Party: `party \${1:Name} "\${2:Who they are}" {
	requirement \${3:Name} "\${4:What they require}" { kind: \${5|contractual,legal,business|}  source: "\${6:Where it is written}" }
}$0`,
  Role: `role \${1:Ciso} "\${2:Chief information security officer}"$0`,
  Person: `person \${1:Name} "\${2:Full name}" { roles: \${3:Role} }$0`,
  Competence: `competence \${1:Name} "\${2:Training, education or experience}" {
	person: \${3:Person}
	acquired: \${4:%TODAY%}
	valid: \${5:36} months
	evidence: \${6:Evidence}
}$0`,
  Location: `location \${1:Name} "\${2:Office, data centre or region}"$0`,
  Supplier: `supplier \${1:Name} "\${2:Supplier}" {
	owner: \${3:%OWNER%}
	service: "\${4:What it does for us}"
	agreement: "\${5:Contract}"
	review: every \${6:12} months
	reviewed: \${7:%TODAY%}
	evidence: \${8:Certificate}
}$0`,
  Method: `method "\${1:5×5, after ISO/IEC 27005}" {
	likelihood { 1: rare  2: unlikely  3: possible  4: likely  5: certain }
	impact { 1: minor  2: moderate  3: serious  4: major  5: severe }
	levels { low: 1..4  medium: 5..9  high: 10..16  critical: 17..25 }
	appetite: \${2|medium,low,high|}
	review: every \${3:12} months
	approved: \${4:%TODAY%} by \${5:%OWNER%}
}$0`,
  Asset: `asset \${1:Name} "\${2:What it is}" {
	type: \${3|information,software,hardware,service,people,facility,process|}
	owner: \${4:%OWNER%}
	classification: \${5:confidential}
	confidentiality: \${6|high,medium,low|}
	integrity: \${7|high,medium,low|}
	availability: \${8|high,medium,low|}
}$0`,
  Threat: `threat \${1:Name} "\${2:What may cause an incident}" { source: \${3|deliberate,accidental,environmental|} }$0`,
  Vulnerability: `vulnerability \${1:Name} "\${2:Weakness}" { assets: \${3:Asset} }$0`,
  Risk: `risk \${1:R-001} "\${2:What may happen}" {
	assets: \${3:Asset}
	threat: \${4:Threat}
	vulnerabilities: \${5:Vulnerability}
	affects: \${6:availability}
	owner: \${7:%OWNER%}
	likelihood: \${8:possible}
	impact: \${9:serious}
	assessed: \${10:%TODAY%}
	treatment: \${11|modify,retain,avoid,share|}
	controls: \${12:A.8.13}
	residual { likelihood: \${13:unlikely}  impact: \${14:moderate} }
	accepted: \${15:%TODAY%} by \${7:%OWNER%}
}$0`,
  Control: `control \${1:A.8.13} {
	applicable: \${2|yes,no,inherited from|}
	justification: "\${3:Why it is included or excluded}"
	status: \${4|planned,partial,implemented|}
	implementation: "\${5:How it is implemented}"
	owner: \${6:%OWNER%}
	evidence: \${7:Evidence}
}$0`,
  Evidence: `evidence \${1:Name} "\${2:Report, record or ticket}" {
	file: "\${3:evidence/file.pdf}"
	owner: \${4:%OWNER%}
	collected: \${5:%TODAY%}
	valid: \${6:12} months
}$0`,
  PolicyDocument: `document \${1:Name} "\${2:Title}" {
	kind: \${3|policy,procedure,standard,plan,process,record,register,report|}
	covers: \${4:A.5.1}
	file: "\${5:policies/file.md}"
	owner: \${6:%OWNER%}
	version: "\${7:1}"
	approved: \${8:%TODAY%} by \${9:%OWNER%}
	review: every \${10:12} months
}$0`,
  Exception: `exception \${1:Name} "\${2:What is departed from}" {
	controls: \${3:A.8.9}
	assets: \${4:Asset}
	risk: \${5:Risk}
	owner: \${6:%OWNER%}
	justification: "\${7:Why it is needed}"
	approved: \${8:%TODAY%} by \${9:%OWNER%} until \${10:%YEAR%-12-31}
}$0`,
  Objective: `objective \${1:Name} "\${2:What is to be reached}" {
	owner: \${3:%OWNER%}
	target: "\${4:95 %}"
	due: \${5:%YEAR%-12-31}
	evaluation: "\${6:How the result is evaluated}"
	resources: "\${7:What it takes}"
}$0`,
  Metric: `metric \${1:Name} "\${2:What is measured}" {
	objective: \${3:Objective}
	target: "\${4:Value aimed at}"
	method: "\${5:How it is measured}"
	measured: every \${6:3} months
	owner: \${7:%OWNER%}
}$0`,
  Programme: `programme \${1:Name} "\${2:Internal audit programme}" {
	cycle: \${3:36} months
	start: \${4:%YEAR%-01-01}
	owner: \${5:%OWNER%}
	approved: \${6:%TODAY%} by \${7:%OWNER%}
}$0`,
  Audit: `audit \${1:IA-%YEAR%-1} "\${2:Internal audit}" {
	planned: \${3:%TODAY%}
	auditors: \${4:Auditor}
	covers: \${5:9.2, A.8.13}
}$0`,
  Finding: `finding \${1:NC-1} "\${2:What is not met}" {
	audit: \${3:Audit}
	requirement: \${4:A.8.13}
	severity: \${5|minor,major,observation,opportunity|}
	owner: \${6:%OWNER%}
	correction: "\${7:What was done at once}"
	root-cause: "\${8:Why it happened}"
	action "\${9:What keeps it from happening again}" { owner: \${6:%OWNER%}  due: \${10:%YEAR%-12-31}  status: open }
	raised: \${11:%TODAY%}
	due: \${12:%YEAR%-12-31}
}$0`,
  Review: `review \${1:MR-%YEAR%} "\${2:Management review}" {
	held: \${3:%TODAY%}
	next: 12 months
	attendees: \${4:%OWNER%}
	inputs: previous-actions, changes, interested-parties, nonconformities, monitoring, audit-results, objectives, feedback, risk-status, opportunities
	decision "\${5:What was decided}" { owner: \${6:%OWNER%}  due: \${7:%YEAR%-12-31} }
	evidence: \${8:Minutes}
}$0`,
  Incident: `incident \${1:INC-1} "\${2:What happened}" {
	assets: \${3:Asset}
	owner: \${4:%OWNER%}
	detected: \${5:%TODAY%}
	severity: \${6|minor,major,critical|}
	lessons: "\${7:What was learnt}"
}$0`,
  Change: `change \${1:CH-1} "\${2:What changes}" {
	owner: \${3:%OWNER%}
	planned: \${4:%YEAR%-12-31}
	risks: \${5:Risk}
	approved: \${6:%TODAY%} by \${7:%OWNER%}
}$0`,
  Certification: `certification "\${1:ISO/IEC 27001:2022}" {
	body: "\${2:Certification body}"
	accredited-by: \${3:UKAS}
	stage1: \${4:%YEAR%-09-01}
	stage2: \${5:%YEAR%-10-15}
}$0`,
  Catalog: `catalog \${1:Name} "\${2:Framework}" {
	publisher: "\${3:Publisher}"
	edition: "\${4:1.0}"
	entry \${5:PR.AA-01} "\${6:Title}"
}$0`,
  Mapping: `mapping \${1:Name} "\${2:What is mapped}" {
	from: \${3:Catalogue}
	to: \${4:Catalogue}
	\${5:PR.AA-01} -> \${6:A.5.16}
}$0`,
};

/** A whole declaration made by a rule, as a snippet; undefined for a rule that makes none. */
export function declarationSnippet(ruleName: string, asOf: IsoDate, owner: string): string | undefined {
  const snippet = Object.hasOwn(declarations, ruleName) ? declarations[ruleName] : undefined;
  return snippet
    ?.replaceAll('%TODAY%', asOf)
    .replaceAll('%YEAR%', asOf.slice(0, 4))
    .replaceAll('%OWNER%', inSnippet(owner));
}
