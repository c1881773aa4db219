import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SetUpOwner, SetupLink } from '#access';
import { endpoints } from '#contracts';
import type { MeDto } from '#contracts';
import { Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { BrowserEntry } from './browser-entry.js';
import { SampleNetwork } from './sample-network.js';

/** The first minutes of an installation. */
@Controller()
export class SetupController {
  constructor(
    private readonly link: SetupLink,
    private readonly setUpOwner: SetUpOwner,
    private readonly entry: BrowserEntry,
    private readonly sample: SampleNetwork,
  ) {}

  @Route(endpoints.checkSetup)
  async check(@Input() { body }: InputOf<typeof endpoints.checkSetup>): Promise<{ open: boolean }> {
    return { open: await this.link.isOpen(body.token) };
  }

  @Route(endpoints.setUp)
  async setUp(
    @Input() { body }: InputOf<typeof endpoints.setUp>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const { sampleNetwork, ...owner } = body;
    const me = await this.entry.admit(await this.setUpOwner.run(owner), request, reply);
    // Last: whatever becomes of the sample, the owner is in.
    if (sampleNetwork) await this.sample.load();
    return me;
  }
}
