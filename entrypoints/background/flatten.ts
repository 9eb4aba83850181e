/** Joins the failure of a room that carries out some work with the failure of the work itself. */
import type { Result } from '@/lib/result';

export function flatten<T>(outer: Result<Result<T>>): Result<T> {
  return outer.ok ? outer.value : outer;
}
