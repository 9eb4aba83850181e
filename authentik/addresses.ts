/** Understands every address of an authentik that a person may paste: which instance it is of, and which application. */
import { ok, type Result } from '@/lib/result';
import { parseHttpUrl } from '@/lib/url';
import { reservedSlugs } from './endpoints';

export interface UnderstoodAddress {
  /** With its sub-path and without final slash. */
  baseUrl: string;
  /** As the address spells it, decoded; not checked. Absent when the address names no application. */
  slug?: string;
}

/**
 * not-url: no absolute http(s) address. user-info: has `user:password@`. query: has a query or fragment and is not one
 * of authentik's own pages, where both are ignored. unknown-endpoint: under `/application/`, but none of OIDC's.
 */
export type AddressProblem = 'not-url' | 'user-info' | 'query' | 'unknown-endpoint';

/** What follows the base URL in a path: `own` says that the address is authentik's beyond doubt. */
interface PathReading {
  base: string[];
  slug?: string | undefined;
  own: boolean;
}

/**
 * Takes base URL and slug from a base URL, issuer, endpoint, discovery or RFC 8414 metadata address, admin, user,
 * flow or API page (authentik sheet 3.1 and 3.3). Final slashes may be there or not; doubled ones are ignored.
 */
export function understandAddress(text: string): Result<UnderstoodAddress, { kind: AddressProblem }> {
  const url = parseHttpUrl(text);
  if (!url) return { ok: false, failure: { kind: 'not-url' } };
  if (url.username !== '' || url.password !== '') return { ok: false, failure: { kind: 'user-info' } };
  const reading = readPath(url);
  if (!reading) return { ok: false, failure: { kind: 'unknown-endpoint' } };
  if (!reading.own && (url.search !== '' || url.hash !== '')) return { ok: false, failure: { kind: 'query' } };
  const baseUrl = [url.origin, ...reading.base].join('/');
  return ok(reading.slug === undefined ? { baseUrl } : { baseUrl, slug: reading.slug });
}

function readPath(url: URL): PathReading | undefined {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const metadata = lastRun(segments, ['.well-known', 'oauth-authorization-server']);
  // RFC 8414 puts the sub-path behind the well-known part, authentik in front of it: both read the same without it.
  const path = metadata === -1 ? segments : segments.toSpliced(metadata, 2);
  return readApplication(path) ?? (isForeignApplication(path) ? undefined : readPage(path, url.hash, metadata !== -1));
}

/** `…/application/o/`, and what may follow it. */
function readApplication(path: string[]): PathReading | undefined {
  const at = lastRun(path, ['application', 'o']);
  if (at === -1) return undefined;
  const base = path.slice(0, at);
  const [first, ...rest] = path.slice(at + 2);
  if (first === undefined) return { base, own: true };
  if (isReserved(first)) return rest.length === 0 ? { base, own: true } : undefined;
  return isOfApplication(rest) ? { base, slug: decode(first), own: true } : undefined;
}

/** Endpoints that do not exist, and those of the other protocol under `/application/`: neither is a base URL. */
function isForeignApplication(path: string[]): boolean {
  return lastRun(path, ['application', 'o']) !== -1 || lastRun(path, ['application', 'saml']) !== -1;
}

function isReserved(segment: string): boolean {
  return reservedSlugs.some((reserved) => reserved === segment);
}

function isOfApplication(rest: string[]): boolean {
  return ['', 'jwks', 'end-session', '.well-known/openid-configuration'].includes(rest.join('/'));
}

/** A page of the web interface, the API or a discovery address without slug; else the path is the sub-path. */
function readPage(path: string[], hash: string, own: boolean): PathReading {
  const page = path.findLastIndex(
    (segment, index) => segment === 'if' && ['admin', 'user', 'flow'].includes(path[index + 1] ?? ''),
  );
  if (page !== -1) return { base: path.slice(0, page), slug: slugInHash(hash), own: true };
  const other = Math.max(lastRun(path, ['api', 'v3']), lastRun(path, ['.well-known', 'openid-configuration']));
  return other === -1 ? { base: path, own } : { base: path.slice(0, other), own: true };
}

/** authentik appends `;` and JSON to the hash soon after loading (authentik sheet 3.3). */
function slugInHash(hash: string): string | undefined {
  const slug = /^#\/core\/applications\/([^/;?]+)/.exec(hash)?.[1];
  return slug === undefined ? undefined : decode(slug);
}

/** Where `run` stands in `segments` for the last time, or -1. */
function lastRun(segments: string[], run: [string, string]): number {
  return segments.findLastIndex((segment, index) => segment === run[0] && segments[index + 1] === run[1]);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A lone `%`: the slug's own check names the character.
    return segment;
  }
}
