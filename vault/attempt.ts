/** Turns a storage call that throws (quota, disk, a closing browser) into the failure `storage-failed`. */
import { fail, ok, type Result } from '@/lib/result';

/** The call must do nothing but touch the storage, so that no fault of ours is taken for the disk's. */
export async function attempt<T>(call: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await call());
  } catch {
    return fail('storage-failed');
  }
}
