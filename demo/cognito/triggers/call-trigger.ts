import { CognitoException, invalidLambdaResponse, userLambdaValidation } from '../exceptions.js';
import type { TriggerEvent, TriggerEvents, TriggerName, Triggers } from './trigger-events.js';

/** Where a trigger is called: the pool that has it, and the app client whose request it is. */
interface Caller {
  readonly pool: { readonly id: string; readonly triggers: Triggers };
  readonly client: { readonly id: string };
}

/** What triggers are told about a user. */
interface User {
  readonly sub: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly status: string;
}

/** What is particular to one call of a trigger. The source is the last word of `triggerSource`. */
interface Call<Name extends TriggerName> {
  readonly source: TriggerEvents[Name]['source'] extends `${string}_${infer Source}` ? Source : never;
  readonly userName: string;
  readonly request: TriggerEvents[Name]['request'];
  readonly response: TriggerEvents[Name]['response'];
}

/** Calls a trigger of the pool. Answers what it filled in, or nothing when the pool has no such trigger. */
export async function callTrigger<Name extends TriggerName>(
  { pool, client }: Caller,
  name: Name,
  { source, userName, request, response }: Call<Name>,
): Promise<TriggerEvents[Name]['response'] | undefined> {
  const trigger = pool.triggers[name];
  if (!trigger) return undefined;
  // A Lambda function gets a copy: what it changes does not come back but by its answer.
  const copy = structuredClone({ request, response });
  const event: TriggerEvent<Name> = {
    version: '1',
    triggerSource: `${PREFIX[name] ?? titleOf(name)}_${source}`,
    region: pool.id.slice(0, pool.id.indexOf('_')),
    userPoolId: pool.id,
    userName,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client.id },
    ...copy,
  };
  const answer = await trigger(event).catch((cause: unknown) => {
    if (cause instanceof CognitoException) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw userLambdaValidation(`${titleOf(name)} failed with error ${reason}.`);
  });
  if (!isAnswer(answer)) throw invalidLambdaResponse('Unrecognizable lambda output');
  return answer.response;
}

/** Where the sources of a trigger are not called by its name. */
const PREFIX: Partial<Record<TriggerName, string>> = { preTokenGeneration: 'TokenGeneration' };

const titleOf = (name: TriggerName): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Triggers are written by others, and a function that forgets to return its event compiles in plain JavaScript. */
const isAnswer = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'response' in answer;

/** The attributes of a user as triggers get them. */
export const attributesFor = ({ sub, attributes, status }: User): Record<string, string> => ({
  sub,
  ...Object.fromEntries(attributes),
  'cognito:user_status': status,
});
