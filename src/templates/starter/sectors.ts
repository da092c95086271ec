/**
 * What organisations of a sector usually begin with beside what all do. Suggestions: what does not exist there is deleted, and nothing of it is
 * a decision, a level or a date.
 */
import type { Answers, Sector } from '../questions.ts';
import { type Demand, demand } from './demand.ts';

export interface SectorStart {
  /** What the information is called that everything turns on. */
  readonly dataTitle: string;
  readonly assets: readonly SectorAsset[];
  readonly issues: readonly SectorIssue[];
  readonly demands: readonly Demand[];
  readonly risks: readonly SectorRisk[];
}

export interface SectorAsset {
  readonly name: string;
  readonly title: string;
  readonly type: string;
}

export interface SectorIssue {
  readonly name: string;
  readonly title: string;
  readonly kind: 'internal' | 'external';
}

export interface SectorRisk {
  /** The name of a common threat. */
  readonly threat: string;
  readonly title: string;
  readonly assets: readonly string[];
}

/** What goes with the sector that was answered. */
export const sectorOf = ({ sector }: Answers): SectorStart | undefined =>
  sector && Object.hasOwn(sectors, sector) ? sectors[sector] : undefined;

const asset = (name: string, title: string, type: string): SectorAsset => ({ name, title, type });
const issue = (name: string, title: string, kind: SectorIssue['kind']): SectorIssue => ({ name, title, kind });
const risk = (threat: string, title: string, ...assets: readonly string[]): SectorRisk => ({ threat, title, assets });

