/** Operates the sign-in method, tabs and cards that must be set before the fields can be filled. */
import type { Recognition } from './model';

export async function switchMethod(_find: () => Recognition | null, _signal: AbortSignal): Promise<boolean> {
  return false;
}

export async function openFields(_find: () => Recognition | null, _signal: AbortSignal): Promise<boolean> {
  return false;
}
