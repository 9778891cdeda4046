/** What the vite plugin of the pages makes of the guides. */
declare module 'virtual:guides' {
  /** A block of code, as far as the pages show it: with the name of its sample, or of the reason why there is none. */
  interface Block {
    readonly heading: readonly string[];
    readonly lines: readonly [number, number];
    readonly sample?: string;
    readonly leftOut?: string;
  }

  interface Guide {
    readonly id: string;
    readonly title: string;
    readonly blocks: readonly Block[];
  }

  /** A sample as its guides have it. */
  interface SampleText {
    readonly parts: readonly string[];
    /** Why its text is changed before it runs. */
    readonly changes: readonly string[];
  }

  /** Runs a part of a sample, with the variables that it leaves open. */
  type Part = (variables: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;

  /** All guides, the oldest first. */
  export const guides: readonly Guide[];
  /** Why blocks of a guide are left out, by the names that the blocks have for it. */
  export const reasons: Readonly<Record<string, string>>;
  /** By the name of the sample. */
  export const texts: Readonly<Record<string, SampleText>>;
  /** The samples that run, by their names. */
  export const loaders: Readonly<Record<string, () => Promise<{ readonly parts: readonly Part[] }>>>;
}
