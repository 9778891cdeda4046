declare global {
  /** Set by the page under measurement; both numbers are hexadecimal. Answers milliseconds. */
  var prove: (publicValue: string, salt: string) => number | Promise<number>;
  /** The tasks of the page that took 50 ms or more: the time of each. Milliseconds. */
  var longTasks: number[];
}

export {};
