/**
 * How soon after a mail's delivery an answer is too quick for a person: gateways open a mail's links, run what they find
 * and submit forms within seconds. The sending is noted after the server's reply, so that an answer may seem a little
 * earlier.
 */
const SOONEST = `interval '5 seconds'`;
const TOO_SOON = `interval '30 seconds'`;

/**
 * SQL: whether the answer of `invitation` may be a scanner's: yes or no, by the page, within seconds of the delivery of
 * a mail that carries the buttons. Nobody is suspected of a maybe, which no scanner presses first.
 */
export const IS_SUSPECT = `(
  invitation.answer IN ('yes', 'no') AND invitation.answer_channel = 'web'
  AND EXISTS (SELECT FROM outgoing_mail AS mail
               WHERE mail.thread_id = invitation.id AND mail.kind IN ('invitation', 'reminder', 'change')
                 AND invitation.answered_at BETWEEN mail.sent_at - ${SOONEST} AND mail.sent_at + ${TOO_SOON}))`;
