/** The client ID and secret in the form that changes an OAuth2 provider, on authentik's own page; authentik sheet 4.3. */

import type { OpenForm } from '../model';

/** No page of authentik's is nested deeper. */
const deepest = 40;

/** The form's fields, when its client is one of `clientIds` and it shows the secret; nothing is written, nothing pressed. */
export function readOpenForm(document: Document, clientIds: readonly string[]): OpenForm | null {
  for (const form of within(document, 'ak-provider-oauth2-form')) {
    const clientId = valueIn(form, 'clientId');
    const clientSecret = valueIn(form, 'clientSecret');
    if (clientId !== undefined && clientSecret && clientIds.includes(clientId)) return { clientId, clientSecret };
  }
  return null;
}

function valueIn(form: Element, name: string): string | undefined {
  const [field] = form.shadowRoot ? within(form.shadowRoot, `input[name="${name}"]`) : [];
  return field instanceof HTMLInputElement ? field.value : undefined;
}

/** Also in open shadow roots, at any depth: the elements around the form differ by version. */
function within(root: ParentNode, selector: string, depth = 0): Element[] {
  if (depth > deepest) return [];
  const found = [...root.querySelectorAll(selector)];
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (shadowRoot) found.push(...within(shadowRoot, selector, depth + 1));
  }
  return found;
}
