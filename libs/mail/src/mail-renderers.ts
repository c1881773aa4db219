import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { MailRenderer } from './mail-renderer.js';
import type { RenderedMail } from './mail-renderer.js';
import type { OutgoingMail } from './outgoing-mail.entity.js';

/** Finds who renders what. */
@Injectable()
export class MailRenderers implements OnModuleInit {
  private readonly byKind = new Map<string, MailRenderer>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** Before the queue's workers start, which happens at the bootstrap: the first job may be waiting already. */
  onModuleInit(): void {
    const instances: unknown[] = this.discovery.getProviders().map(({ instance }) => instance);
    for (const renderer of new Set(instances)) {
      if (renderer instanceof MailRenderer) this.add(renderer);
    }
  }

  /** Renders mails of any kinds; those not worth sending are missing. Throws for a kind that nobody renders. */
  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const rendered = new Map<Id, RenderedMail>();
    for (const [renderer, own] of Map.groupBy(mails, ({ kind }) => this.rendererOf(kind))) {
      for (const [id, mail] of await renderer.render(reader, own)) rendered.set(id, mail);
    }
    return rendered;
  }

  private add(renderer: MailRenderer): void {
    for (const kind of renderer.kinds) {
      if (this.byKind.has(kind)) throw new Error(`mails of the kind "${kind}" are rendered by two providers`);
      this.byKind.set(kind, renderer);
    }
  }

  private rendererOf(kind: string): MailRenderer {
    const renderer = this.byKind.get(kind);
    if (renderer === undefined) throw new Error(`mails of the kind "${kind}" are rendered by no provider`);
    return renderer;
  }
}
