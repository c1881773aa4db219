/** The channel on which the relay hears that mails were written. */
export const MAIL_CHANNEL = 'jourfixe_mail';
