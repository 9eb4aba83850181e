/** What a page of authentik's own is: of which authentik, and what is open on it; authentik sheet 3.3 and 4.1. */

import { understandAddress } from '@/authentik/addresses';
import { ok, type Result } from '@/lib/result';
import { parseHttpUrl } from '@/lib/url';
import type { AdminPage, NotAdmin, OpenRecord } from '../model';

/**
 * The base URL is what stands in front of `/if/` in the address. Since 2024.12 the page names it, too, in a script
 * element, and in the development source of autumn 2026 in a `meta` element; a page that names another origin or sub-path is refused.
 */
export function readAdminPage(document: Document, url: URL): Result<AdminPage, NotAdmin> {
  const page = interfaceOf(url);
  const isInterface = document.querySelector('ak-interface-admin, ak-interface-user, ak-flow-executor') !== null;
  if (page === undefined || !isInterface) return { ok: false, failure: { kind: 'not-authentik' } };
  const understood = understandAddress(url.origin + url.pathname);
  if (!understood.ok) return { ok: false, failure: { kind: 'not-authentik' } };
  const { baseUrl } = understood.value;
  const named = namedBase(document);
  if (named !== undefined && named !== baseUrl) return { ok: false, failure: { kind: 'foreign-base' } };
  if (page === 'flow') return { ok: false, failure: { kind: 'signed-out' } };
  const open = page === 'admin' ? openRecord(url.hash) : undefined;
  return ok({ baseUrl, ...(open && { open }) });
}

/** Which of authentik's interfaces the address is of; none says nothing about the page itself. */
export function interfaceOf({ pathname }: URL): 'admin' | 'user' | 'flow' | undefined {
  const found = /\/if\/(admin|user|flow)(?:\/|$)/.exec(pathname)?.[1];
  return found === 'admin' || found === 'user' || found === 'flow' ? found : undefined;
}

/** The page's own word, in the shape of a base URL; what is there and no address at all is a foreign one. */
function namedBase(document: Document): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="ak-base-url"]');
  if (meta) return toBase(meta.content);
  for (const { text } of document.querySelectorAll<HTMLScriptElement>('script:not([src])')) {
    if (!text.includes('authentik')) continue;
    const named = /\bapi["']?\s*:\s*\{[^{}]*?\bbase["']?\s*:\s*(["'])(.*?)\1/.exec(text)?.[2];
    if (named !== undefined) return toBase(named);
  }
  return undefined;
}

function toBase(named: string): string {
  return parseHttpUrl(named)?.href.replace(/\/+$/, '') ?? '';
}

/** authentik appends `;` and JSON to the hash soon after loading. */
function openRecord(hash: string): OpenRecord | undefined {
  const [route = ''] = hash.split(';');
  const [, list, id = ''] = /^#\/core\/(providers|applications)\/([^/?]+)$/.exec(route) ?? [];
  if (list === 'providers') return /^\d{1,9}$/.test(id) ? { provider: Number(id) } : undefined;
  return list === 'applications' ? { application: decoded(id) } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
