import * as identity from '@aws-sdk/client-cognito-identity';
import * as provider from '@aws-sdk/client-cognito-identity-provider';

/** The clients for user pools and identity pools. No operation is in both. */
const sdk = { ...provider, ...identity };

/**
 * The SDK has a model of every response, as nested arrays. These are its kinds in Cognito's responses:
 * a number for a plain type, `[1, …]` a list, `[2, …]` a map, `[3, …]` a structure, and `[schema, traits]` for a member
 * with traits. An operation without a response body has `unit`.
 */
type Schema = number | 'unit' | readonly unknown[] | (() => Schema);

/** The last one is a document: any JSON, which is an object in every response of Cognito. */
const PLAIN: Record<number, string> = { 0: 'string', 1: 'number', 2: 'boolean', 4: 'number', 15: 'object' };
const LIST_OF = 64;
const MAP_OF = 128;

/** The response model of an operation of the SDK. */
function outputOf(operation: string): Schema {
  const schema = (sdk as unknown as Record<string, readonly unknown[] | undefined>)[`${operation}$`];
  if (!schema) throw new Error(`The SDK has no operation ${operation}.`);
  return (schema[5] as () => Schema)();
}

/** Whether the response of an operation has no members. */
export function answersNothing(operation: string): boolean {
  const schema = outputOf(operation);
  const output = typeof schema === 'function' ? schema() : schema;
  return output === 'unit' || (Array.isArray(output) && Array.isArray(output[4]) && output[4].length === 0);
}

/** The differences between a response and the SDK's model: unknown, missing or mistyped members. */
export const misfits = (operation: string, answer: unknown): string[] => [
  ...check(outputOf(operation), answer, operation),
];

function* check(schema: Schema, value: unknown, path: string): Generator<string> {
  if (typeof schema === 'function') yield* check(schema(), value, path);
  else if (schema === 'unit') yield* checkStructure([3, '', '', 0, [], []], value, path);
  else if (typeof schema === 'number') yield* checkPlain(schema, value, path);
  else if (typeof schema[0] !== 'number' || schema.length === 2) yield* check(schema[0] as Schema, value, path);
  else if (schema[0] === 0) yield* check(schema[4] as Schema, value, path);
  else if (schema[0] === 1) yield* checkEach(schema[4] as Schema, value, path);
  else if (schema[0] === 2) yield* checkEach(schema[5] as Schema, value, path);
  else yield* checkStructure(schema, value, path);
}

function* checkPlain(schema: number, value: unknown, path: string): Generator<string> {
  if (schema >= MAP_OF) yield* checkEach(schema - MAP_OF, value, path);
  else if (schema >= LIST_OF) yield* checkEach(schema - LIST_OF, value, path);
  else if (typeof value !== PLAIN[schema]) yield `${path} is ${typeof value}, not ${PLAIN[schema] ?? 'known'}`;
}

function* checkEach(schema: Schema, value: unknown, path: string): Generator<string> {
  for (const [key, item] of Object.entries(value ?? {})) yield* check(schema, item, `${path}.${key}`);
}

function* checkStructure(schema: readonly unknown[], value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield `${path} is no object`;
    return;
  }
  const [names, schemas, required = 0] = schema.slice(4) as [string[], Schema[], number?];
  for (const name of names.slice(0, required)) if (!(name in value)) yield `${path}.${name} is missing`;
  for (const [name, member] of Object.entries(value)) {
    const index = names.indexOf(name);
    if (index < 0) yield `${path}.${name} is unknown`;
    else yield* check(schemas[index] ?? 'unit', member, `${path}.${name}`);
  }
}
