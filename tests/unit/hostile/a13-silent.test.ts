// @vitest-environment node
/** A13: what is shipped talks to the administrator's authentik alone: two doors lead to the network, both through a transport or a prober. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import config from '../../../wxt.config';

const rooms = ['authentik', 'engine', 'entrypoints', 'lib', 'messaging', 'profiles', 'recipes', 'sites', 'ui', 'vault'];

const sources = globSync(rooms.map((room) => `${room}/**/*.{ts,tsx,html,css}`)).sort();

/** Every way a page or a worker has of reaching the network. */
const ways = [
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
  'importScripts',
  'connectNative',
  'connectExternal',
];

const reaches = new RegExp(
  String.raw`\b(?:${ways.join('|')})\b|@import\s+["'](?!\.)|url\(\s*["']?https?:|(?:src|href)="https?:`,
);

/** The script on authentik's own page, and the background with a token. */
const doors = ['entrypoints/admin.content.ts', 'entrypoints/background/authentik/reach.ts'];

/** Each sends to the origin of the base URL and to no other. */
const keepers = ['createTransport(', 'createProber(', 'followLogin('];

/** Comments may speak of it. */
function code(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<![:"'])\/\/.*$/gm, '');
}

function policyOf(browser: string): Map<string, string> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('the manifest is no function');
  const made = manifest({ browser, mode: 'production', command: 'build', manifestVersion: 3 });
  const { content_security_policy: policy } = made as { content_security_policy: { extension_pages: string } };
  return new Map(policy.extension_pages.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule]));
}

describe('A13: what is shipped', () => {
  it('is found', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect("void fetch('https://evil.test')").toMatch(reaches);
  });

  it(`A13, ${sources.length} cases: names a way to the network in two sources, each of which hands it to a transport`, () => {
    expect(sources.filter((path) => reaches.test(code(path)))).toEqual(doors);
    for (const door of doors) {
      const ways = code(door).match(new RegExp(reaches, 'g'));
      expect(ways).toEqual(['fetch']);
      expect(code(door)).toMatch(/\bsend(?:: Send =|:) \(url, init\) => fetch\(url, init\)/);
      // What is handed the way is one of the three that keep to the base URL's origin, and nothing else is.
      const given = code(door).match(/\b\w+\((?=\{[^}]*\}?[^}]*\bsend\b)/g) ?? [];
      expect(given).toContain('createTransport(');
      expect(given.filter((call) => !keepers.includes(call))).toEqual([]);
    }
  });

  it.each(['chrome', 'firefox'])('A13, 5 cases: may reach nothing but https from its own pages in %s', (browser) => {
    const policy = policyOf(browser);
    expect(policy.get('default-src')).toBe("default-src 'none'");
    expect(policy.get('connect-src')).toBe('connect-src https:');
    expect(policy.get('form-action')).toBe("form-action 'none'");
    expect(policy.get('script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy.get('img-src')).toBe("img-src 'self' data:");
  });
});
