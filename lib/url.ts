/** Reads addresses: what is one, which hosts count as private, and how a page's transport is judged. */

const longestAddress = 2048;

/** How far a host is from the public network: this machine, a private network, or anywhere. */
export type HostKind = 'loopback' | 'private' | 'public';

/** https, or http to a private or loopback host (one acknowledgement per site), or http to anywhere (refused). */
export type Transport = 'https' | 'private-http' | 'public-http';

/** The absolute http(s) address in `text`, blanks around it ignored, or undefined. */
export function parseHttpUrl(text: string): URL | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestAddress || !/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return new URL(trimmed);
}

/**
 * Judges a host name as `URL.hostname` serialises it. Private are: private and link-local addresses, single-label
 * names, and .local, .lan, .internal and .home.arpa (issue 2, "http pages"). A name with a final dot is public,
 * since `ai.` is a top-level domain and not a neighbour.
 */
export function hostKind(hostname: string): HostKind {
  if (hostname.startsWith('[')) return ipv6Kind(hostname.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return ipv4Kind(hostname.split('.').map(Number));
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return 'loopback';
  if (hostname === '' || hostname.endsWith('.')) return 'public';
  return !hostname.includes('.') || /\.(local|lan|internal|home\.arpa)$/.test(hostname) ? 'private' : 'public';
}

/** Judges the transport of an http or https address; every other scheme counts as public http. */
export function transportOf(url: URL): Transport {
  if (url.protocol === 'https:') return 'https';
  return url.protocol === 'http:' && hostKind(url.hostname) !== 'public' ? 'private-http' : 'public-http';
}

function ipv4Kind([first = 0, second = 0]: number[]): HostKind {
  if (first === 127) return 'loopback';
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254);
  return isPrivate ? 'private' : 'public';
}

function ipv6Kind(address: string): HostKind {
  if (address === '::1') return 'loopback';
  const mapped = /^::ffff:([0-9a-f]+):[0-9a-f]+$/.exec(address)?.[1];
  if (mapped !== undefined) {
    const high = Number.parseInt(mapped, 16);
    return ipv4Kind([high >> 8, high & 255]);
  }
  // fc00::/7 is unique local (RFC 4193), fe80::/10 is link-local (RFC 4291).
  return /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(address) ? 'private' : 'public';
}
