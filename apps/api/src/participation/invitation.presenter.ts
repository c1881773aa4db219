import type { ChangedInvitationDto, InvitationDto } from '#contracts';
import { displayName } from '#directory';
import type { Id } from '#kernel';
import type { InvitationView } from '#participation';

interface Seen {
  /** Whose contact data the reader may see: who invites for one meeting does not see everybody's. */
  readonly readable: ReadonlySet<Id>;
}

/** An invitation as hosts see it; `link` is the invitee's page. */
export function presentInvitation(
  view: InvitationView,
  { link, ...seen }: Seen & { readonly link: string },
): InvitationDto {
  return { ...presentChangedInvitation(view, seen), link };
}

/** An invitation after a host has changed it. */
export function presentChangedInvitation(view: InvitationView, { readable }: Seen): ChangedInvitationDto {
  const { invitation, person, reasons, registration, placeInLine, mail, answers } = view;
  const address = person?.address ?? null;
  return {
    id: invitation.id,
    person: { id: invitation.personId, name: person === null ? '' : displayName(person) },
    address: readable.has(invitation.personId) ? address : null,
    reachable: address !== null,
    reasons: reasons.map(({ kind, institution, office, deputyFor }) => ({
      kind,
      institution,
      office,
      deputyFor,
    })),
    state: invitation.state,
    answer: invitation.answer,
    note: invitation.answerNote,
    channel: invitation.answerChannel,
    answeredAt: invitation.answeredAt?.toString() ?? null,
    registration,
    placeInLine,
    toConfirmAgain: invitation.toConfirmAgain,
    mail,
    answers: answers.map(({ questionId, label, value }) => ({ questionId, label, value })),
  };
}
