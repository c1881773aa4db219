import { scopeOf, systemActor } from '#access';
import type { Actor, Grant } from '#access';
import { noteAcquaintance, searchPeople } from '#directory';
import { foldText } from '#i18n';
import { Temporal } from '#kernel';
import { searchEverything } from '#search';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { manyHolders, manyPeople } from '../../support/many-rows.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');

describe('fold_text', () => {
  it.each([
    'Müller',
    'MÜLLER-LÜDENSCHEIDT',
    'Mu\u0308ller',
    'Straße',
    'STRAẞE',
    'Çelik, José',
    'Sørensen & Łukasiewicz',
    "d'Artagnan (3)",
    'Þór Ðóra Æsir Œuvre ısı İzmir',
    'Ελλάδα Ωδή Иванов',
    'ﬁnal ½ Ⅷ',
    '  ',
  ])('does in the database what foldText does here: %s', async (text) => {
    expect(await database.rows('SELECT fold_text($1) AS folded', [text])).toEqual([
      { folded: foldText(text) },
    ]);
  });
});

describe('searching people', () => {
  it.each([
    ['Mueller', 'Müller'],
    ['Müller', 'Mueller'],
    ['mull', 'Mullerheim'],
    ['strasse', 'Von der Straße'],
    ['STRASSE', 'Strasse'],
    ['celik', 'Çelik'],
    ['Beispeil', 'Beispiel'],
    ['Schmit', 'Schmidt'],
    ['Mueler', 'Müller'],
    ['Lüdenscheidt', 'Müller-Lüdenscheidt'],
  ])('"%s" finds %s', async (text, familyName) => {
    await aPerson(database.reader, { familyName });
    await aPerson(database.reader, { familyName: 'Anders' });
    expect(await names(text)).toEqual([familyName]);
  });

  it('follows a name that changes, whoever writes it', async () => {
    const { id } = await aPerson(database.reader, { familyName: 'Müller' });
    await database.rows('UPDATE person SET family_name = $2 WHERE id = $1', [id, 'Özdemir']);
    expect(await names('mueller')).toEqual([]);
    expect(await names('oezdemir')).toEqual(['Özdemir']);
  });

  it('puts whole words before beginnings, and shows what is only alike where there is neither', async () => {
    for (const familyName of ['Beispieler', 'Beispeil', 'Beispiel']) {
      await aPerson(database.reader, { familyName });
    }
    expect(await names('Beispiel')).toEqual(['Beispiel', 'Beispieler']);
    expect(await names('Beisspiel')).toContain('Beispiel');
  });

  it('asks for every word, in any order', async () => {
    await aPerson(database.reader, { givenName: 'Änne', familyName: 'Müller' });
    await aPerson(database.reader, { givenName: 'Bo', familyName: 'Müller' });
    expect(await names('müller än')).toEqual(['Müller']);
  });

  it('finds by the institution of a mandate of today, and not by a former one', async () => {
    const solarvalley = await anInstitution(database.reader, { name: { de: 'Solarvalley' } });
    const office = await anOffice(database.reader, { institutionId: solarvalley.id, seats: 2 });
    const present = await aPerson(database.reader, { givenName: 'Kim', familyName: 'Heute' });
    const former = await aPerson(database.reader, { givenName: 'Kim', familyName: 'Gestern' });
    await aMandate(database.reader, { officeId: office.id, personId: present.id });
    await aMandate(database.reader, {
      officeId: office.id,
      personId: former.id,
      seat: 2,
      validUntil: Temporal.PlainDate.from('2026-03-01'),
    });
    expect(await names('solar kim')).toEqual(['Heute']);
    expect((await search('heute')).people).toMatchObject([
      { offices: [{ name: { de: 'Clustermanagement' }, institution: { de: 'Solarvalley' } }] },
    ]);
  });

  it('finds by the beginning of an address and by its domain, taking signs of LIKE as they are', async () => {
    await aPerson(database.reader, { familyName: 'Eins', addresses: ['kim_b@solar.example', 'k@x.example'] });
    await aPerson(database.reader, { familyName: 'Zwei', addresses: ['kimxb@other.example'] });
    expect(await names('KIM_B@')).toEqual(['Eins']);
    expect((await search('solar.ex')).people).toMatchObject([
      { familyName: 'Eins', addresses: ['kim_b@solar.example'] },
    ]);
  });

  it('gives eight at most', async () => {
    for (let count = 0; count < 10; count += 1)
      await aPerson(database.reader, { familyName: `Viel ${count}` });
    expect(await names('viel')).toHaveLength(8);
  });

  it('puts a whole word before the beginnings of thousands, which are not all ranked', async () => {
    await manyPeople(database.reader, 1200);
    await aPerson(database.reader, { givenName: 'Zoe', familyName: 'Must' });
    const [first, ...others] = await names('must');
    expect([first, others.length]).toEqual(['Must', 7]);
    expect(others.every((name) => name.startsWith('Muster '))).toBe(true);
  });

  it('finds somebody by a rare word beside one that thousands have, in a name or an institution', async () => {
    const id = await manyHolders(database.reader, 1200);
    await database.rows(
      `UPDATE institution SET short_name = 'Xyz' FROM office
        WHERE office.institution_id = institution.id AND office.id = $1`,
      [id],
    );
    expect(await names('xyz 000777')).toEqual(['Muster 000777']);
    expect(await names('muster xyz 000777')).toEqual(['Muster 000777']);
  });

  it('asks as many queries for one hit as for three', async () => {
    await aPerson(database.reader, { familyName: 'Einzig' });
    for (const givenName of ['A', 'B', 'C']) {
      await aPerson(database.reader, { givenName, familyName: 'Dreifach' });
    }
    const one = await queriesOf(database.dataSource, () => search('einzig'));
    expect(await queriesOf(database.dataSource, () => search('dreifach'))).toHaveLength(one.length);
  });
});

