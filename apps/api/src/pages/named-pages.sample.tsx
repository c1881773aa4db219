import type { ReactElement } from 'react';
import { InvitationPage } from './invitation.page.js';
import { sampleAnswered } from './invitation-parts.sample.js';
import { ColleaguesPage } from './colleagues.page.js';
import { SubstitutePage } from './substitute.page.js';
import type { InvitationView } from './views/invitation.view.js';
import type { NamedView } from './views/named.view.js';

/** The pages on which people name somebody else; `action`: the invitation's address. */
export function namedPages(invitation: InvitationView, action: string): Record<string, ReactElement> {
  const { frame, meeting } = invitation;
  const person: NamedView = {
    prefix: '',
    givenName: '',
    familyName: '',
    address: '',
    language: frame.language,
    kinds: invitation.seats.contingents,
    problems: [],
  };
  const typed = { ...person, givenName: 'Toni', familyName: 'Beispiel', address: 'toni@beispiel' };
  const wrong = { ...typed, problems: [{ field: 'address', code: 'validation.not-an-address' }] };
  const view = {
    frame,
    meeting,
    action: `${action}/substitute`,
    invitationUrl: action,
    person,
    passedKind: null,
    note: { text: '', wrong: null },
    problem: null,
  };
  const rows = [typed, wrong, person].map((row, place) => ({ ...row, prefix: `${place + 1}-` }));
  const colleagues = { ...view, action: `${action}/colleagues`, left: 3, together: true };
  return {
    colleagues: <ColleaguesPage view={{ ...colleagues, people: rows.slice(2) }} />,
    'colleagues-wrong': <ColleaguesPage view={{ ...colleagues, people: rows }} />,
    'invitation-colleagues': (
      <InvitationPage
        view={{
          ...invitation,
          answered: sampleAnswered('confirmed'),
          colleagues: {
            people: [
              { name: 'Toni Beispiel', state: 'confirmed' },
              { name: 'Alex Musterhaft-Langenhagen', state: 'waitlisted' },
            ],
            url: `${action}/colleagues`,
          },
        }}
      />
    ),
    substitute: <SubstitutePage view={view} />,
    'substitute-wrong': <SubstitutePage view={{ ...view, person: wrong }} />,
    'substitute-refused': (
      <SubstitutePage view={{ ...view, person: typed, problem: 'substitute.already-invited' }} />
    ),
    'invitation-in-place-of': (
      <InvitationPage
        view={{
          ...invitation,
          inPlaceOf: 'Dr. Robin Vogel',
          substituteUrl: null,
          answered: sampleAnswered('confirmed'),
        }}
      />
    ),
  };
}
