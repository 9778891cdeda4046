/** What every call that may trigger a Lambda function takes: passed on to it unchanged. Never put a secret there. */
export interface CallOptions {
  readonly clientMetadata?: Readonly<Record<string, string>>;
}
