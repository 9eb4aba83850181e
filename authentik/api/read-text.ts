/** Reads the text of an answer up to a limit, so that no server can fill the memory. */

/** Undefined as soon as there is more than `limit`, of which nothing is kept. */
export async function readText({ headers, body }: Response, limit: number): Promise<string | undefined> {
  const reader = body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = Number(headers.get('content-length') ?? 0) > limit ? Number.POSITIVE_INFINITY : 0;
  while (size <= limit) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return undefined;
}
