/** Sorts the functions of a profile into what they are for, by the module that they come from. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const treeBuilding =
  /construct|assign|linkCst|getAssignment|getRuleStack|createRef|hydrat|startImpl|action|buildComposite/i;

/**
 * The first pattern that matches decides. A function in the place of a name decides by the function's name.
 * @type {[pattern: RegExp, category: string | ((functionName: string) => string)][]}
 */
const categories = [
  // Ours.
  [/src\/language\/text\//, 'splitting, text'],
  [/src\/model\/read\.ts/, 'copying into the model'],
  [/src\/language\/light|src\/language\/reader/, 'light reader'],
  [/src\/language\/tokens\.ts/, 'lexing'],
  [/src\/model\/(symbols|sorted-names|isms|facts|block)/, 'index, facts'],
  [/src\/rules\/(checker|tracking)|src\/model\/(equality|lookup)/, 'incremental engine'],
  [/src\/(rules|analysis|catalogues)\//, 'rules, analyses'],
  [/src\/workspace\//, 'workspace, diagnostics'],
  [/server\/status/, 'status'],
  // Langium and its parser.
  [/chevrotain.*\/scan\/|parser\/lexer\.js|token-builder|indentation-aware/, 'lexing'],
  [/cst-node-builder|cst-utils|value-converter/, 'syntax trees'],
  [/langium-parser\.js/, name => (treeBuilding.test(name) ? 'syntax trees' : 'parsing')],
  [/chevrotain|allstar|parser\//, 'parsing'],
  [/linker|scope-provider|references\/scope\.js/, 'linking and scopes'],
  [/scope-computation|index-manager|ast-descriptions|name-provider|references\.js/, 'index, facts'],
  [/validation\/|peers\/langium/, 'rules, analyses'],
  [
    /document-builder|workspace-manager|workspace\/documents|document-update|workspace-lock|configuration/,
    'workspace, diagnostics',
  ],
  [/vscode-jsonrpc|vscode-languageserver|^server\//, 'protocol'],
];

/** What a function is for; undefined if that is for its caller to say. */
export function categoryOf(functionName, module) {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(program)') return 'native';
  for (const [pattern, category] of categories) {
    if (pattern.test(module)) return typeof category === 'function' ? category(functionName) : category;
  }
  return undefined;
}

/** A function from a place in a bundle to the module there: bundles name their modules in comments. */
export function moduleFinder() {
  const byPath = new Map();
  const modulesOf = path => {
    if (!byPath.has(path)) {
      const lines = readFileSync(path, 'utf8').split('\n');
      byPath.set(
        path,
        lines.flatMap((line, i) => {
          const comment = /^\s*\/\/ ((?:\.\.\/)*[\w@][\w@./-]*\.[cm]?[jt]s)$/.exec(line);
          return comment ? [[i, comment[1]]] : [];
        }),
      );
    }
    return byPath.get(path);
  };
  return (url, line) => {
    if (!url) return '';
    const path = url.startsWith('file:') ? fileURLToPath(url) : url;
    if (!/\.bench/.test(path) || !/\.cjs$/.test(path)) return path;
    let found = path;
    for (const [start, module] of modulesOf(path)) {
      if (start > line) break;
      found = module;
    }
    return found;
  };
}
