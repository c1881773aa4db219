import type { ChangedInvitationDto, InvitationDto } from '#contracts';
import { displayName } from '#directory';
import type { InvitationView } from '#participation';

/** An invitation as hosts see it; `link` is the invitee's page. */
export function presentInvitation(view: InvitationView, link: string): InvitationDto {
  return { ...presentChangedInvitation(view), link };
}

/** An invitation after a host has changed it. */
export function presentChangedInvitation(view: InvitationView): ChangedInvitationDto {
  const { invitation, person, reasons, registration, placeInLine, mail, answers } = view;
  return {
    id: invitation.id,
    person: { id: invitation.personId, name: person === null ? '' : displayName(person) },
    address: person?.address ?? null,
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
