import { Controller } from '@nestjs/common';
import { SetupLink } from '#access';
import { Config } from '#config';
import { endpoints } from '#contracts';
import type { InstanceDto } from '#contracts';
import { Route } from '../http/index.js';
import { productVersion } from '../product.js';

/** What this installation can do. */
@Controller()
export class InstanceController {
  constructor(
    private readonly config: Config,
    private readonly link: SetupLink,
  ) {}

  @Route(endpoints.getInstance)
  async show(): Promise<InstanceDto> {
    const { publicUrl, smtpUrl, inbound } = this.config;
    const setUp = await this.link.isSetUp();
    return { version: productVersion, publicUrl, setUp, sendsMail: smtpUrl !== undefined, inbound };
  }
}
