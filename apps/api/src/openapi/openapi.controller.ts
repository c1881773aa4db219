import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { renderPage } from '../pages/render-page.js';
import { productVersion } from '../product.js';
import { docsPage } from './docs.page.js';
import { openApiDocument } from './openapi-document.js';
import type { OpenApiDocument } from './openapi-document.js';

/** The contract, for programs and for people. */
@Controller('api')
export class OpenApiController {
  private readonly document = openApiDocument(productVersion);
  private readonly page = renderPage(docsPage(this.document));

  @Get('openapi.json')
  @Header('Access-Control-Allow-Origin', '*')
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Cross-Origin-Resource-Policy', 'cross-origin')
  json(): OpenApiDocument {
    return this.document;
  }

  @Get('docs')
  docs(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.header('Content-Security-Policy', this.page.contentSecurityPolicy);
    void reply.header('Cache-Control', 'public, max-age=300');
    void reply.type('text/html; charset=utf-8');
    return this.page.html;
  }
}
