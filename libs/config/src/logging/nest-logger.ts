import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Lets Nest and our classes write to pino; what Nest says about starting is for debugging. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    // An error by its name only: its own sentence may quote what people typed; `err` says what may be said of it.
    const text = rest.slice(0, -1).find((part) => typeof part === 'string');
    if (message instanceof Error) this.pino[level]({ err: message, context }, text ?? message.name);
    else if (typeof message === 'object') this.pino[level]({ ...message, context }, text);
    else this.pino[level]({ context }, text === undefined ? String(message) : `${String(message)} ${text}`);
  }
}
