/** Something the operator can mend: the message is one line and the whole output. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}
