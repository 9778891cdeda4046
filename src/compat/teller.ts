/** Who tells the listeners of the channel `auth` what has happened. */
export interface Teller {
  tell(event: string, data: unknown, message: string): void;
}
