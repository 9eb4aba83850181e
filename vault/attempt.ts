/** Turns a storage call that throws into a failure: `storage-full` (quota, no room) or `storage-failed` (all else). */
import { fail, ok, type Result } from '@/lib/result';

/**
 * What a full storage says: Chromium "QUOTA_BYTES quota exceeded" (later "Resource::kQuotaBytes quota exceeded") and,
 * from LevelDB, file error 8 (FILE_ERROR_NO_SPACE); Firefox "QuotaExceededError: storage.local API call exceeded …"
 * or the name of its error for a full disk.
 */
const full = /quota|no_?\s?space|WritableFile\w*::8\b|NO_DEVICE_SPACE|disk (is )?full/i;

/** The call must do nothing but touch the storage, so that no fault of ours is taken for the disk's. */
export async function attempt<T>(call: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await call());
  } catch (error) {
    return fail(full.test(String(error)) ? 'storage-full' : 'storage-failed');
  }
}
