/** Reads a published `schema.yml` piece by piece: of its 60,000 lines only the ones asked for are parsed. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type ContractSource, isObject, type JsonSchema, type Operation } from './json-schema.ts';

/** Address, such as `paths/…` or `components/schemas/…`, to the text of that entry. */
type Pieces = Map<string, string>;

/** @throws Error when a piece that is asked for is not in the document. */
export function schemaSource(file: URL | string): ContractSource {
  const pieces = slice(readFileSync(file, 'utf8'));
  const piece = (address: string): JsonSchema => {
    const text = pieces.get(address);
    const parsed: unknown = text === undefined ? undefined : Object.values(parse(text))[0];
    if (!isObject(parsed)) throw new Error(`The published schema has no "${address}".`);
    return parsed;
  };
  const follow = (value: unknown): JsonSchema => {
    if (!isObject(value)) return {};
    return typeof value['$ref'] === 'string' ? piece(value['$ref'].replace('#/', '')) : value;
  };
  return {
    schema: (name) => piece(`components/schemas/${name}`),
    operation: (method, template) => {
      if (!pieces.has(`paths/${template}`)) return undefined;
      const operation = piece(`paths/${template}`)[method];
      return isObject(operation) ? readOperation(operation, follow) : undefined;
    },
  };
}

/** The document is machine-made: paths are indented by two blanks, components by four below their section. */
function slice(text: string): Pieces {
  const [, paths = '', components = ''] = /^paths:\n([\s\S]*?)^components:\n([\s\S]*?)^\S/m.exec(text) ?? [];
  const sections = entriesOf(components, 2).flatMap(([section, body]) =>
    entriesOf(body, 4).map(([name, entry]) => [`components/${section}/${name}`, entry] as const),
  );
  return new Map([...entriesOf(paths, 2).map(([path, entry]) => [`paths/${path}`, entry] as const), ...sections]);
}

/** Name and text of each entry, its own line included. */
function entriesOf(text: string, indent: number): [string, string][] {
  const starts = [...text.matchAll(new RegExp(`^ {${indent}}([^ \\n]+):`, 'gm'))];
  return starts.map(({ index, 1: name = '' }, at) => [name, text.slice(index, starts[at + 1]?.index)]);
}

function readOperation(operation: JsonSchema, follow: (value: unknown) => JsonSchema): Operation {
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'].map(follow) : [];
  const answers = isObject(operation['responses']) ? operation['responses'] : {};
  return {
    query: parameters.filter((parameter) => parameter['in'] === 'query').map((parameter) => String(parameter['name'])),
    body: jsonOf(follow(operation['requestBody'])),
    answers: Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, jsonOf(follow(answer))])),
  };
}

function jsonOf(holder: JsonSchema): JsonSchema | null {
  const content = isObject(holder['content']) ? holder['content']['application/json'] : null;
  return isObject(content) && isObject(content['schema']) ? content['schema'] : null;
}
