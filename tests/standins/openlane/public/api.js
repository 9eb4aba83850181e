/** Requests to the console's own server; each carries the page's parameters, which choose the variant. */

async function send(method, path, body) {
  const response = await fetch(path + location.search, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `Request failed (${response.status})`);
  return answer;
}

export const loadProviders = async () => (await send('GET', '/api/integrations/providers')).providers;
export const loadInstalled = async () => (await send('GET', '/api/integrations/installed')).installed;
export const loadRoles = async () => (await send('GET', '/api/permissions')).roles;

/** A new connection without `installationId`, else a change; a part that is left out stays as it is. */
export const saveConfiguration = (configuration) => send('POST', '/api/integrations/config', configuration);

export const askHealth = (integrationId) => send('POST', '/api/integrations/health', { integrationId });

/** Tells the server that somebody pressed a control; names as in state.ts. */
export const countPress = (name) => send('POST', '/api/presses', { name });
