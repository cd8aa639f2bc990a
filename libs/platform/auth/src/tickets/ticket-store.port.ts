/** Where tickets wait until they are used: one place for all instances. */
export abstract class TicketStore {
  /**
   * @param forMs until it is forgotten
   * @throws when the store cannot be reached
   */
  abstract keep(id: string, sealed: string, forMs: number): Promise<void>;

  /**
   * Gives what was kept, to one caller only, once.
   *
   * @throws when the store cannot be reached
   */
  abstract take(id: string): Promise<string | undefined>;
}
