/**
 * National accreditation bodies that have signed the IAF multilateral recognition arrangement, with the country of each. Not
 * complete, and not to be: a body that is not listed is asked about, not refused.
 */
export const accreditationBodies: Readonly<Record<string, string>> = {
  A2LA: 'United States',
  ACCREDIA: 'Italy',
  AkkreditierungAustria: 'Austria',
  ANAB: 'United States',
  BELAC: 'Belgium',
  BoA: 'Vietnam',
  ATS: 'Serbia',
  CAI: 'Czechia',
  CGCRE: 'Brazil',
  CNAS: 'China',
  COFRAC: 'France',
  DAC: 'United Arab Emirates',
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
  GAC: 'Gulf states',
  HAA: 'Croatia',
  HKAS: 'Hong Kong',
  IAS: 'United States',
  INAB: 'Ireland',
  INACAL: 'Peru',
  INMETRO: 'Brazil',
  INN: 'Chile',
  IPAC: 'Portugal',
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
  SAC: 'Singapore',
  SANAS: 'South Africa',
  SAS: 'Switzerland',
  SCC: 'Canada',
  SLAB: 'Sri Lanka',
  SNAS: 'Slovakia',
  SWEDAC: 'Sweden',
  TAF: 'Chinese Taipei',
  TURKAK: 'Türkiye',
  UKAS: 'United Kingdom',
};

const comparable = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '');

let byName: ReadonlyMap<string, string> | undefined;

/** The name of an accreditation body as it writes it itself; case and hyphens do not matter. Undefined for one that is not listed. */
export function findAccreditationBody(name: string): string | undefined {
  byName ??= new Map(Object.keys(accreditationBodies).map(known => [comparable(known), known]));
  return byName.get(comparable(name));
}
