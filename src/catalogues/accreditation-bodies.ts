/**
 * National accreditation bodies that take part in the multilateral recognition of management system certification (IAF, since 2026
 * Global Accreditation Cooperation Incorporated), with the country of each. What could be sourced, see docs/catalogues.md; not
 * complete, and not to be: a body that is not listed is asked about, not refused.
 */
export const accreditationBodies: Readonly<Record<string, string>> = {
  ACCREDIA: 'Italy',
  AkkreditierungAustria: 'Austria',
  ANAB: 'United States',
  BAS: 'Bulgaria',
  BELAC: 'Belgium',
  BoA: 'Vietnam',
  ATS: 'Serbia',
  CAI: 'Czechia',
  CGCRE: 'Brazil',
  CNAS: 'China',
  COFRAC: 'France',
  'CYS-CYSAB': 'Cyprus',
  DAkkS: 'Germany',
  DANAK: 'Denmark',
  EAK: 'Estonia',
  EGAC: 'Egypt',
  EIAC: 'United Arab Emirates',
  EMA: 'Mexico',
  ECA: 'Costa Rica',
  ENAC: 'Spain',
  ESYD: 'Greece',
  FINAS: 'Finland',
  HAA: 'Croatia',
  HKAS: 'Hong Kong',
  IAS: 'United States',
  INAB: 'Ireland',
  INACAL: 'Peru',
  INN: 'Chile',
  IPAC: 'Portugal',
  ISAC: 'Iceland',
  ISRAC: 'Israel',
  'JAS-ANZ': 'Australia and New Zealand',
  JAB: 'Japan',
  'ISMS-AC': 'Japan',
  KAB: 'Korea',
  KAN: 'Indonesia',
  LATAK: 'Latvia',
  LA: 'Lithuania',
  NA: 'Norway',
  NAAU: 'Ukraine',
  'NAB-Malta': 'Malta',
  NABCB: 'India',
  NAH: 'Hungary',
  OAA: 'Argentina',
  OLAS: 'Luxembourg',
  ONAC: 'Colombia',
  OUA: 'Uruguay',
  PAB: 'Philippines',
  PCA: 'Poland',
  PNAC: 'Pakistan',
  RENAR: 'Romania',
  RvA: 'Netherlands',
  SA: 'Slovenia',
  SAAC: 'Saudi Arabia',
  SAC: 'Singapore',
  SANAS: 'South Africa',
  SAS: 'Switzerland',
  SCC: 'Canada',
  SLAB: 'Sri Lanka',
  SNAS: 'Slovakia',
  SWEDAC: 'Sweden',
  TAF: 'Chinese Taipei',
  TÜRKAK: 'Türkiye',
  UKAS: 'United Kingdom',
};

/** Other names of bodies in the list. */
const otherNames: Readonly<Record<string, string>> = { INMETRO: 'CGCRE' };

/** What bodies were called before, with the name of today. */
const formerNames: Readonly<Record<string, string>> = { DAC: 'EIAC' };

/** Case, hyphens and accents do not matter. */
const comparable = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '');

const byComparable = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).map(([name, other]) => [comparable(name), other]));

let byName: ReadonlyMap<string, string> | undefined;

/** The name of an accreditation body as it writes it itself; case, hyphens and accents do not matter. Undefined for one that is not listed. */
export function findAccreditationBody(name: string): string | undefined {
  byName ??= new Map([
    ...Object.keys(accreditationBodies).map(known => [comparable(known), known] as const),
    ...byComparable(otherNames),
  ]);
  return byName.get(comparable(name));
}

/** The name that a body has today, if this is a former one. */
export const renamedAccreditationBody = (name: string): string | undefined =>
  byComparable(formerNames).get(comparable(name));
