/** A screen of its own for a browser with a window: Chromium's question about a site can be answered on no other. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const programs = ['Xvfb', 'openbox', 'xdotool'];

/** The programs this needs that the machine lacks, in words for a person; null when nothing is missing. */
export function missingForDisplay(): string | null {
  const missing = programs.filter((program) => spawnSync('which', [program]).status !== 0);
  return missing.length === 0 ? null : `needs ${missing.join(', ')}, which this machine lacks`;
}

export class VirtualDisplay {
  /** For the environment variable DISPLAY. */
  readonly name: string;
  readonly #processes: ChildProcess[];

  private constructor(name: string, processes: ChildProcess[]) {
    this.name = name;
    this.#processes = processes;
  }

  /** Promises a display with a window manager, without which no window gets the keyboard. */
  static async start(): Promise<VirtualDisplay> {
    const words = ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [, , , numbers] = server.stdio;
    if (!numbers || !('read' in numbers)) throw new Error('Xvfb gives no number of its display.');
    const [number] = await once(createInterface(numbers), 'line');
    const name = `:${number}`;
    const manager = spawn('openbox', [], { env: { ...process.env, DISPLAY: name }, stdio: 'ignore' });
    return new VirtualDisplay(name, [manager, server]);
  }

  /** Presses keys, named as X names them, in whatever has the keyboard. */
  press(...keys: string[]): void {
    const { status, stderr } = spawnSync('xdotool', ['key', '--delay', '100', ...keys], {
      env: { ...process.env, DISPLAY: this.name },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The keys were not pressed: ${stderr}`);
  }

  /** Titles of the windows that are shown. */
  windows(): string[] {
    const words = ['search', '--onlyvisible', '--name', '.', 'getwindowname', '%@'];
    const found = spawnSync('xdotool', words, { env: { ...process.env, DISPLAY: this.name }, encoding: 'utf8' });
    return found.stdout.split('\n').filter((title) => title !== '');
  }

  close(): void {
    for (const child of this.#processes) child.kill();
  }
}
