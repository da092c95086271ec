/**
 * Writes a large register in the language: assets, and risks to them with everything that a register prints. What documents and the import are measured on.
 * The corpus for servers has the shares of a whole ISMS; here two registers are large, as those are that people print and move in.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './random.mjs';

const asOf = '2026-06-01';
const perFile = 500;
const scale = ['rare', 'unlikely', 'possible', 'likely', 'expected'];
const roles = ['Ciso', 'PlatformLead', 'Cfo', 'PeopleLead', 'Counsel', 'SupportLead'];
const things = ['Customer database', 'Payroll export', 'Build server', 'Contract archive', 'Laptop fleet', 'Key store'];
const events = [
  'A stolen credential opens it to a stranger',
  'A mistaken change makes it unavailable for hours',
  'A supplier loses a copy of it',
  'An outdated component in it is exploited',
  'Nobody can restore it after ransomware',
];
const controls = ['A.5.15', 'A.5.17', 'A.5.19', 'A.5.23', 'A.8.7', 'A.8.8', 'A.8.13', 'A.8.16', 'A.8.24', 'A.8.32'];

const number = (/** @type {number} */ n) => String(n).padStart(5, '0');

/** A whole number between two, both included. */
const between = (/** @type {Chance} */ random, /** @type {number} */ least, /** @type {number} */ most) =>
  least + random.int(most - least + 1);

const head = `isms Register "Register of the benchmark" {
  organization: "Benchmark"
  owner: Ciso
}

${roles.map(id => `role ${id} "${id.replace(/([a-z])([A-Z])/g, '$1 $2')}" {}`).join('\n')}

method FiveByFive "Five by five" {
  likelihood { ${scale.map((word, i) => `${i + 1}: ${word}`).join('  ')} }
  impact { 1: negligible  2: limited  3: serious  4: severe  5: disastrous }
  levels { low: 1..4  medium: 5..9  high: 10..16  critical: 17..25 }
  appetite: medium
}
`;

const impacts = ['negligible', 'limited', 'serious', 'severe', 'disastrous'];

/** @param {Chance} random @param {number} n */
const assetText = (random, n) => `asset Asset${number(n)} "${random.pick(things)} ${n}" {
  type: ${random.pick(['information', 'software', 'hardware', 'service'])}
  owner: ${random.pick(roles)}
  description: "Used by ${between(random, 2, 40)} people of the team, and kept for ${between(random, 1, 10)} years after its last use."
}
`;

/** @param {Chance} random @param {number} n @param {number} assets */
function riskText(random, n, assets) {
  const likelihood = between(random, 1, 4);
  const impact = between(random, 1, 4);
  const owner = random.pick(roles);
  const chosen = [...new Set([random.pick(controls), random.pick(controls)])];
  return `risk R-${number(n)} "${random.pick(events)}, number ${n}" {
  scenario: "${random.pick(events)}, and it takes ${between(random, 2, 90)} days until somebody notices. The teams that depend on it stop working, and customers ask why."
  assets: Asset${number(between(random, 1, assets))}, Asset${number(between(random, 1, assets))}
  affects: confidentiality, availability
  owner: ${owner}
  likelihood: ${scale[likelihood]}
  impact: ${impacts[impact]}
  assessed: 2026-0${between(random, 1, 5)}-1${between(random, 0, 9)}
  treatment: modify
  controls: ${chosen.join(', ')}
  residual { likelihood: ${scale[likelihood - 1]}  impact: ${impacts[0]} }
  accepted: 2026-05-2${random.int(9)} by ${owner} until 2027-05-20
}
`;
}

/**
 * @param {object} options
 * @param {number} options.risks
 * @param {number} options.assets
 * @param {string} options.out the folder
 */
export function writeRegister({ risks, assets, out }) {
  const random = new Chance(27005);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'isms.isms'), head);
  writeFileSync(join(out, 'isms.config.json'), `${JSON.stringify({ asOf }, null, 2)}\n`);
  const files = (
    /** @type {string} */ name,
    /** @type {number} */ count,
    /** @type {(n: number) => string} */ text,
  ) => {
    for (let from = 1; from <= count; from += perFile) {
      const texts = Array.from({ length: Math.min(perFile, count - from + 1) }, (_, i) => text(from + i));
      writeFileSync(join(out, `${name}-${number(from)}.isms`), texts.join('\n'));
    }
  };
  files('assets', assets, n => assetText(random, n));
  files('risks', risks, n => riskText(random, n, assets));
}
