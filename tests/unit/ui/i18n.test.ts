/** A word that is not in `locales`, or lacks what it needs, is an error of types: the check of types runs over this file. */
import { describe, expect, it } from 'vitest';
import { i18n } from '@/ui/i18n';

describe('the typed words', () => {
  it('take a key with what its sentence has places for, and nothing else', () => {
    const uses = [
      () => i18n.t('common.add'),
      () => i18n.t('common.copyWhat', ['name']),
      () => i18n.t('needsSecret.count', 2),
      () => i18n.t('authentik.who', ['jane', 'authentik.company', 1]),
      // @ts-expect-error no such key
      () => i18n.t('common.nothing'),
      // @ts-expect-error no place
      () => i18n.t('common.add', ['name']),
      // @ts-expect-error a place is left empty
      () => i18n.t('common.copyWhat'),
      // @ts-expect-error one place too few
      () => i18n.t('authentik.who', ['jane', 'authentik.company']),
      // @ts-expect-error nothing is counted
      () => i18n.t('needsSecret.count'),
    ];
    expect(uses).toHaveLength(9);
  });
});