describe('what a search reaches', () => {
  it('shows a manager the people of the own institution and who was invited by it, and nobody else', async () => {
    const own = await anInstitution(database.reader);
    const other = await anInstitution(database.reader);
    await aPerson(database.reader, { familyName: 'Muster A', homeInstitutionId: own.id });
    await aPerson(database.reader, {
      familyName: 'Muster B',
      homeInstitutionId: other.id,
      addresses: ['muster@b.example'],
    });
    const office = await anOffice(database.reader, { institutionId: own.id });
    const holder = await aPerson(database.reader, { familyName: 'Muster C', homeInstitutionId: other.id });
    await aMandate(database.reader, { officeId: office.id, personId: holder.id });
    const guest = await aPerson(database.reader, { familyName: 'Muster D', homeInstitutionId: other.id });
    await database.run((tx) =>
      noteAcquaintance(tx, { institutionIds: [own.id], personIds: [guest.id], at: now }),
    );
    const manager = actorWith('cluster_manager', own.id);
    expect(await names('muster', manager)).toEqual(['Muster A', 'Muster C', 'Muster D']);
    expect(await names('Mustre', manager)).toEqual(['Muster A', 'Muster C', 'Muster D']);
    expect(await names('muster@b.example', manager)).toEqual([]);
    expect(await names('muster')).toHaveLength(4);
  });

  it('finds for a manager who is alike among a few, whoever else is', async () => {
    await manyPeople(database.reader, 1200);
    const own = await anInstitution(database.reader);
    await aPerson(database.reader, { familyName: 'Mustermann', homeInstitutionId: own.id });
    const manager = actorWith('cluster_manager', own.id);
    expect(await names('Mustrmann', manager)).toEqual(['Mustermann']);
    expect(await names('Mustr', manager)).toEqual(['Mustermann']);
    expect(await names('Mustr')).toHaveLength(8);
  });

  it('shows members no people, and the meetings of their own institution only', async () => {
    const own = await anInstitution(database.reader, { name: { de: 'Verbund Nord' }, kind: 'network' });
    await anInstitution(database.reader, { name: { de: 'Verbund Süd' } });
    await aPerson(database.reader, { familyName: 'Verbund', homeInstitutionId: own.id });
    await aMeeting(database.reader, { institutionId: own.id, title: { de: 'Verbundtreffen' } });
    await aMeeting(database.reader, { title: { de: 'Verbundtag' } });
    const { people, institutions, meetings } = await search('verbund', actorWith('member', own.id));
    expect(people).toEqual([]);
    expect(institutions.map(({ name }) => name.de)).toEqual(['Verbund Nord']);
    expect(meetings.map(({ title }) => title.de)).toEqual(['Verbundtreffen']);
  });
});

describe('searching institutions and meetings', () => {
  it('finds them by every language, short name and place, typing errors or not', async () => {
    await anInstitution(database.reader, {
      name: { de: 'Chemie und Kunststoffe', en: 'Chemistry and Plastics' },
      shortName: 'CKK',
    });
    await aMeeting(database.reader, { title: { de: 'Klebstofftag', en: 'Adhesives day' } });
    for (const text of ['plastics', 'ckk', 'Kunstoffe']) {
      expect((await search(text)).institutions).toHaveLength(1);
    }
    for (const text of ['adhesives', 'Klebstoftag']) expect((await search(text)).meetings).toHaveLength(1);
  });

  it('finds nothing by signs alone', async () => {
    await aPerson(database.reader, { familyName: 'Anders' });
    expect(await search('%%')).toEqual({ people: [], institutions: [], meetings: [] });
    expect(await search(String.raw`\'; --`)).toEqual({ people: [], institutions: [], meetings: [] });
  });

  it('tells people apart only within the scope asked for', async () => {
    await aPerson(database.reader, { familyName: 'Anders' });
    const scope = scopeOf(systemActor(), 'person.read');
    const question = { text: 'anders', words: ['anders'], limit: 8, now };
    expect(await searchPeople(database.reader, scope, question)).toHaveLength(1);
  });
});

function search(text: string, actor: Actor = systemActor()) {
  return searchEverything(database.reader, actor, { text, now });
}

async function names(text: string, actor?: Actor): Promise<readonly string[]> {
  return (await search(text, actor)).people.map(({ familyName }) => familyName);
}

function actorWith(role: Grant['role'], institutionId: string): Actor {
  const grant = { role, institutionId, meetingId: null, own: [institutionId], beneath: [] };
  return { personId: null, channel: 'host', grants: [grant], requestId: null };
}
