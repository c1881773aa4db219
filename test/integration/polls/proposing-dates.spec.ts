import type { PollProposalDto } from '#contracts';
import { UnitOfWork } from '#database';
import { Temporal } from '#kernel';
import { aMeeting } from '../../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { pollBody } from '../../factories/polls.factory.js';
import { enterAsOwner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const wallClock = (text: string) => Temporal.PlainDateTime.from(text);

it('proposes days without holidays of the audience’s Länder and without meetings of its clusters', async () => {
  const { reader } = api.app.get(UnitOfWork);
  const owner = await enterAsOwner(api);
  const { network, clusters } = await aNetworkOfManagers(reader, [{}, {}]);
  const [first] = clusters;
  await reader.manager.query(`UPDATE institution SET laender = '{SN}' WHERE id = $1`, [first?.cluster.id]);
  const secret = { title: { de: 'Vertraulich' }, visibility: 'invited' as const };
  await aMeeting(reader, {
    institutionId: first?.cluster.id ?? '',
    startsLocal: wallClock('2026-11-11T09:00'),
    endsLocal: wallClock('2026-11-11T10:00'),
    ...secret,
  });
  // Of nobody in the audience.
  await aMeeting(reader, {
    startsLocal: wallClock('2026-11-04T09:00'),
    endsLocal: wallClock('2026-11-04T10:00'),
  });
  const { institutionId, asking } = pollBody(network.id);
  const { body: proposal } = await owner.send<PollProposalDto>('POST', '/api/v1/polls/propose-dates', {
    body: {
      institutionId,
      asking,
      from: '2026-11-01',
      until: '2026-11-30',
      weekdays: [3],
      time: '14:00',
      count: 10,
    },
  });
  // Wednesdays; the 18th is Saxony's Day of Repentance.
  expect(proposal.options.map(({ startsLocal }) => startsLocal)).toEqual([
    '2026-11-04T14:00',
    '2026-11-25T14:00',
  ]);
  expect(proposal.lands).toEqual(['SN']);
  expect(proposal.holidays).toMatchObject([{ on: '2026-11-18', name: { de: 'Buß- und Bettag' } }]);
  expect(proposal.taken).toEqual([{ on: '2026-11-11', title: null }]);
});
