/** Requests to the app's own server. */

export async function send(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { ok: response.ok, answer: await response.json() };
}
