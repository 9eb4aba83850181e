/** A copy of the checkout with a runner of its tests in it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ask, Tried } from './mutant.ts';
import { makeScratch, removeScratch } from './scratch.ts';

export interface Runner {
  /** One question at a time. */
  ask(ask: Ask): Promise<Tried>;
  end(): Promise<void>;
}

/** Where the runner stands in every copy. */
const worker = relative(resolve('.'), fileURLToPath(new URL('./worker.ts', import.meta.url)));

/** Promises a runner in a new copy; `end` removes the copy. */
export async function startRunner(): Promise<Runner> {
  const folder = await makeScratch();
  const child = fork(join(folder, worker), {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    ask: async (ask) => {
      child.send(ask);
      return answerOf(child);
    },
    end: async () => {
      if (child.connected) child.disconnect();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await removeScratch(folder);
    },
  };
}

/** A runner that breaks off has noticed nothing. */
function answerOf(child: ChildProcess): Promise<Tried> {
  return new Promise((resolve) => {
    const onExit = (): void => resolve({ noticed: null, trouble: 'the runner broke off' });
    child.once('exit', onExit);
    child.once('message', (tried) => {
      child.off('exit', onExit);
      resolve(tried as Tried);
    });
  });
}
