/** Brings a list of tags into the order wanted, one tag at a time, keeping what stands as it should. */
import { isSameSet } from '../same';

/** A box of tags on the page, looked at anew for every question. */
export interface TagBox {
  /** Undefined when the box has gone. */
  items(): string[] | undefined;
  /** False when the page did not take it. */
  add(item: string): Promise<boolean>;
  remove(item: string): Promise<boolean>;
}

/** True when the box holds what is wanted; else it is put back: half a list would be saved without anybody's wish. */
export async function setItems(box: TagBox, wanted: readonly string[], signal: AbortSignal): Promise<boolean> {
  const before = box.items();
  if (!before) return false;
  if (await arrange(box, wanted, signal)) return isSameSet(box.items() ?? [], wanted);
  await arrange(box, before, signal);
  return false;
}

/** From the first item that does not stand in the wanted place, all are set anew. */
async function arrange(box: TagBox, wanted: readonly string[], signal: AbortSignal): Promise<boolean> {
  const now = box.items();
  if (!now) return false;
  const mismatch = now.findIndex((item, index) => item !== wanted[index]);
  const kept = mismatch < 0 ? now.length : mismatch;
  for (const item of now.slice(kept).toReversed()) {
    if (signal.aborted || !(await box.remove(item))) return false;
  }
  for (const item of wanted.slice(kept)) {
    if (signal.aborted || !(await box.add(item))) return false;
  }
  return true;
}
