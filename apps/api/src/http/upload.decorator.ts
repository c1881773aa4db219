import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { tooLarge } from '#files';
import { endpointOf } from './endpoint-of.js';
import { ValidationError } from './validation-error.js';

/** A file that came with a call. What is in it is for the use case to find out; the name is only the sender's word. */
export interface UploadedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

// Around the file's own bytes: the parts' heads, and a few short fields beside it.
const ROUND_ABOUT_BYTES = 64 * 1024;
const BESIDE = { files: 1, fields: 10, fieldSize: 4096 };

/**
 * The file of a call whose endpoint has `upload`. It is read only once the caller is known to be allowed this far, and
 * no further than the endpoint's limit. Throws `ValidationError` (`file.missing`) and `file.too-large`.
 */
export const Upload = createParamDecorator((_: unknown, context: ExecutionContext): Promise<UploadedFile> => {
  const maxBytes = endpointOf(context.getHandler())?.upload?.maxBytes;
  if (maxBytes === undefined) throw new Error('@Upload() needs a @Route() whose endpoint takes a file');
  return readFile(context.switchToHttp().getRequest<FastifyRequest>(), maxBytes);
});

async function readFile(request: FastifyRequest, maxBytes: number): Promise<UploadedFile> {
  if (!request.isMultipart()) throw missing();
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maxBytes + ROUND_ABOUT_BYTES) throw tooLarge(maxBytes);
  try {
    const part = await request.file({ limits: { ...BESIDE, fileSize: maxBytes } });
    if (part === undefined || part.fieldname !== 'file') throw missing();
    return { bytes: await part.toBuffer(), name: part.filename };
  } catch (error) {
    throw isTooLarge(error) ? tooLarge(maxBytes) : error;
  }
}

function missing(): ValidationError {
  return new ValidationError([{ pointer: '/file', code: 'file.missing', params: {} }]);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
}
