/** Whether an address is one a recipe speaks for: globs on host, path and hash, compared to the letter. */
import type { PageMatch } from './schema';

/**
 * True when every part the recipe names matches. Hosts are compared with their port, so only the default port is
 * let in, and over https only: an app with hosts of its own is never served otherwise.
 */
export function matchesPage(page: PageMatch, url: URL): boolean {
  return matchesHost(page, url) && matchesAny(page.paths, url.pathname) && matchesAny(page.hashes, url.hash);
}

/** Whether a path or hash fits a glob; callback addresses are checked with it, too. */
export function matchesGlob(glob: string, value: string): boolean {
  return toPattern(glob, '.*').test(value);
}

function matchesAny(globs: string[] | undefined, value: string): boolean {
  return !globs || globs.some((glob) => matchesGlob(glob, value));
}

function matchesHost(page: PageMatch, url: URL): boolean {
  if (!page.hosts) return true;
  if (url.protocol !== 'https:') return false;
  return page.hosts.some((glob) => matchesLabels(glob, url.host, page.reservedLabels ?? []));
}

/** `*` stands for exactly one label, and for none of the reserved ones. */
function matchesLabels(glob: string, host: string, reserved: string[]): boolean {
  const labels = toPattern(glob, '([^.:]+)').exec(host)?.slice(1);
  return labels?.every((label) => !reserved.includes(label)) ?? false;
}

function toPattern(glob: string, star: string): RegExp {
  const literals = glob.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join(star)}$`, 's');
}
