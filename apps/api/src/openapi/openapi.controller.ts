import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { renderPage } from '../pages/render-page.js';
import type { RenderedPage } from '../pages/render-page.js';
import { productVersion } from '../product.js';
import { docsPage } from './docs.page.js';
import { openApiDocument } from './openapi-document.js';
import type { OpenApiDocument } from './openapi-document.js';

/** The contract, for programs and for people; made when somebody first asks, so that no start waits for it. */
@Controller('api')
export class OpenApiController {
  private made?: { readonly document: OpenApiDocument; readonly page: RenderedPage };

  @Get('openapi.json')
  @Header('Access-Control-Allow-Origin', '*')
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Cross-Origin-Resource-Policy', 'cross-origin')
  json(): OpenApiDocument {
    return this.contract.document;
  }

  @Get('docs')
  docs(@Res({ passthrough: true }) reply: FastifyReply): string {
    const { page } = this.contract;
    void reply.header('Content-Security-Policy', page.contentSecurityPolicy);
    void reply.header('Cache-Control', 'public, max-age=300');
    void reply.type('text/html; charset=utf-8');
    return page.html;
  }

  private get contract() {
    return (this.made ??= makeContract());
  }
}

function makeContract() {
  const document = openApiDocument(productVersion);
  return { document, page: renderPage(docsPage(document)) };
}
