/**
 * Installs a VS Code workbench that needs no download of a VS Code: code-server, VS Code's own server and window, from
 * the npm registry, and Chromium and ripgrep of the system. Nothing is compiled. Running it again does nothing.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';

/** VS Code's version → the code-server that is it, and the Node it runs on. */
const versions = {
  '1.100': { codeServer: '4.100.3', nodeMajor: '20', node: '20.20.2' },
  '1.139': { codeServer: '4.139.1', nodeMajor: '24', node: '24.21.0' },
} as const;

export type WorkbenchVersion = keyof typeof versions;
export const isWorkbenchVersion = (text: string): text is WorkbenchVersion => Object.hasOwn(versions, text);

/** Where an installed workbench has what. */
export interface Workbench {
  version: WorkbenchVersion;
  /** Folder of everything. */
  dir: string;
  /** The Node that runs it. */
  node: string;
  /** code-server's entry script. */
  entry: string;
  chromium: string;
}

/** A program of the system is missing that cannot be installed from here. */
export class ProgramsMissing extends Error {
  readonly programs: readonly string[];

  constructor(message: string, programs: readonly string[]) {
    super(message);
    this.programs = programs;
  }
}

/** Makes the workbench ready; throws with what to do when something of the system is missing. */
export function installWorkbench(root: string, version: WorkbenchVersion): Workbench {
  const dir = join(root, '.vscode-test', `workbench-${version}`);
  const { chromium, ripgrep } = systemPrograms();
  const { codeServer, nodeMajor, node } = versions[version];
  const workbench: Workbench = {
    version,
    dir,
    node: join(dir, 'node'),
    entry: join(dir, 'node_modules/code-server/out/node/entry.js'),
    chromium,
  };
  const stamp = `code-server ${codeServer}, layout 1`;
  const stampFile = join(dir, '.installed');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(workbench.node))
    return workbench;

  console.log(`installing ${stamp} into ${dir} …`);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'package.json'), '{ "private": true }\n');
  npm(dir, `code-server@${codeServer}`);
  if (process.versions.node.split('.')[0] === nodeMajor) symlinkSync(process.execPath, workbench.node);
  else {
    const name = `node-linux-${process.arch}`;
    npm(dir, `${name}@${node}`);
    symlinkSync(join(dir, 'node_modules', name, 'bin/node'), workbench.node);
  }
  // What code-server's own postinstall does, without its steps that download or compile.
  const code = join(dir, 'node_modules/code-server/lib/vscode');
  npm(code);
  npm(join(code, 'extensions'));
  link('node_modules', join(code, 'node_modules.asar'));
  replaceNativeModules(root, dir, code, version, ripgrep);
  run(workbench.node, [workbench.entry, '--version', '--config', join(dir, 'version.yaml')], dir);
  writeFileSync(stampFile, stamp);
  return workbench;
}

/** Native modules are not compiled: a few lines of JavaScript do what a test needs of them. */
function replaceNativeModules(
  root: string,
  dir: string,
  code: string,
  version: WorkbenchVersion,
  ripgrep: string,
): void {
  const stub = (name: string, to: string): void => copyFileSync(join(root, 'test/e2e/workbench/stubs', name), to);
  stub('spdlog.js', join(code, 'node_modules/@vscode/spdlog/index.js'));
  if (version === '1.100') {
    stub('native-watchdog.js', join(code, 'node_modules/native-watchdog/index.js'));
    mkdirSync(join(code, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
    link(ripgrep, join(code, 'node_modules/@vscode/ripgrep/bin/rg'));
    const argon2 = join(dir, 'node_modules/argon2');
    rmSync(argon2, { recursive: true, force: true });
    mkdirSync(argon2);
    writeFileSync(join(argon2, 'package.json'), '{ "name": "argon2", "version": "0.0.0", "main": "index.js" }\n');
    stub('argon2.js', join(argon2, 'index.js'));
  } else {
    stub('native-watchdog.js', join(code, 'node_modules/@vscode/native-watchdog/index.js'));
    // Large, and of no use to a test.
    const github = join(code, 'node_modules/@github');
    for (const name of existsSync(github) ? readdirSync(github) : [])
      if (name.includes('-sdk-linux')) rmSync(join(github, name), { recursive: true, force: true });
    rmSync(join(code, 'node_modules/@microsoft/mxc-sdk'), { recursive: true, force: true });
  }
}

/** Chromium and ripgrep, from the path or, as root on Debian and Ubuntu, freshly installed. */
function systemPrograms(): { chromium: string; ripgrep: string } {
  const look = (): { chromium: string | undefined; ripgrep: string | undefined } => ({
    chromium: process.env.CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    ripgrep: onPath('rg'),
  });
  let found = look();
  const missing = [...(found.chromium ? [] : ['chromium']), ...(found.ripgrep ? [] : ['ripgrep'])];
  if (missing.length > 0) {
    if (process.getuid?.() !== 0 || !onPath('apt-get'))
      throw new ProgramsMissing(
        `The tests in the editor need ${missing.join(' and ')}. Install ${missing.length > 1 ? 'them' : 'it'}, e.g. ` +
          `\`sudo apt-get install ${missing.join(' ')}\` (or point CHROMIUM to a Chromium or Chrome), and run the tests again.`,
        missing,
      );
    console.log(`installing ${missing.join(' and ')} …`);
    // Another apt may be at work: wait for it instead of failing.
    run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', 'update']);
    const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', '--no-install-recommends'];
    run('apt-get', ['install', ...options, ...missing]);
    found = look();
  }
  if (!found.chromium || !found.ripgrep)
    throw new Error(`${missing.join(' and ')} still missing after the installation.`);
  return { chromium: found.chromium, ripgrep: found.ripgrep };
}

function onPath(...names: string[]): string | undefined {
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here
      }
    }
  return undefined;
}

/** Installs exact versions, or what a folder's lock file says, without install scripts: some of them download or compile. */
function npm(cwd: string, ...packages: string[]): void {
  const exact = packages.length > 0 ? ['--save-exact', ...packages] : ['--omit=dev'];
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  run('npm', ['install', '--ignore-scripts', ...quiet, ...exact], cwd);
}

function run(command: string, args: string[], cwd?: string): void {
  // Under `npm test` the environment names the project as the place to install to.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_(local_|global_)?prefix|package_|lifecycle_)/.test(name),
    ),
  );
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} failed: ${result.error ?? ''}\n${result.stdout}${result.stderr}`.trim(),
    );
}

function link(target: string, path: string): void {
  rmSync(path, { force: true });
  symlinkSync(target, path);
}
