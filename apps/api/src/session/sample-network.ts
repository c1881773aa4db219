import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, TokenKeys } from '#kernel';
import { loadSampleNetwork } from '#participation';

/** The sample network that the set-up page offers. */
@Injectable()
export class SampleNetwork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: TokenKeys,
  ) {}

  /** Writes it into the database; may run twice. */
  async load(): Promise<void> {
    await this.unitOfWork.run((tx) => loadSampleNetwork(tx, { clock: this.clock, keys: this.keys }));
  }
}