const sectors: Readonly<Record<Sector, SectorStart>> = {
  saas: {
    dataTitle: 'Data that customers keep in our service',
    assets: [
      asset('Service', 'The service that customers use', 'service'),
      asset('Pipeline', 'Source code, build and deployment', 'software'),
      asset('Keys', 'Keys and secrets of the service', 'information'),
    ],
    issues: [
      issue('CustomerQuestionnaires', 'Customers ask how secure the service is before they buy', 'external'),
      issue('FastChange', 'The service changes often', 'internal'),
    ],
    demands: [
      demand(
        'ServiceCustomers',
        'Customers of the service',
        'ServiceContract',
        'Availability and security of the service by contract',
      ),
    ],
    risks: [
      risk('TenantIsolationBreach', 'A customer sees the data of another', 'Service', 'CustomerData'),
      risk('WebApplicationAttack', 'A hole in the application gives away data', 'Service', 'CustomerData'),
      risk('DenialOfService', 'The service is flooded with requests', 'Service'),
      risk('FailedChange', 'A deployment takes the service down', 'Service', 'Pipeline'),
      risk(
        'CredentialStuffing',
        'Passwords stolen elsewhere are tried at our customers’ accounts',
        'Service',
        'Accounts',
      ),
      risk('AccidentalDisclosure', 'A secret gets into the source code', 'Keys', 'Pipeline'),
    ],
  },
  consultancy: {
    dataTitle: 'Information that clients entrust to us',
    assets: [
      asset('Deliverables', 'Reports and other results of our work', 'information'),
      asset('ClientAccess', 'Our access to systems of clients', 'information'),
    ],
    issues: [
      issue('ClientSites', 'People work in rooms and on systems of clients', 'external'),
      issue('Subcontractors', 'Freelancers work with us for a time', 'internal'),
    ],
    demands: [demand('Clients', 'Clients', 'Confidentiality', 'What we learn of them stays confidential')],
    risks: [
      risk(
        'ConfidentialDataInPublicAi',
        'Information of a client is entered into a public AI service',
        'CustomerData',
        'Deliverables',
      ),
      risk('AccidentalDisclosure', 'A report reaches another client', 'Deliverables', 'CustomerData'),
      risk('AccountTakeover', 'A stranger uses our access to a client’s systems', 'ClientAccess', 'Accounts'),
      risk('PrivilegeMisuse', 'Access to a client remains after the work is done', 'ClientAccess'),
      risk('BusinessEmailCompromise', 'Somebody writes to clients in our name', 'Accounts', 'CustomerData'),
    ],
  },
  manufacturer: {
    dataTitle: 'Data of customers and orders',
    assets: [
      asset('ControlSystems', 'Control systems of the machines (OT)', 'hardware'),
      asset('ProductionNetwork', 'Network of the production', 'service'),
      asset('Designs', 'Designs, recipes and programs of machines', 'information'),
      asset('RemoteMaintenance', 'Remote access of those who maintain machines', 'service'),
    ],
    issues: [
      issue('OldMachines', 'Machines run for decades, often on systems that get no patches', 'internal'),
      issue('MachineVendors', 'Vendors maintain machines from afar', 'external'),
      issue('Stoppage', 'A stop of the production costs money at once', 'internal'),
    ],
    demands: [
      demand(
        'SupplyChain',
        'Customers in the supply chain',
        'SupplyChainSecurity',
        'Security conditions of those we deliver to',
      ),
      demand(
        'SafetyAuthority',
        'Authority for safety at work',
        'MachineSafety',
        'Machines are safe for those who work at them',
        'legal',
      ),
    ],
    risks: [
      risk(
        'Ransomware',
        'Malicious software spreads from the office to the machines',
        'ControlSystems',
        'ProductionNetwork',
      ),
      risk('IndustrialSabotage', 'Somebody manipulates the control of a machine', 'ControlSystems'),
      risk('MaliciousDevice', 'A stick or notebook for maintenance brings malicious software', 'ControlSystems'),
      risk(
        'VulnerabilityExploitation',
        'A control system that cannot be patched is attacked',
        'ControlSystems',
        'ProductionNetwork',
      ),
      risk(
        'SupplierBreach',
        'Somebody comes in by the remote access of a vendor',
        'RemoteMaintenance',
        'ControlSystems',
      ),
      risk('Espionage', 'Designs are stolen', 'Designs'),
      risk('NetworkOutage', 'The network of the production fails', 'ProductionNetwork'),
    ],
  },
  hospital: {
    dataTitle: 'Records of patients',
    assets: [
      asset('ClinicalSystem', 'Hospital information system', 'service'),
      asset('MedicalDevices', 'Medical devices in the network', 'hardware'),
      asset('Imaging', 'Archive of images and laboratory results', 'information'),
      asset('Wards', 'Wards and treatment rooms', 'facility'),
    ],
    issues: [
      issue('AroundTheClock', 'Treatment goes on around the clock', 'internal'),
      issue('OpenHouse', 'Visitors and patients move freely in the building', 'internal'),
      issue('DeviceVendors', 'Only their vendors may change medical devices', 'external'),
    ],
    demands: [
      demand('Patients', 'Patients', 'MedicalSecrecy', 'Medical secrecy', 'legal'),
      demand('HealthAuthority', 'Health authority', 'SafeCare', 'Care goes on when systems fail', 'legal'),
    ],
    risks: [
      risk('Ransomware', 'Records cannot be read during treatment', 'ClinicalSystem', 'CustomerData'),
      risk(
        'CuriousAccess',
        'Staff look at records of patients whom they do not treat',
        'CustomerData',
        'ClinicalSystem',
      ),
      risk('ConnectedDeviceFailure', 'A medical device in the network fails or is manipulated', 'MedicalDevices'),
      risk('DataEntryError', 'A result is stored under the wrong patient', 'Imaging', 'CustomerData'),
      risk('UnauthorisedEntry', 'A visitor reaches a screen or papers on a ward', 'Wards', 'CustomerData'),
      risk('PowerFailure', 'Power fails while patients depend on devices', 'MedicalDevices', 'Wards'),
      risk('TelecomOutage', 'Telephones and alarms fail', 'Wards'),
    ],
  },
  'public-body': {
    dataTitle: 'Data of citizens and companies',
    assets: [
      asset('Files', 'Files and decisions', 'information'),
      asset('Procedures', 'Systems of the procedures that we carry out', 'service'),
      asset('Portal', 'Website and portal for citizens', 'service'),
      asset('Registers', 'Registers that we keep by law', 'information'),
    ],
    issues: [
      issue('LegalDuties', 'Tasks are given by law and cannot be given up', 'external'),
      issue('Procurement', 'What is bought has to be tendered', 'internal'),
      issue('PublicInterest', 'Attacks on public bodies are news', 'external'),
    ],
    demands: [
      demand(
        'Citizens',
        'Citizens and companies',
        'OfficialSecrecy',
        'What they tell us stays with those who need it',
        'legal',
      ),
      demand(
        'Supervision',
        'Supervising authority',
        'PublicSecurityRules',
        'Security rules for public bodies',
        'legal',
      ),
    ],
    risks: [
      risk('WebsiteDefacement', 'Somebody puts other words on our website', 'Portal'),
      risk('DenialOfService', 'The portal cannot be reached before a deadline', 'Portal'),
      risk('DataTampering', 'An entry of a register is changed without a right to', 'Registers'),
      risk('IdentityTheft', 'Somebody applies in the name of another', 'Procedures', 'Registers'),
      risk('AccidentalDisclosure', 'A file is published with names that had to be blackened', 'Files', 'CustomerData'),
      risk('CoercionOfStaff', 'Staff are bribed or threatened', 'Files', 'Registers'),
    ],
  },
};
