/** Requests to the server under the folder the page is in. */

export async function request(method, path, body) {
  const response = await fetch(`api/v1/${path}`, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) return null;
  return response.json();
}
