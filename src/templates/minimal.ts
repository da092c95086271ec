import { draftConfig } from './config.ts';
import type { Template } from './template.ts';

/** The smallest ISMS that shows the whole chain: five people, one asset, one risk, one decision of each sort. */
export const minimal: Template = {
  id: 'minimal',
  label: 'Minimal',
  description: 'An example to learn from: five people, an asset, a risk and three controls.',
  asks: false,
  files: () => [
    { path: 'isms.isms', text: isms },
    { path: 'people.isms', text: people },
    { path: 'risks.isms', text: risks },
    { path: 'soa.isms', text: soa },
    draftConfig,
  ],
};

const isms = `// Everything in this folder and below it is one ISMS. Replace what stands in quotes by your own words.

isms OurIsms "Our ISMS" {
  organization: "Our Company Ltd."
  standard: ISO27001-2022
  version: "0.1"
  owner: SecurityLead
  review: every 12 months
}

scope "Our product and the people who make it" {
  statement: """
    Development and operation of our product by all staff of Our Company Ltd.
  """
}

issue Growth "We grow, and customers ask for a certificate" {
  kind: external
}

party Customers "Customers" {
  requirement Confidentiality "Their data is kept confidential" { kind: contractual }
}

party Regulator "Data protection authority" {
  requirement PersonalData "Personal data is protected" { kind: legal }
}
`;

const people = `// Roles come first; people hold them. Approvals are made by a role of top management.

role Director "Managing director" { top-management }
role SecurityLead "Security lead"
role Developer "Developer"

person Person1 "First Person" { roles: Director }
person Person2 "Second Person" { roles: SecurityLead, Developer }
person Person3 "Third Person" { roles: Developer }
person Person4 "Fourth Person" { roles: Developer }
person Person5 "Fifth Person" { roles: Developer }
`;

const risks = `// How risks are measured, what is at stake, and what may happen to it.

method "3×3" {
  likelihood { 1: unlikely  2: possible  3: likely }
  impact { 1: minor  2: serious  3: severe }
  levels { low: 1..2  medium: 3..4  high: 6..9 }
  appetite: medium
  review: every 12 months
}

asset CustomerData "Customer data" {
  type: information
  owner: Director
  confidentiality: high
  integrity: high
  availability: medium
}

risk R-1 "A lost or stolen laptop gives away customer data" {
  assets: CustomerData
  affects: confidentiality
  owner: Director
  likelihood: possible
  impact: severe
  treatment: modify
  controls: A.8.1, A.8.24
  residual { likelihood: unlikely  impact: serious }
}
`;

const soa = `// The Statement of Applicability: one entry for each of the 93 controls of Annex A.
// The editor offers to add the ones that are missing.

control A.8.1 "User endpoint devices" {
  applicable: yes
  justification: "Our work is done on laptops that leave the office"
  status: planned
  owner: SecurityLead
}

control A.8.24 "Use of cryptography" {
  applicable: yes
  because: Confidentiality
  justification: "Disks of laptops are encrypted, so that a lost one gives nothing away"
  status: planned
  owner: SecurityLead
}

control A.8.30 "Outsourced development" {
  applicable: no
  because: no-such-activity
  justification: "All development is done by our own staff"
}
`;
