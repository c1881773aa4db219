import { NestLogger } from './nest-logger.js';
import { createPino } from './pino-logger.js';

class QueryFailedError extends Error {
  override readonly name = 'QueryFailedError';
  readonly driverError = Object.assign(new Error('invalid input: "kim@netz.example"'), { code: '22P02' });
}

it.each([
  ['without words of ours', ['MailRelay'], 'QueryFailedError'],
  ['with words of ours', ['work of 7 failed', 'MailRelay'], 'work of 7 failed'],
])('writes an error %s, and nothing that the database quotes', (_, rest, msg) => {
  const lines: string[] = [];
  const logger = new NestLogger(createPino('info', { write: (line) => void lines.push(line) }));
  logger.error(new QueryFailedError('invalid input: "kim@netz.example"'), ...rest);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg,
    context: 'MailRelay',
    err: { type: 'QueryFailedError', code: '22P02', stack: expect.any(Array) },
  });
  expect(lines.join()).not.toContain('kim');
});
