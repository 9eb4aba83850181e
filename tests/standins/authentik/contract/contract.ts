/** Holds requests and answers of the stand-in against what one version of authentik has published. */
import { pathToFileURL } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { clientSource } from './client-source.ts';
import { closedSchema } from './closed-schema.ts';
import { cut } from './cut.ts';
import { formats } from './formats.ts';
import { type ContractSource, isObject, type JsonSchema, type Operation, reference } from './json-schema.ts';
import { corrected } from './known-deviations.ts';
import { schemaSource } from './schema-source.ts';
import { type ContractVersion, played } from './versions.ts';

/** One call, by path template. */
interface Call {
  method: string;
  template: string;
}

export interface Contract {
  readonly version: ContractVersion;
  knows(call: Call): boolean;
  /** @throws ContractError when a parameter or the body is not what is published. */
  checkRequest(call: Call, query: URLSearchParams, body: unknown): void;
  /**
   * Promises the answer without the fields that this version does not have yet, or no longer.
   * @throws ContractError when what is left is not what is published.
   */
  answer(call: Call, status: number, value: unknown): unknown;
}

/** Never holds a value: bodies carry secrets. */
export class ContractError extends Error {}

const contracts = new Map<ContractVersion, Contract>();

/** The same contract for the same version: reading one takes a while. */
export function contractOf(version: ContractVersion): Contract {
  const contract = contracts.get(version) ?? createContract(version);
  contracts.set(version, contract);
  return contract;
}

function createContract(version: ContractVersion): Contract {
  const source = sourceOf(version);
  const definitions = definitionsOf(source);
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false, formats });
  const validators = new Map<string, ValidateFunction>();
  const operationOf = ({ method, template }: Call): Operation => {
    const operation = source.operation(method.toLowerCase(), template);
    if (operation === undefined) throw new ContractError(`${played[version].full} has no ${method} ${template}.`);
    return operation;
  };
  const check = (call: Call, part: string, schema: JsonSchema, value: unknown): void => {
    const key = `${call.method} ${call.template} ${part}`;
    const validate = validators.get(key) ?? ajv.compile(definitions.documentOf(schema));
    validators.set(key, validate);
    if (validate(value)) return;
    const faults = (validate.errors ?? []).map((error) => `${part}${inWords(error)}`).join(', ');
    throw new ContractError(`authentik ${played[version].full}, ${key}: ${faults}`);
  };

  return {
    version,
    knows: ({ method, template }) => source.operation(method.toLowerCase(), template) !== undefined,
    checkRequest: (call, query, body) => {
      const operation = operationOf(call);
      const unknown = [...query.keys()].filter((name) => !operation.query.includes(name));
      if (unknown.length > 0)
        throw new ContractError(`${call.method} ${call.template}: unknown ${unknown.join(', ')}.`);
      if (operation.body !== null) check(call, 'body', operation.body, body);
    },
    answer: (call, status, value) => {
      const schema = answerSchema(operationOf(call), status, call);
      if (schema === null) return value;
      const answer = cut(schema, value, definitions.find);
      check(call, `answer${status}`, schema, answer);
      return answer;
    },
  };
}

function sourceOf(version: ContractVersion): ContractSource {
  const { manifest, ships } = played[version];
  const folder = new URL('.', pathToFileURL(manifest));
  return ships === 'client' ? clientSource(new URL('src/', folder)) : schemaSource(new URL('schema.yml', folder));
}

/** An error that the document does not list is of the general form. */
function answerSchema(operation: Operation, status: number, { method, template }: Call): JsonSchema | null {
  const listed = operation.answers[String(status) in operation.answers ? status : '2XX'];
  const isListed = status < 300 || String(status) in operation.answers;
  if (isListed && listed !== undefined && (listed !== null || status < 300)) return listed;
  if (status >= 400) return reference(status === 400 ? 'ValidationError' : 'GenericError');
  throw new ContractError(`${method} ${template} never answers ${status}.`);
}

function inWords({ instancePath, message = '', params }: ErrorObject): string {
  const name = params['additionalProperty'];
  return `${instancePath} ${message}${typeof name === 'string' ? ` ("${name}")` : ''}`;
}

/** The closed schemas by name, read when they are first needed. */
function definitionsOf(source: ContractSource) {
  const known = new Map<string, JsonSchema>();
  const find = (name: string): JsonSchema => {
    const schema = known.get(name) ?? closedSchema(corrected(name, source));
    known.set(name, schema);
    return schema;
  };
  const documentOf = (schema: JsonSchema): JsonSchema => {
    const closed = closedSchema(schema);
    const definitions: JsonSchema = {};
    const open = [...namesIn(closed)];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name in definitions) continue;
      definitions[name] = find(name);
      open.push(...namesIn(definitions[name]));
    }
    return { ...('$ref' in closed ? { allOf: [closed] } : closed), definitions };
  };
  return { find, documentOf };
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isObject(value)) return [];
  const own = typeof value['$ref'] === 'string' ? [value['$ref'].replace('#/definitions/', '')] : [];
  return [...own, ...Object.values(value).flatMap(namesIn)];
}
