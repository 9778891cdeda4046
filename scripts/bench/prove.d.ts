declare global {
  /** Set by the page under measurement; both numbers are hexadecimal. Answers milliseconds. */
  var prove: (publicValue: string, salt: string) => number | Promise<number>;
}

export {};
