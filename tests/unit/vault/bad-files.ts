/** Export files that are not as Latchkey writes them, each with the failure that names it. */
import { testSecret } from './notes';

interface Sample {
  /** A record that is right, but for what `more` makes of it. */
  record: (id: unknown, more?: object) => { kind: string; data: object };
  /** Names of a field that every record has, and of one that is secret. */
  text: string;
  secret: string;
}

/** `text` makes the bad file, some of them out of a whole one that is encrypted. */
type BadFile = [kind: string, what: string, text: (whole: string) => string];

/** A readable file with anything at all as its records. */
export function plainFile(records: unknown): string {
  return JSON.stringify({ latchkey: 'export', format: 1, mode: 'plain', records });
}

/** Every one of them. */
export function badFiles(sample: Sample): BadFile[] {
  return [...badOutsides, ...badRecords(sample)];
}

const badOutsides: BadFile[] = [
  ['file-too-large', 'a byte too much', () => ' '.repeat(1_048_577)],
  ['file-too-large', 'fewer characters than bytes', () => '€'.repeat(400_000)],
  ['file-not-json', 'nothing', () => ''],
  ['file-not-json', 'text', () => 'client_secret=TEST'],
  ['file-not-json', 'cut off', (whole) => whole.slice(0, -40)],
  ['file-not-json', 'two files in one', (whole) => whole + whole],
  ['file-foreign', 'another JSON', () => '{"encrypted":true,"items":[]}'],
  ['file-foreign', 'a list', () => '[]'],
  ['file-foreign', 'null', () => 'null'],
  ['file-foreign', 'a version that is none', (whole) => whole.replace('"format": 1', '"format": "1"')],
  ['file-newer', 'a later version', (whole) => whole.replace('"format": 1', '"format": 2')],
  ['file-malformed', 'a version before the first', (whole) => whole.replace('"format": 1', '"format": 0')],
  ['file-malformed', 'no mode', (whole) => whole.replace('"mode": "encrypted"', '"mode": "other"')],
  ['file-malformed', 'another derivation', (whole) => whole.replace('argon2id', 'pbkdf2')],
  [
    'file-malformed',
    'a short salt',
    (whole) => outside(whole, ({ kdf, ...rest }) => ({ ...rest, kdf: { ...kdf, salt: 'AAAA' } })),
  ],
  ['file-malformed', 'no ciphertext', (whole) => outside(whole, ({ sealed: _, ...rest }) => rest)],
  ['file-malformed', 'no checksum', (whole) => outside(whole, ({ check: _, ...rest }) => rest)],
  ['file-unsafe', '__proto__ outside', (whole) => whole.replace('{', '{"__proto__": {"mode": "plain"},')],
  ['file-unsafe', 'deep nesting', () => plainFile(JSON.parse(nested(17)))],
  ['file-unsafe', 'very deep nesting', () => nested(500_000)],
  ['file-kdf-out-of-bounds', 'memory under the floor', (whole) => whole.replace('47104', '19455')],
  ['file-kdf-out-of-bounds', 'memory over the ceiling', (whole) => whole.replace('47104', '1048577')],
  ['file-kdf-out-of-bounds', 'one pass', (whole) => whole.replace('"passes": 2', '"passes": 1')],
  ['file-kdf-out-of-bounds', 'endless passes', (whole) => whole.replace('"passes": 2', '"passes": 4294967295')],
  ['file-kdf-out-of-bounds', 'many lanes', (whole) => whole.replace('"lanes": 1', '"lanes": 17')],
  ['file-damaged', 'another cost within bounds', (whole) => whole.replace('47104', '19456')],
  [
    'file-damaged',
    'ciphertext cut off',
    (whole) =>
      outside(whole, ({ sealed, ...rest }) => ({
        ...rest,
        sealed: { ...sealed, data: String(sealed?.data).slice(0, -8) },
      })),
  ],
  [
    'file-damaged',
    'another nonce',
    (whole) => outside(whole, ({ sealed, ...rest }) => ({ ...rest, sealed: { ...sealed, iv: 'A'.repeat(16) } })),
  ],
];

function badRecords({ record, text, secret }: Sample): BadFile[] {
  return [
    ['file-newer', 'a kind of a later version', () => plainFile([record('a'), { kind: 'later', data: { id: 'b' } }])],
    ['file-malformed', 'records that are no list', () => plainFile({ a: record('a') })],
    [
      'file-malformed',
      'too many records',
      () => plainFile(Array.from({ length: 5_001 }, () => ({ kind: 'none', data: 0 }))),
    ],
    ['file-malformed', 'a record without its text', () => plainFile([record('a', { [text]: undefined })])],
    ['file-malformed', 'a record of a wrong type', () => plainFile([record('a', { [text]: 7 })])],
    ['file-malformed', 'a record without a kind', () => plainFile([{ data: record('a').data }])],
    ['file-malformed', 'an id that is none', () => plainFile([record(7)])],
    ['file-malformed', 'an empty id', () => plainFile([record('')])],
    ['file-malformed', 'an id of ours', () => plainFile([record('setting:auto-lock')])],
    ['file-malformed', 'a long id', () => plainFile([record('a'.repeat(65))])],
    [
      'file-malformed',
      'a last record that is bad',
      () => plainFile([record('a'), record('b'), record('c', { [text]: null })]),
    ],
    [
      'file-unsafe',
      '__proto__ in a record',
      () => plainFile([record('a')]).replace(`"${text}"`, `"__proto__":{"x":1},"${text}"`),
    ],
    ['file-unsafe', 'constructor', () => plainFile([record('a', { constructor: { prototype: {} } })])],
    ['file-unsafe', 'prototype', () => plainFile([record('a', { more: [{ prototype: 1 }] })])],
    ['file-duplicate', 'one id twice', () => plainFile([record('a'), record('b'), record('a', { [text]: 'other' })])],
    ['file-has-secrets', 'a readable secret', () => plainFile([record('a', { [secret]: testSecret })])],
  ];
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

function outside(text: string, change: (envelope: Record<string, Record<string, unknown>>) => object): string {
  return JSON.stringify(change(JSON.parse(text)));
}
