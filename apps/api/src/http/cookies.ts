import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionLifetimeSeconds } from '#access';
import { Config } from '#config';

/** Our cookies: HttpOnly, SameSite=Lax, and on https Secure and bound to this host by the `__Host-` prefix. */
@Injectable()
export class Cookies {
  private readonly secure: boolean;
  private readonly prefix: string;

  constructor(config: Config) {
    this.secure = config.publicUrl.startsWith('https:');
    this.prefix = this.secure ? '__Host-' : '';
  }

  session(request: FastifyRequest): string | undefined {
    return request.cookies[`${this.prefix}session`];
  }

  setSession(reply: FastifyReply, secret: string): void {
    this.set(reply, { name: 'session', value: secret, maxAge: sessionLifetimeSeconds });
  }

  clearSession(reply: FastifyReply): void {
    this.set(reply, { name: 'session', value: '', maxAge: 0 });
  }

  /** What ties a sign-in mail to the browser that asked for it. */
  browser(request: FastifyRequest): string | undefined {
    return request.cookies[`${this.prefix}sign-in`];
  }

  setBrowser(reply: FastifyReply, secret: string, maxAge: number): void {
    this.set(reply, { name: 'sign-in', value: secret, maxAge });
  }

  private set(reply: FastifyReply, cookie: { name: string; value: string; maxAge: number }): void {
    const { name, value, maxAge } = cookie;
    const { secure } = this;
    void reply.setCookie(`${this.prefix}${name}`, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge,
    });
  }
}
