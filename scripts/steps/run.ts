/** Runs one command of the tool chain, keeps what it prints, and says how it ended. */
import { spawn } from 'node:child_process';

export interface Ran {
  name: string;
  passed: boolean;
  output: string;
  seconds: number;
}

/** Promises the end of the command; never rejects. Commands of `node_modules/.bin` are found because npm sets the path. */
export function run(
  name: string,
  command: string,
  parameters: string[],
  env: Record<string, string> = {},
  folder: string = process.cwd(),
): Promise<Ran> {
  const start = Date.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(command, parameters, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = (passed: boolean, note = ''): void =>
      resolve({ name, passed, output: Buffer.concat(chunks).toString() + note, seconds: (Date.now() - start) / 1000 });
    child.on('error', (error) => end(false, error.message));
    child.on('close', (code) => end(code === 0));
  });
}

/** One line for a step that passed, everything it printed for one that failed. */
export function tell(ran: Ran): void {
  process.stdout.write(`${ran.passed ? 'ok    ' : 'FAILED'} ${ran.name} (${ran.seconds.toFixed(1)} s)\n`);
  if (!ran.passed) process.stdout.write(`${ran.output.trimEnd()}\n`);
}
