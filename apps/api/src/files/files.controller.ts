import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '#database';
import { FileStore } from '#files';
import { DomainError } from '#kernel';

/** Files that an owner has made public, such as logos. */
@Controller()
export class FilesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /** The address is made of the bytes, so they never change; pictures are shown in pages, nothing is opened. */
  @Get('/files/:id')
  async show(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.files.findPublic(this.work.reader, id);
    if (file === null) throw new DomainError('file.not-found');
    await reply
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .header('Content-Disposition', 'attachment')
      .header('X-Content-Type-Options', 'nosniff')
      .header('Cross-Origin-Resource-Policy', 'cross-origin')
      .type(file.type)
      .send(Buffer.from(file.bytes));
  }
}
