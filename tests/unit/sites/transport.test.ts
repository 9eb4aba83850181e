/** https always; private http after one acknowledgement per site; public http never. */
import { describe, expect, it } from 'vitest';
import { acknowledge, acknowledgementKind, checkTransport, isAcknowledged, transportOfOrigin } from '@/sites/transport';
import { emptyTransaction } from './fixtures';

const refused = { ok: false, failure: { kind: 'http-refused' } };
const asked = { ok: false, failure: { kind: 'http-not-acknowledged' } };
const allowed = { ok: true, value: null };

describe('checkTransport', () => {
  it.each([
    ['https://portainer.company', 'https', allowed],
    ['https://10.0.0.5:9443', 'https', allowed],
    ['http://localhost:9000', 'private-http', asked],
    ['http://127.0.0.1', 'private-http', asked],
    ['http://10.1.2.3:9000', 'private-http', asked],
    ['http://172.16.0.1', 'private-http', asked],
    ['http://192.168.1.5', 'private-http', asked],
    ['http://[::1]:9000', 'private-http', asked],
    ['http://nas', 'private-http', asked],
    ['http://portainer.local', 'private-http', asked],
    ['http://portainer.lan', 'private-http', asked],
    ['http://portainer.internal', 'private-http', asked],
    ['http://portainer.home.arpa', 'private-http', asked],
    ['http://portainer.company', 'public-http', refused],
    ['http://172.32.0.1', 'public-http', refused],
    ['http://8.8.8.8', 'public-http', refused],
    ['http://local.evil.test', 'public-http', refused],
    ['null', 'public-http', refused],
    ['file://', 'public-http', refused],
  ])('%s is %s', (origin, transport, answer) => {
    expect(transportOfOrigin(origin)).toBe(transport);
    expect(checkTransport(emptyTransaction(), origin)).toEqual(answer);
  });

  it('fills over private http after the acknowledgement of this very origin', () => {
    const transaction = emptyTransaction();
    expect(acknowledge(transaction, 'http://nas:9000')).toEqual(allowed);
    expect(checkTransport(transaction, 'http://nas:9000')).toEqual(allowed);
    expect(checkTransport(transaction, 'http://nas:9001')).toEqual(asked);
    expect(checkTransport(transaction, 'http://nas')).toEqual(asked);
  });

  it('A5: cannot be talked into public http', () => {
    const transaction = emptyTransaction();
    expect(acknowledge(transaction, 'http://portainer.company')).toEqual(refused);
    expect(isAcknowledged(transaction, 'http://portainer.company')).toBe(false);
  });

  it('keeps one acknowledgement per origin, under an id that does not tell the origin', () => {
    const transaction = emptyTransaction();
    acknowledge(transaction, 'http://nas:9000');
    acknowledge(transaction, 'http://nas:9000');
    const [entry, ...more] = transaction.list(acknowledgementKind);
    expect(more).toEqual([]);
    expect(entry?.id).not.toContain('nas');
  });
});
