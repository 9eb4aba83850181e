/** What a page says and what a recipe says are compared blind to what does not matter. */
import { describe, expect, it } from 'vitest';
import { matchWords, toWords, wordsOfName } from '@/engine/words';

describe('toWords', () => {
  it.each([
    ['  Client   ID: *', 'client id'],
    ['Token URI (required)', 'token uri'],
    ['Geheimnis (erforderlich)', 'geheimnis'],
    ['Security & Authentication', 'security and authentication'],
    ['Sicherheit und Authentifizierung', 'sicherheit and authentifizierung'],
    ['Autorisierungs-URI', 'autorisierungs uri'],
    ['Schaltfläche', 'schaltfläche'],
    ['Callback URLs/Redirect URIs', 'callback urls redirect uris'],
    ['Ｃｌｉｅｎｔ ID', 'client id'],
  ])('%s', (text, words) => {
    expect(toWords(text)).toBe(words);
  });

  it('cuts hostile text', () => {
    expect(toWords('a '.repeat(1_000_000)).length).toBeLessThanOrEqual(300);
  });
});

describe('matchWords', () => {
  it.each([
    ['client id', 'Client-ID', 'exact'],
    ['your client id', 'client id', 'contained'],
    ['client identifier', 'client id', 'none'],
    ['claims', 'claim', 'none'],
    ['', 'client id', 'none'],
    ['client id', '***', 'none'],
  ])('%s against %s: %s', (words, phrase, match) => {
    expect(matchWords(words, phrase)).toBe(match);
  });
});

describe('wordsOfName', () => {
  it.each([
    ['oidcClientId', 'oidc client id'],
    ['oidc-client_id2Field', 'oidc client id2 field'],
  ])('%s', (name, words) => {
    expect(toWords(wordsOfName(name))).toBe(words);
  });
});
