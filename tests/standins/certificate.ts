/** A key and certificate made at start, good for the given hosts and one label below each of them. */
import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  key: string;
  /** PEM; servers that call each other trust this one and no other. */
  cert: string;
  /** Base64 of the SHA-256 of the public key in SPKI DER form, for Chromium's switch that accepts this one key. */
  spki: string;
}

export async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const names = hosts.flatMap((host) => [host, `*.${host}`]);
  const made = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
    ],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key: made.private, cert: made.cert, spki: createHash('sha256').update(publicKey).digest('base64') };
}
