/** What getting a browser needs of the machine it runs on; tests put another machine in its place. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserName, findBrowser } from './find.ts';

export interface Machine {
  /** The path of a browser that is installed and starts. */
  find(name: BrowserName): string | undefined;
  /** Packages can be installed without asking anybody. */
  isDebianRoot: boolean;
  /** Runs a command to its end; the last line it printed when it failed, else undefined. */
  run(command: string, parameters: string[]): string | undefined;
  say(line: string): void;
}

export const thisMachine: Machine = {
  find: (name) => findBrowser(name, starts),
  isDebianRoot: process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version'),
  run: (command, parameters) => {
    const { status, error, stdout, stderr } = spawnSync(command, parameters, {
      encoding: 'utf8',
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status === 0) return undefined;
    return error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
  },
  say: (line) => void process.stdout.write(`${line}\n`),
};

/** A downloaded browser may lack libraries of the system. On Windows the question would open a window. */
function starts(path: string): boolean {
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}
