/** Answers what moves whole profiles, secrets included: export, import, and a secret on the screen. */
import { normalisePassphrase } from '@/lib/passphrase';
import { fail, ok, type Result } from '@/lib/result';
import type { ScreenMessages } from '@/messaging/protocol';
import type { Handlers } from '@/messaging/registry';
import type { ExportFile } from '@/messaging/transfer';
import { profileKind } from '@/profiles/kinds';
import { secretOf } from '@/profiles/secret';
import { verifyPassphrase } from '@/vault/passphrase';
import { fileMode, readEnvelope } from '@/vault/read-envelope';
import { readVault } from '@/vault/store';
import type { Snapshot } from '@/vault/transaction';
import { encryptedExport, exportName, plainExport, recordsOf } from '@/vault/transfer';
import { flatten } from './flatten';
import { applyImport, forgetImport, previewImport, withoutSecrets } from './import-file';
import { transferKinds } from './import-plan';
import { sitesChanged } from './sites-changed';

export const transferHandlers = {
  'profile.reveal': async ({ id, passphrase }) => {
    const known = await asked(passphrase);
    if (!known.ok) return known;
    return flatten(
      await readVault((snapshot) => {
        const profile = snapshot.find(profileKind, id);
        const secret = profile && secretOf(profile);
        if (!profile) return fail('not-found');
        return secret === undefined ? fail('no-secret') : ok({ secret });
      }),
    );
  },

  'export.make': async (order) => {
    const known = await asked(order.passphrase);
    return known.ok ? makeFile(order) : known;
  },

  'import.preview': async ({ text, passphrase }) => {
    const mode = await modeOfVault();
    if (!mode.ok) return mode;
    if (passphrase === '') {
      const file = await fileMode(text);
      if (!file.ok) return file;
      if (file.value === 'encrypted') return ok({ needs: 'passphrase' });
    }
    const read = await readEnvelope(text, transferKinds, passphrase);
    if (!read.ok) return read;
    const { records } = read.value;
    const kept = mode.value === 'encrypted' ? records : records.map(withoutSecrets);
    const secretsNotKept = records.filter((record, index) => record !== kept[index]).length;
    return previewImport(kept, { mode: read.value.mode, secretsNotKept });
  },

  'import.apply': async ({ digest, replace }) => {
    const taken = await applyImport(digest, new Set(replace));
    if (taken.ok) await sitesChanged();
    return taken;
  },

  'import.cancel': forgetImport,
} satisfies Partial<Handlers>;

/** Asks for the vault's passphrase again, where there is one; only an unlocked vault asks. */
async function asked(passphrase: string): Promise<Result<null>> {
  const mode = await modeOfVault();
  if (!mode.ok) return mode;
  return mode.value === 'encrypted' ? verifyPassphrase(passphrase) : ok(null);
}

function modeOfVault(): Promise<Result<Snapshot['mode']>> {
  return readVault((snapshot) => snapshot.mode);
}

async function makeFile(order: Parameters<ScreenMessages['export.make']>[0]): Promise<Result<ExportFile>> {
  if (order.mode === 'encrypted' && isSame(order.filePassphrase, order.passphrase)) return fail('passphrase-reused');
  const taken = await readVault((snapshot) => ({
    records: recordsOf(snapshot, transferKinds),
    damaged: snapshot.damaged().length,
  }));
  if (!taken.ok) return taken;
  const { records, damaged } = taken.value;
  const text =
    order.mode === 'encrypted'
      ? await encryptedExport(records, order.filePassphrase)
      : plainExport(records, transferKinds);
  if (!text.ok) return text;
  const profiles = records.filter(({ kind }) => kind === profileKind.name).length;
  return ok({ name: exportName(new Date()), text: text.value, profiles, damaged });
}

/** Two spellings of one text are one passphrase; none is no passphrase. */
function isSame(one: string, other: string): boolean {
  return one !== '' && normalisePassphrase(one) === normalisePassphrase(other);
}
