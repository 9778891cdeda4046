/** Options of every call that may trigger a Lambda function. The metadata is passed on to it; never put a secret there. */
export interface CallOptions {
  readonly clientMetadata?: Readonly<Record<string, string>>;
}
