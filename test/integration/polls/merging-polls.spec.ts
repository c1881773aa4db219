import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { MergePeople } from '#directory';
import { newId, Temporal } from '#kernel';
import { findPollByToken } from '#polls';
import { aPerson } from '../../factories/directory.factory.js';
import { aParticipant, aPoll } from '../../factories/polls.factory.js';
import { startTestApi, testKeys } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

it('two people who are one are asked once: the later vote counts, and both links open it', async () => {
  const { reader } = api.app.get(UnitOfWork);
  const [own, other] = [await aPerson(reader), await aPerson(reader)];
  const rule = { include: [{ kind: 'person' as const, personIds: [other.id] }], exclude: [] };
  const opened = { state: 'open' as const, openedAt: api.clock.now() };
  const poll = await aPoll(reader, { organiserId: other.id, ...opened });
  await reader.manager.query('UPDATE poll SET audience_rule = $2 WHERE id = $1', [poll.id, rule]);
  const [{ id: optionId }]: [{ id: string }] = await reader.manager.query(
    'SELECT id FROM poll_option WHERE poll_id = $1 LIMIT 1',
    [poll.id],
  );
  const asked = async (personId: string, answeredAt: string, value: 'yes' | 'no') => {
    const at = Temporal.Instant.from(answeredAt);
    const participant = await aParticipant(reader, testKeys, { pollId: poll.id, personId, answeredAt: at });
    await reader.manager.insert('PollVote', { participantId: participant.id, optionId, value });
    const reason = { kind: 'named', reasonKey: 'named', officeId: null, institutionId: null };
    await reader.manager.insert('PollReason', { id: newId(), participantId: participant.id, ...reason });
    return participant;
  };
  const first = await asked(own.id, '2026-02-20T08:00Z', 'no');
  const second = await asked(other.id, '2026-02-21T08:00Z', 'yes');
  await api.app.get(MergePeople).merge(systemActor(), {
    survivorId: own.id,
    otherId: other.id,
    versions: { own: own.version, other: other.version },
    choices: {},
    preferredAddress: null,
  });
  for (const { token } of [first, second]) {
    expect(await findPollByToken(reader, token)).toMatchObject({
      participant: { id: first.id, personId: own.id, answeredAt: Temporal.Instant.from('2026-02-21T08:00Z') },
      votes: { [optionId]: 'yes' },
      bundle: { poll: { organiserId: own.id } },
    });
  }
  const left = await reader.manager.query(
    `SELECT (SELECT count(*)::int FROM poll_participant) AS participants, (SELECT count(*)::int FROM poll_reason) AS reasons,
            (SELECT audience_rule::text LIKE '%' || $1 || '%' FROM poll) AS named`,
    [own.id],
  );
  expect(left).toEqual([{ participants: 1, reasons: 1, named: true }]);
});
