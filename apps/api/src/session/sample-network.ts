import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock, TokenKeys } from '#kernel';
import { loadSampleNetwork, sampleNetworks } from '#samples';

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
    const tools = { clock: this.clock, keys: this.keys };
    await this.unitOfWork.run((tx) => loadSampleNetwork(tx, sampleNetworks.mitteldeutschland, tools));
  }
}
