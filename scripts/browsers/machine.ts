/** What getting a browser needs of the machine it runs on; tests put another machine in its place. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserName, findBrowser } from './find.ts';

export interface Machine {
  /** The path of a browser that is installed and starts. */
  find(name: BrowserName): string | undefined;
  /** Packages can be installed without asking anybody. */
  isDebianRoot: boolean;
  /** Runs a command to its end; why it failed in a line of its own, else undefined. */
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
    return error?.message ?? reasonIn(`${stdout}\n${stderr}`);
  },
  say: (line) => void process.stdout.write(`${line}\n`),
};

/** The first error a tool names, before its traces and tries; else its last line. */
export function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /^(E:|Error\b)/.test(line)) ?? lines.at(-1) ?? 'it gave no reason';
}

/** A downloaded browser may lack libraries of the system. On Windows the question would open a window. */
function starts(path: string): boolean {
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}
