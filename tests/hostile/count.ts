/** Tells the reporter how many cases of a threat a test has run: `A3 20`. */
import { test } from '@playwright/test';

export function ran(threat: `A${number}`, cases: number): void {
  test.info().annotations.push({ type: 'threat', description: `${threat} ${cases}` });
}
