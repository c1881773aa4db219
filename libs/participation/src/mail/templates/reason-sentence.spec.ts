import { translator } from '#i18n';
import { reasonSentence } from './reason-sentence.js';
import type { ReasonWords } from './reason-sentence.js';

const office: ReasonWords = { kind: 'office', office: 'Clustermanagement', institution: 'ACOD' };
const board: ReasonWords = { kind: 'committee', office: 'Vorsitz', institution: 'Beirat' };
const member: ReasonWords = { kind: 'membership', office: 'Leitung', institution: 'Muster GmbH' };
const named: ReasonWords = { kind: 'named', office: null, institution: null };

describe('the sentence that says why a mail came', () => {
  it.each([
    [[], 'Sie erhalten diese Mail, weil Sie zu diesem Treffen eingeladen sind.'],
    [[office], 'Sie erhalten diese Mail wegen Ihres Amtes: Clustermanagement (ACOD).'],
    [[board], 'Sie erhalten diese Mail als Mitglied: Vorsitz (Beirat).'],
    [[member], 'Sie erhalten diese Mail, weil Ihr Haus Mitglied ist: Muster GmbH.'],
    [[named], 'Sie erhalten diese Mail, weil der Gastgeber Sie persönlich eingeladen hat.'],
    [
      [named, member, board, office, office],
      'Sie erhalten diese Mail wegen Ihres Amtes: Clustermanagement (ACOD). Außerdem sind Sie Mitglied: Vorsitz ' +
        '(Beirat). Außerdem ist Ihr Haus Mitglied: Muster GmbH. Außerdem hat der Gastgeber Sie persönlich eingeladen.',
    ],
  ])('%#', (reasons, sentence) => {
    expect(reasonSentence(reasons, translator('de'))).toBe(sentence);
  });

  it('has its English words', () => {
    expect(reasonSentence([office, member, named], translator('en'))).toBe(
      'You receive this email because of your office: Clustermanagement (ACOD). Your organisation is also a member: ' +
        'Muster GmbH. The host has also invited you personally.',
    );
  });
});
