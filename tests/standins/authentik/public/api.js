/** Calls to authentik's own API with this browser's session; the readable cookie goes along as a header. */
const { basePath } = globalThis.standInAuthentik;

export const libraryAddress = `${basePath}/if/user/`;

function csrf() {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('authentik_csrf='));
  return cookie?.slice('authentik_csrf='.length) ?? '';
}

/** Rejects with the answer's own words; the status is in `cause`. */
export async function call(path, method = 'GET', body = undefined) {
  const response = await fetch(`${basePath}/api/v3${path}`, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json', 'X-authentik-CSRF': csrf() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? JSON.stringify(answer), { cause: response.status });
  return answer;
}

export const listOf = (path, page, search) => {
  const [plain, own] = path.split('?');
  const query = new URLSearchParams([
    ...new URLSearchParams(own),
    ...Object.entries({ ordering: 'name', page, page_size: 20, search }),
  ]);
  return call(`${plain}?${query}`);
};

/** Who is signed in. Nobody: on to the login, which leads back to this address, hash included. */
export async function me() {
  try {
    return (await call('/core/users/me/')).user;
  } catch (error) {
    if (error.cause !== 403) throw error;
    const { pathname, search, hash } = location;
    location.assign(`${basePath}/flows/-/default/authentication/?next=${encodeURIComponent(pathname + search + hash)}`);
    return null;
  }
}
