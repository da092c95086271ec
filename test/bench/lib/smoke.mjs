/**
 * Whether each measurement gave a number. How large it is depends on the machine, and is never asked here.
 */

/** What a run of the benchmark leaves: the parts, with the beginning of the names of their results. */
const resultsOf = {
  servers: ['servers-'],
  large: ['large'],
  use: ['long-use', 'collections'],
  floors: ['floors-'],
  profile: ['profile-isms', 'profile-langium-default'],
  processes: ['processes'],
  artefacts: ['artefacts'],
  pictures: ['pictures'],
};

/** What is measured of every language server. */
const everyServer = ['cold.first', 'type', 'break', 'repair', 'burst.lag', 'burst.publications'];
const ourServer = [
  ...everyServer,
  ...['cold.workspace', 'name.cross', 'popular', 'completion', 'completionTyping', 'hover', 'definition'],
  ...['references', 'rename', 'documentSymbol', 'semanticTokens', 'workspaceSymbol'],
];

/**
 * What is missing in the results of a run, in words; nothing if every measurement gave a number.
 * @param {ReadonlyMap<string, unknown>} results by name
 * @param {ReadonlySet<string>} parts of the benchmark that were run
 * @returns {string[]}
 */
export function missingNumbers(results, parts) {
  const names = [...results.keys()];
  const absent = Object.entries(resultsOf)
    .filter(([part]) => parts.has(part))
    .flatMap(([part, prefixes]) =>
      prefixes.filter(prefix => !names.some(name => name.startsWith(prefix))).map(p => `${part}: no result ${p}`),
    );
  return [
    ...absent,
    ...[...results].flatMap(([name, result]) => [...faults(name, result), ...serverFaults(name, result)]),
  ];
}

/**
 * Samples of which none is a number, and figures that are none: JSON writes them as null.
 * @param {string} path
 * @param {unknown} value
 * @returns {string[]}
 */
function faults(path, value) {
  if (value === null) return [`${path} is no number`];
  if (typeof value !== 'object') return [];
  if ('n' in value && !(Number(value.n) > 0 && 'median' in value)) return [`${path} was lost each time`];
  return Object.entries(value).flatMap(([key, inner]) => faults(`${path}.${key}`, inner));
}

/**
 * @typedef {object} Server
 * @property {boolean} [hasDied]
 * @property {Record<string, number | string>} answers
 * @property {Record<string, unknown>} metrics
 */

/**
 * Servers that died, answered with an error, or were not measured.
 * @param {string} path
 * @param {unknown} result
 * @returns {string[]}
 */
function serverFaults(path, result) {
  if (typeof result !== 'object' || result === null || !('servers' in result)) return [];
  const servers = /** @type {Record<string, Server>} */ (result.servers);
  return Object.entries(servers).flatMap(([name, { hasDied, answers, metrics }]) => {
    const wanted = name.startsWith('isms') ? ourServer : everyServer;
    return [
      ...(hasDied ? [`${path}: ${name} died`] : []),
      ...Object.entries(answers).flatMap(([key, answer]) =>
        typeof answer === 'string' ? [`${path}: ${name} answered ${key} with ${answer}`] : [],
      ),
      ...wanted.filter(key => !(key in metrics)).map(key => `${path}: ${key} of ${name} was not measured`),
    ];
  });
}
