/** authentik's version, as far as its API differs by it; authentik sheet 2.4. */
import type { Version } from '../model';

/** Understands `2026.8.3` and pre-releases such as `2025.10.0-rc1`. */
export function parseVersion(text: string): Version | undefined {
  const [, year, month] = /^(\d{4})\.(\d{1,2})(?:\.\d+)?(?![\d.])/.exec(text) ?? [];
  return year === undefined || month === undefined ? undefined : { year: Number(year), month: Number(month), text };
}

/** An unknown version counts as the newest. */
export function isAtLeast(version: Version | undefined, year: number, month: number): boolean {
  if (version === undefined) return true;
  return version.year > year || (version.year === year && version.month >= month);
}

/** The third number, as in `2024.8.3`; 0 where there is none. */
export function patchOf({ text }: Version): number {
  return Number(/^\d+\.\d+\.(\d+)/.exec(text)?.[1] ?? 0);
}
