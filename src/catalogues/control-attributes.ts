/** The tag values that ISO/IEC 27002:2022 (Annex A, table of attributes) knows, as short tags in lower case. */
export const attributeValues = {
  controlType: ['preventive', 'detective', 'corrective'],
  properties: ['confidentiality', 'integrity', 'availability'],
  concepts: ['identify', 'protect', 'detect', 'respond', 'recover'],
  capabilities: [
    'governance',
    'asset-management',
    'information-protection',
    'human-resource-security',
    'physical-security',
    'system-and-network-security',
    'application-security',
    'secure-configuration',
    'identity-and-access-management',
    'threat-and-vulnerability-management',
    'continuity',
    'supplier-relationships-security',
    'legal-and-compliance',
    'information-security-event-management',
    'information-security-assurance',
  ],
  domains: ['governance-and-ecosystem', 'protection', 'defence', 'resilience'],
} as const;

/** The five attributes of a control. */
export type AttributeName = keyof typeof attributeValues;

/** A security property: confidentiality, integrity or availability. */
export type SecurityProperty = (typeof attributeValues.properties)[number];

/** The tags of one control, each list non-empty. */
export type ControlAttributes = { readonly [Name in AttributeName]: readonly (typeof attributeValues)[Name][number][] };
