import { Client } from 'pg';
import type { ClientConfig } from 'pg';

/**
 * A connection whose loss never ends the process. A pool takes its listener off while a connection is in use, and a
 * connection that is lost at that very moment would throw for want of one; the query under way fails all the same.
 */
export class CalmClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
