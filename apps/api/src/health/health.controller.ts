import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';

/** For whatever watches the process. */
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process answers. */
  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The database answers and its schema is the one this version was written for; 503 otherwise. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const status = await this.status();
    if (status !== 'ready') void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status };
  }

  private async status(): Promise<'ready' | 'migrations pending' | 'database unreachable'> {
    try {
      return (await this.dataSource.showMigrations()) ? 'migrations pending' : 'ready';
    } catch {
      return 'database unreachable';
    }
  }
}
