/** What a passphrase costs in unit tests: a 256th of the memory, except where a test asks for the true cost. */
import { afterAll, beforeAll } from 'vitest';

interface Cost {
  memorySize: number;
}

let isTrue = false;

/** For the file or group it is called in: Argon2id exactly as shipped. */
export function payTrueKeyCost(): void {
  beforeAll(() => {
    isTrue = true;
  });
  afterAll(() => {
    isTrue = false;
  });
}

/** The parameters to derive with; cheap ones still depend on the true ones, so that other parameters give another key. */
export function costOf<T extends Cost>(parameters: T): T {
  return isTrue ? parameters : { ...parameters, memorySize: parameters.memorySize >> 8 };
}
