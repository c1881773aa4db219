/** The sample network that the set-up page offers; whoever composes the application fulfils it. */
export abstract class SampleNetwork {
  /** Writes it into the database; may run twice. */
  abstract load(): Promise<void>;
}

/** For as long as no sample is composed in. */
export class NoSampleNetwork extends SampleNetwork {
  load(): Promise<void> {
    return Promise.resolve();
  }
}
