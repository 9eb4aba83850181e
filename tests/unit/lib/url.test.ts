// @vitest-environment node
/** Which hosts count as loopback or private, and so which pages may be http. */
import { describe, expect, it } from 'vitest';
import { hostKind, parseHttpUrl, transportOf } from '@/lib/url';

describe('hostKind', () => {
  it.each([
    ['http://localhost', 'loopback'],
    ['http://app.localhost', 'loopback'],
    ['http://127.0.0.1', 'loopback'],
    ['http://127.9.9.9', 'loopback'],
    ['http://0x7f.1', 'loopback'],
    ['http://[::1]', 'loopback'],
    ['http://[::ffff:127.0.0.1]', 'loopback'],
    ['http://10.1.2.3', 'private'],
    ['http://172.16.0.1', 'private'],
    ['http://172.31.255.255', 'private'],
    ['http://192.168.1.1', 'private'],
    ['http://169.254.1.1', 'private'],
    ['http://[fd12:3456::1]', 'private'],
    ['http://[fc00::1]', 'private'],
    ['http://[fe80::1]', 'private'],
    ['http://[::ffff:192.168.0.1]', 'private'],
    ['http://portainer', 'private'],
    ['http://nas.local', 'private'],
    ['http://nas.lan', 'private'],
    ['http://crm.corp.internal', 'private'],
    ['http://crm.home.arpa', 'private'],
    ['http://172.15.0.1', 'public'],
    ['http://172.32.0.1', 'public'],
    ['http://11.0.0.1', 'public'],
    ['http://192.169.0.1', 'public'],
    ['http://100.64.0.1', 'public'],
    ['http://0.0.0.0', 'public'],
    ['http://[2001:db8::1]', 'public'],
    ['http://[::ffff:8.8.8.8]', 'public'],
    ['http://[fec0::1]', 'public'],
    ['http://portainer.company', 'public'],
    ['http://10.0.0.1.evil.test', 'public'],
    ['http://nas.local.evil.test', 'public'],
    ['http://notlocal', 'private'],
    ['http://evil-lan.test', 'public'],
    ['http://localhost.evil.test', 'public'],
    ['http://arpa.', 'public'],
    ['http://nas.local.', 'public'],
  ])('%s is %s', (address, kind) => {
    expect(hostKind(new URL(address).hostname)).toBe(kind);
  });
});

describe('transportOf', () => {
  it.each([
    ['https://portainer.company', 'https'],
    ['https://localhost', 'https'],
    ['http://portainer:9000', 'private-http'],
    ['http://portainer.company', 'public-http'],
    ['ftp://portainer', 'public-http'],
    ['file:///etc', 'public-http'],
  ])('%s is %s', (address, transport) => {
    expect(transportOf(new URL(address))).toBe(transport);
  });
});

describe('parseHttpUrl', () => {
  it('takes absolute http and https addresses alone', () => {
    expect(parseHttpUrl(' https://a.test/b ')?.href).toBe('https://a.test/b');
    for (const text of ['a.test', 'https:a.test', 'ftp://a.test', 'https://', 'https://a b', '/b', '']) {
      expect(parseHttpUrl(text)).toBeUndefined();
    }
  });
});
