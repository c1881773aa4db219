import type { FastifyRequest } from 'fastify';
import type { Problem } from '#contracts';
import type { RenderedPage } from '../pages/render-page.js';

/** Writes the page a person sees when something is refused. */
export abstract class ErrorPages {
  /** The whole document for this problem, in the reader's language. */
  abstract render(problem: Problem, request: FastifyRequest): RenderedPage;
}
