/** The path an app lives under on its host, with a slash at both ends. */
import type { Form } from '@/recipes/schema';

export function basePathOf(document: Document, url: URL, { basePath }: Form): string {
  switch (basePath.from) {
    case 'origin':
      return '/';
    case 'path':
      return folderOf(withoutFile(url.pathname));
    case 'attribute':
      return fromAttribute(document.querySelector(basePath.selector)?.getAttribute(basePath.attribute), url);
  }
}

/** Behind some proxies an app's folder is served without its slash; a last part with a dot is a file. */
function withoutFile(pathname: string): string {
  return /\/[^/.]+$/.test(pathname) ? `${pathname}/` : pathname;
}

/** A path up to its last slash. */
export function folderOf(pathname: string): string {
  return pathname.slice(0, pathname.lastIndexOf('/') + 1);
}

/**
 * The attribute is the page's word: one that leads to another origin, or is no address, is not believed. Versions of an
 * app without it live where they are served from.
 */
function fromAttribute(text: string | null | undefined, url: URL): string {
  if (!text) return folderOf(url.pathname);
  if (!URL.canParse(text, url.origin)) return '/';
  const { origin, pathname } = new URL(text, url.origin);
  if (origin !== url.origin) return '/';
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}
