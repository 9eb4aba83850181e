/** Requests to the tenant's own server. */

async function send(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { ok: response.ok, answer: await response.json() };
}

export const loadConnection = () => send('GET', '/api/oidc-connection');
export const saveConnection = (connection) => send('PUT', '/api/oidc-connection', connection);
export const saveSwitches = (switches) => send('PUT', '/api/oidc-connection/switches', switches);

/** Tells the server that somebody pressed a control: save, test, enable, enforce, submit. */
export const countPress = (name) => send('POST', '/api/presses', { name });
