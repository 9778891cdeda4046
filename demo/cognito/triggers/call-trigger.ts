import { CognitoException, invalidLambdaResponse, userLambdaValidation } from '../exceptions.js';
import type { TriggerEvent, TriggerEvents, TriggerName, Triggers } from './trigger-events.js';

/** The pool that has the trigger, and the app client of the request. */
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

/** The event of one call. `source` is the part of `triggerSource` after the underscore. */
interface Call<Name extends TriggerName> {
  readonly source: TriggerEvents[Name]['source'] extends `${string}_${infer Source}` ? Source : never;
  readonly userName: string;
  readonly request: TriggerEvents[Name]['request'];
  readonly response: TriggerEvents[Name]['response'];
}

/** Calls a trigger of the pool. Returns the response that it filled in. Undefined: the pool has no such trigger. */
export async function callTrigger<Name extends TriggerName>(
  { pool, client }: Caller,
  name: Name,
  { source, userName, request, response }: Call<Name>,
): Promise<TriggerEvents[Name]['response'] | undefined> {
  const trigger = pool.triggers[name];
  if (!trigger) return undefined;
  // As for a Lambda function, only the returned event counts: changes to its argument do not.
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

/** The prefix of `triggerSource` where it is not the name of the trigger. */
const PREFIX: Partial<Record<TriggerName, string>> = { preTokenGeneration: 'TokenGeneration' };

const titleOf = (name: TriggerName): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Checked at run time: in plain JavaScript a trigger can forget to return the event. */
const isAnswer = (answer: unknown): boolean => typeof answer === 'object' && answer !== null && 'response' in answer;

/** The attributes of a user as triggers get them. */
export const attributesFor = ({ sub, attributes, status }: User): Record<string, string> => ({
  sub,
  ...Object.fromEntries(attributes),
  'cognito:user_status': status,
});
