import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

const BODY = 'answer=yes';

/**
 * Posts one form after another over a connection that stays open, and reads no more of a reply than it must: what the
 * client spends is taken from the two cores that api and database share.
 */
export class FormConnection {
  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {}

  static async open(url: string): Promise<FormConnection> {
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    socket.setEncoding('latin1');
    await once(socket, 'connect');
    return new FormConnection(socket, host);
  }

  /** Says yes; the status of the reply, which must have no body. */
  async post(path: string): Promise<number> {
    this.socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${this.host}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${BODY.length}\r\n\r\n${BODY}`,
    );
    let reply = '';
    while (!reply.endsWith('\r\n\r\n')) {
      const [part]: string[] = await once(this.socket, 'data');
      reply += part;
    }
    return Number(reply.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
  }

  close(): void {
    this.socket.destroy();
  }
}
