/** Compares a provider with its profile and with what the app needs of it. */

import { accepts } from '../api/accepts';
import type { Provider } from '../api/providers';
import { entriesOf } from '../api/redirect-uris';
import type { Outcome } from '../model';
import { outcome } from './outcome';

export interface ProviderExpectations {
  slug: string;
  /** As the app shows them; none for an app that has none. */
  callbacks: readonly string[];
  subjectMode?: string | undefined;
}

export function checkProvider(provider: Provider, expected: ProviderExpectations): Outcome[] {
  return [
    checkApplication(provider, expected.slug),
    checkCallbacks(provider, expected),
    checkSubject(provider, expected),
  ];
}

/** Without application no address below its slug answers. */
function checkApplication({ application }: Provider, slug: string): Outcome {
  const found = application?.slug ?? '';
  return outcome('application', 'fault', found === slug ? [] : [{ what: 'slug', expected: slug, found }]);
}

function checkCallbacks({ redirectUris }: Provider, { callbacks }: ProviderExpectations): Outcome {
  const entries = entriesOf(redirectUris);
  const differences = callbacks
    .filter((callback) => !entries.some((entry) => accepts(entry, callback)))
    .map((callback) => ({ what: 'redirect_uri', expected: callback, found: '' }));
  return outcome('callback', 'fault', differences);
}

function checkSubject(
  { subjectMode: found }: Provider,
  { subjectMode: expected = found }: ProviderExpectations,
): Outcome {
  return outcome('subject-mode', 'fault', found === expected ? [] : [{ what: 'sub_mode', expected, found }]);
}
