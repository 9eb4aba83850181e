/** How one value becomes a stored entry and back: sealed with the data key, or readable in the mode without secrets. */
import { open, seal } from './crypto';
import { type Entry, entrySchema, formatVersion, migrate } from './format';
import type { VaultMode } from './transaction';

export interface Codec {
  mode: VaultMode;
  encode(field: 'index' | 'record', id: string, value: unknown): Promise<Entry>;
  /** The value in today's format, or undefined when the entry is damaged, swapped, or from a newer version. */
  decode(field: 'index' | 'record', id: string, stored: unknown): Promise<unknown>;
}

/** Entries as ciphertext under `key`. A readable entry is refused: nobody may put one among them. */
export function sealedCodec(key: CryptoKey): Codec {
  return {
    mode: 'encrypted',
    async encode(field, id, value) {
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      return { format: formatVersion, sealed: await seal(key, { format: formatVersion, id, field }, bytes) };
    },
    async decode(field, id, stored) {
      const entry = entrySchema.safeParse(stored).data;
      if (!entry || !('sealed' in entry)) return undefined;
      const bytes = await open(key, { format: entry.format, id, field }, entry.sealed);
      return bytes && migrate(field, JSON.parse(new TextDecoder().decode(bytes)), entry.format);
    },
  };
}

/** Entries as plain data. The caller has taken every secret out of them. */
export const readableCodec: Codec = {
  mode: 'no-secrets',
  encode: async (_field, _id, value) => ({ format: formatVersion, readable: value }),
  async decode(field, _id, stored) {
    const entry = entrySchema.safeParse(stored).data;
    return entry && 'readable' in entry ? migrate(field, entry.readable, entry.format) : undefined;
  },
};
