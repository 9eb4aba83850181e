/** What a contract is made of, wherever it was read: named schemas and operations. */

export type JsonSchema = { [keyword: string]: unknown };

export interface Operation {
  /** Names of the query parameters. */
  query: readonly string[];
  body: JsonSchema | null;
  /** By status; `2XX` where the source does not name it; null for an answer without a body. */
  answers: Readonly<Record<string, JsonSchema | null>>;
}

export interface ContractSource {
  /** By method in lower case and path template, as `get` and `/providers/oauth2/{id}/`. */
  operation(method: string, template: string): Operation | undefined;
  /** A schema in OpenAPI's words; references are `{ $ref: '#/components/schemas/NAME' }`. */
  schema(name: string): JsonSchema;
}

export function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function reference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** The schema's name in a reference, or null for anything else. */
export function referenced(schema: JsonSchema): string | null {
  return typeof schema['$ref'] === 'string' ? (schema['$ref'].split('/').at(-1) ?? null) : null;
}
