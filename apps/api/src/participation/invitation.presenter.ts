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
  const { invitation, person, reasons, inPlaceOf, placeInLine, exceeds, enteredBy, mail, answers, open } =
    view;
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
    inPlaceOf: inPlaceOf && { id: inPlaceOf.id, name: inPlaceOf.name },
    state: invitation.state,
    answer: invitation.answer,
    note: invitation.answerNote,
    channel: invitation.answerChannel,
    answeredAt: invitation.answeredAt?.toString() ?? null,
    enteredBy: enteredBy && { id: enteredBy.id, name: enteredBy.name },
    suspect: view.suspect,
    placeInLine,
    exceeds: exceeds && { limit: exceeds.limit, most: exceeds.most },
    toConfirmAgain: invitation.toConfirmAgain,
    ...presentSeats(view),
    reservedSeat: invitation.reservedSeat,
    mail,
    answers: answers.map(({ questionId, label, value, given }) => ({ questionId, label, value, given })),
    open: open.map(({ id, label }) => ({ questionId: id, label })),
  };
}

const NO_SEATS = {
  registration: null,
  seats: 0,
  companions: [],
  contingent: null,
  offeredUntil: null,
  cause: null,
  decisionNote: null,
};

function presentSeats({ registration, contingent }: InvitationView) {
  if (registration === null) return NO_SEATS;
  const { state, seats, companions, offeredUntil, cause, decisionNote } = registration;
  return {
    registration: state,
    seats,
    companions,
    contingent: contingent && { id: contingent.id, name: contingent.name },
    offeredUntil: offeredUntil?.toString() ?? null,
    cause,
    decisionNote,
  };
}
