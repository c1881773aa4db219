import { Module } from '@nestjs/common';
import { PollsModule } from '#polls';
import { OperationReader } from '../operations/operation.reader.js';
import { PollActionsController } from './poll-actions.controller.js';
import { PollLinks } from './poll-links.js';
import { PollsController } from './polls.controller.js';

/** Date polls, over HTTP. */
@Module({
  imports: [PollsModule],
  controllers: [PollActionsController, PollsController],
  providers: [OperationReader, PollLinks],
})
export class PollsApiModule {}
