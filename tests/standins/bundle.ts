/** Bundles a stand-in's own page script with the framework it is made of, once per process. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const made = new Map<string, Promise<string>>();

/** Promises one classic script: the entry (JSX for React) and everything it imports from `node_modules`. */
export function bundle(entry: URL): Promise<string> {
  const known = made.get(entry.href);
  if (known) return known;
  const script = make(fileURLToPath(entry));
  made.set(entry.href, script);
  return script;
}

async function make(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    // The project's own JSX is Preact's; a stand-in's is React's.
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'standIn' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`Nothing was built from ${entry}.`);
  return output.output[0].code;
}
