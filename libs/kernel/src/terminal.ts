/** The window in which the product was started: for links that no mail carries out of the house. */
export abstract class Terminal {
  abstract print(line: string): void;
}

export class StandardOutput extends Terminal {
  print(line: string): void {
    process.stdout.write(`${line}\n`);
  }
}
