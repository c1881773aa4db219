import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Problem } from '#contracts';
import { errorText, pickLanguage, translator } from '#i18n';

/** Writes the page a person sees when something is refused. */
export abstract class ErrorPages {
  /** The whole document for this problem, in the reader's language. */
  abstract render(problem: Problem, request: FastifyRequest): string;
}

/** The text alone, for as long as no views are composed in. */
@Injectable()
export class PlainErrorPages extends ErrorPages {
  render(problem: Problem, request: FastifyRequest): string {
    const language = pickLanguage(request.headers['accept-language']);
    const text = errorText(translator(language), problem.code, problem.params);
    return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Jourfixe</title><p>${escapeHtml(text)}</p></html>`;
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
