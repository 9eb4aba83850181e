/** Brings the engine into a page as a browser brings a content script: in a world of its own beside the page's. */
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Recipe } from '../../recipes/schema.ts';
import type { Finding, run, Trial } from './probe.ts';

export interface EngineWorld {
  find(recipes: readonly Recipe[]): Promise<Finding | null>;
  run(trial: Trial): ReturnType<typeof run>;
}

let made: Promise<string> | undefined;

/** Promises the engine in the page's main frame as it is now; a navigation takes it away again. */
export async function engineIn(page: Page): Promise<EngineWorld> {
  made ??= makeProbe();
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await session.send('Runtime.evaluate', { expression: await made, contextId: executionContextId });
  return {
    find: (recipes) => call(session, executionContextId, 'find', recipes),
    run: (trial) => call(session, executionContextId, 'run', trial),
  };
}

async function call<T>(session: CDPSession, executionContextId: number, name: string, argument: unknown): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: `function (argument) { return probe.${name}(argument); }`,
    arguments: [{ value: argument }],
    executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

async function makeProbe(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const built = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('probe.ts', import.meta.url)), formats: ['iife'], name: 'probe' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The probe was not built.');
  return output.output[0].code;
}
