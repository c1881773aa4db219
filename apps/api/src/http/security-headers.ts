import type { SecurityHeadersOptions } from '@nestjs/common';
import type { Config } from '#config';

const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'frame-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'manifest-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
};

/** The policy of every response with some directives put otherwise, as the header's value. */
export function contentSecurityPolicy(changes: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries({ ...DIRECTIVES, ...changes })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * Headers of every response. Nothing is loaded from another host and nobody may frame us (embeds and mail previews say
 * otherwise for themselves). Referrers stay on this site, so that forms still say where they come from.
 */
export function securityHeaders(config: Config): SecurityHeadersOptions {
  const https = config.publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  };
}
