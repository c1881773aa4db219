import { Module } from '@nestjs/common';
import { PollsModule } from '#polls';
import { OperationReader } from '../operations/operation.reader.js';
import { PollAskingController } from './poll-asking.controller.js';
import { PollLinks } from './poll-links.js';
import { PollTakingController } from './poll-taking.controller.js';
import { PollWritingController } from './poll-writing.controller.js';
import { PollsController } from './polls.controller.js';

/** Date polls, over HTTP. */
@Module({
  imports: [PollsModule],
  controllers: [PollAskingController, PollsController, PollTakingController, PollWritingController],
  providers: [OperationReader, PollLinks],
})
export class PollsApiModule {}
