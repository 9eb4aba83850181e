import { describe, expect, it, vi } from 'vitest';
import english from '@/locales/en.json';
import { fieldMessageCodes } from '@/profiles/messages';
import { fieldKeys } from '@/recipes/field-keys';
import { failureWords } from '@/ui/words/failure-words';
import { fieldLabel } from '@/ui/words/field-label';
import { messageWords, wordedCodes } from '@/ui/words/message-words';
import { valueText } from '@/ui/words/value-text';

vi.mock('#i18n', async () => ({ i18n: (await import('./set-up')).i18n }));

/** Codes that the screens raise themselves, and the one that only a save can. */
const ownCodes = [
  'changedElsewhere',
  'apiTokenElsewhere',
  'apiTokenTaken',
  'clientSecretElsewhere',
  'clientSecretTaken',
  'hostNotTyped',
  'passphraseShort',
  'resetWord',
  'passphraseDiffers',
  'passphraseMissing',
  'passphraseReused',
  'wrongFilePassphrase',
  'wrongPassphrase',
];

describe('messages under fields', () => {
  it('has words for exactly the codes there are', () => {
    expect([...wordedCodes].sort()).toEqual([...fieldMessageCodes, ...ownCodes].sort());
  });

  it('names what was typed where the words have a place for it', () => {
    const level = 'error' as const;
    for (const code of wordedCodes) {
      const words = messageWords({ level, code, substitutions: ['FIRST', 'SECOND'] });
      expect(words, code).not.toBe(english.field.unknown);
      expect(words, code).not.toMatch(/\$\d/);
      expect(words.length, code).toBeGreaterThan(20);
    }
    expect(messageWords({ level, code: 'slugDiffers', substitutions: ['one', 'two'] })).toMatch(/one.*two/);
    expect(messageWords({ level, code: 'slugTaken', substitutions: ['Portainer'] })).toContain('Portainer');
  });

  it('proposes an address only when there is one to propose', () => {
    const code = 'addressNotUrl';
    const proposed = messageWords({ level: 'error', code, substitutions: ['https://authentik.company'] });
    expect(proposed).toBe('This is not a web address. Did you mean https://authentik.company?');
    expect(messageWords({ level: 'error', code })).toBe(english.field.addressNotUrl);
  });
});

it('explains every failure in more than one sentence', () => {
  const kinds = Object.keys(english.failure).length;
  const words = new Set(
    (['vault-locked', 'no-page', 'no-answer', 'wrong-passphrase', 'storage-failed'] as const).map((kind) =>
      failureWords({ kind }),
    ),
  );
  expect(words.size).toBe(5);
  expect(kinds).toBe(39);
  for (const sentence of Object.values(english.failure)) expect(sentence).toMatch(/\.\s.+\.$/s);
});

it('names every field a recipe can have', () => {
  const labels = fieldKeys.map(fieldLabel);
  expect(labels.every((label) => label.length > 3)).toBe(true);
  expect(new Set(labels).size).toBe(fieldKeys.length);
});

it('shows values of every kind in one line', () => {
  expect([
    valueText(undefined),
    valueText(''),
    valueText('x'),
    valueText(['a', 'b']),
    valueText([]),
    valueText(true),
    valueText(false),
  ]).toEqual(['empty', 'empty', 'x', 'a, b', 'empty', 'on', 'off']);
});
