/** Starts a workbench on loopback with a profile of its own. Only processes started here are ended, by their group. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Workbench } from './install.ts';

/** Settings that make the workbench quiet and repeatable. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.stickyScroll.enabled': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
};

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => process.exit(code));

/** A user's folder: settings, extensions, home. */
export interface Profile {
  path: string;
}

export function makeProfile(path: string, settings: Record<string, unknown> = {}): Profile {
  for (const folder of ['home', 'extensions', 'data/User', 'data/Machine'])
    mkdirSync(join(path, folder), { recursive: true });
  writeFileSync(join(path, 'config.yaml'), 'auth: none\ncert: false\n');
  writeFileSync(join(path, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  return { path };
}

/** Installs a package as a user would. */
export function installVsix(workbench: Workbench, profile: Profile, vsix: string): void {
  const result = spawnSync(workbench.node, [...profileArgs(workbench, profile), '--install-extension', resolve(vsix)], {
    encoding: 'utf8',
    env: environment(profile),
    timeout: 60_000,
  });
  if (result.status !== 0 || !/successfully installed/.test(result.stdout))
    throw new Error(`The installation of ${vsix} failed:\n${result.stdout}${result.stderr}`);
}

/** The folder that an installed extension was unpacked to. */
export function installedExtension(profile: Profile, id: string): string {
  const folder = readdirSync(join(profile.path, 'extensions')).find(name => name.startsWith(`${id}-`));
  if (!folder) throw new Error(`${id} is not among the installed extensions`);
  return join(profile.path, 'extensions', folder);
}

export interface WorkbenchServer {
  /** `127.0.0.1:PORT` */
  authority: string;
  log(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  env?: Record<string, string>;
  /** Allows a development path and a test suite in the page's address. */
  development?: boolean;
  /** Asks for trust in a folder, as a desktop does. */
  workspaceTrust?: boolean;
  /** Takes from root, if it is root who runs the tests, the right to read whatever its permissions forbid. */
  obeysPermissions?: boolean;
}

/** A command line that runs the given one without root's right to pass over permissions. */
const withoutOverride = (command: readonly string[]): readonly string[] =>
  process.getuid?.() === 0
    ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--inh-caps=-all', ...command]
    : command;

/** Starts the server on a free port; resolves when it answers. */
export async function startServer(
  workbench: Workbench,
  profile: Profile,
  { env = {}, development = false, workspaceTrust = false, obeysPermissions = false }: ServerOptions = {},
): Promise<WorkbenchServer> {
  // Newer versions take a development path only with this option (modal dialogs then answer themselves); older ones
  // always do, and do not know it.
  const knowsOption = readFileSync(join(dirname(workbench.entry), 'cli.js'), 'utf8').includes('"vscode-option"');
  const options = [
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
    '--disable-proxy',
  ];
  if (!workspaceTrust) options.push('--disable-workspace-trust');
  if (development && knowsOption) options.push('--vscode-option', 'enable-smoke-test-driver');
  const serving = [...profileArgs(workbench, profile), '--bind-addr', '127.0.0.1:0', '--auth', 'none', ...options];
  const [program = workbench.node, ...args] = obeysPermissions
    ? withoutOverride([workbench.node, ...serving])
    : [workbench.node, ...serving];
  const child = spawn(program, args, {
    env: environment(profile, env),
    cwd: profile.path,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let log = '';
  try {
    const port = await new Promise<string>((done, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`The workbench's server is not up after two minutes:\n${log}`)),
        120_000,
      );
      const read = (chunk: Buffer): void => {
        log += chunk.toString();
        const found = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(log)?.[1];
        if (!found) return;
        clearTimeout(timer);
        done(found);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', code => {
        clearTimeout(timer);
        fail(new Error(`The workbench's server ended with ${code}:\n${log}`));
      });
    });
    return { authority: `127.0.0.1:${port}`, log: () => log, stop: () => endGroup(child) };
  } catch (error) {
    await endGroup(child);
    throw error;
  }
}

/**
 * Lays a copy of an unpacked extension among the workbench's own files: its page may load nothing from elsewhere, so
 * this is how the worker extension host gets at a `browser` entry. Returns the path on the server, and how to remove it.
 */
export function serveWebExtension(workbench: Workbench, folder: string): { path: string; remove(): void } {
  const at = `lib/vscode/e2e-web/extension-${process.pid}`;
  const copy = join(dirname(workbench.entry), '../..', at);
  cpSync(folder, copy, { recursive: true });
  return { path: `/_static/${at}`, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

export interface Address {
  folder: string;
  file?: string;
  developmentPath?: string;
  testsPath?: string;
}

/** The address of a page that opens `folder`, optionally with a file or a test suite. */
export function workbenchUrl(server: WorkbenchServer, { folder, file, developmentPath, testsPath }: Address): string {
  const remote = (path: string): string => `vscode-remote://${server.authority}${encodeURI(resolve(path))}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (file) payload.push(['openFile', remote(file)]);
  if (developmentPath) payload.push(['extensionDevelopmentPath', remote(developmentPath)]);
  if (testsPath) payload.push(['extensionTestsPath', remote(testsPath)]);
  const query = new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify(payload) });
  return `http://${server.authority}/?${query}`;
}

const profileArgs = (workbench: Workbench, { path }: Profile): string[] => [
  workbench.entry,
  ...['--config', join(path, 'config.yaml')],
  ...['--user-data-dir', join(path, 'data')],
  ...['--extensions-dir', join(path, 'extensions')],
];

/** No gallery: nothing is asked of the network. */
const environment = ({ path }: Profile, env: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: join(path, 'home'),
  XDG_CONFIG_HOME: '',
  XDG_DATA_HOME: '',
  EXTENSIONS_GALLERY: '{}',
  ...env,
});

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): boolean {
  try {
    return child.pid !== undefined && process.kill(-child.pid, signal);
  } catch {
    return false; // gone
  }
}

/** Ends a child together with those it started. */
async function endGroup(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>(done => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!signalGroup(child, signal)) break;
    await Promise.race([gone, new Promise(done => setTimeout(done, 3_000).unref())]);
  }
  running.delete(child);
}
