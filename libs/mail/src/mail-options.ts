export interface MailOptions {
  /** smtp:// or smtps:// URL; none: mails are kept and marked as withheld. */
  readonly smtpUrl: string | undefined;
  readonly from: { readonly name: string; readonly address: string };
  readonly dkim?:
    { readonly domain: string; readonly selector: string; readonly privateKey: string } | undefined;
}

/** Token of the options for injection. */
export const MAIL_OPTIONS = Symbol('mail options');
