import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { endpoints, type AnswersSummaryDto } from '#contracts';
import type { Translator } from '#i18n';
import { useApi, useLiveAnswers } from '../../api/index.js';
import { CoverageBar } from '../../ui/coverage-bar.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Loaded } from '../../ui/loaded.js';
import { Ring } from '../../ui/ring.js';
import { useText } from '../../ui/use-text.js';
import { AskDeputies } from '../handover/ask-deputies.js';
import { MeetingHandovers } from '../handover/meeting-handovers.js';
import { useMeeting } from '../meetings/meeting-layout.js';
import { AnswersOverTime } from './answers-over-time.js';
import styles from './answers-page.module.css';
import { ClusterTable } from './cluster-table.js';
import { PeopleFilter } from './people-filter.js';
import { PeopleTable } from './people-table.js';
import { RemindSilent } from './remind-silent.js';
import { SeatCounts } from './seat-counts.js';
import { SeatRequests } from './seat-requests.js';
import { SensitiveAnswers } from './sensitive-answers.js';

const EVERY_MS = 10_000;
/** While changes are told by themselves; mails' states are not. */
const SELDOM_MS = 60_000;

/** How the answers stand: clusters, seats, and then everybody by name. */
export function AnswersPage() {
  const { t } = useText();
  const meeting = useMeeting();
  const isLive = useLiveAnswers(meeting.id);
  const every = isLive ? SELDOM_MS : EVERY_MS;
  const query = useApi(endpoints.getAnswers, { params: { id: meeting.id } }, { every: () => every });
  return (
    <Loaded query={query}>
      {(answers) =>
        answers.invited === 0 ? (
          <EmptyState
            title={t('console.meetings.nobody-invited')}
            action={
              <Button component={Link} to={`/meetings/${meeting.id}/invitations`}>
                {t('console.invite.choose')}
              </Button>
            }
          >
            {t(meeting.seating.open ? 'console.answers.empty-open' : 'console.answers.empty')}
          </EmptyState>
        ) : (
          <Stack gap="xl">
            <Counts answers={answers} isLive={isLive} />
            <SeatRequests meeting={meeting} />
            <MeetingHandovers meeting={meeting} />
            {answers.clusters.total > 0 && (
              <section aria-labelledby="clusters">
                <Title order={2} id="clusters" mb="sm">
                  {t('console.answers.by-cluster')}
                </Title>
                <ClusterTable items={answers.clusters.items} />
              </section>
            )}
            <AnswersOverTime meetingId={meeting.id} />
            <section aria-labelledby="people">
              <Group justify="space-between" mb="sm">
                <Title order={2} id="people">
                  {t('console.answers.by-person')}
                </Title>
                <Group gap="sm">
                  {answers.silent > 0 && meeting.state === 'published' && (
                    <>
                      <RemindSilent meeting={meeting} />
                      <AskDeputies meeting={meeting} />
                    </>
                  )}
                  <SensitiveAnswers meeting={meeting} />
                  <ExportMenu
                    list={endpoints.listInvitations}
                    input={{ params: { id: meeting.id }, query: {} }}
                  />
                </Group>
              </Group>
              <PeopleFilter answers={answers} />
              <PeopleTable meeting={meeting} every={every} />
            </section>
          </Stack>
        )
      }
    </Loaded>
  );
}

function Counts({ answers, isLive }: { readonly answers: AnswersSummaryDto; readonly isLive: boolean }) {
  const { t } = useText();
  const { clusters, people, capacity, seats } = answers;
  return (
    <div className={styles.counts}>
      {clusters.total > 0 && (
        <div className={styles.clusters}>
          <CoverageBar
            size="large"
            done={clusters.answered}
            total={clusters.total}
            label={t('console.answers.clusters', { done: clusters.answered, count: clusters.total })}
          />
          <Text c="dimmed" mt={8}>
            {t('console.answers.represented', { count: clusters.represented })}
          </Text>
        </div>
      )}
      <div className={styles.seats}>
        <Ring size={72} filled={capacity === null ? 1 : Math.min(1, seats / capacity)} />
        <div>
          <Text fz="lg" fw={600}>
            {capacity === null
              ? t('console.answers.confirmed', { count: people.confirmed })
              : t('console.answers.seats', { confirmed: seats, capacity })}
          </Text>
          <Text c="dimmed">{waitingWords(answers, t)}</Text>
          <SeatCounts answers={answers} />
        </div>
      </div>
      <ul className={styles.numbers}>
        {(['yes', 'maybe', 'no', 'silent'] as const).map((each) => (
          <li key={each}>
            <strong>{answers[each]}</strong>
            {each === 'silent' ? t('console.answers.silent') : t(`common.answer.${each}`)}
          </li>
        ))}
      </ul>
      {isLive && (
        <Text size="sm" c="dimmed" className={styles.live}>
          {t('host-view.live.on')}
        </Text>
      )}
    </div>
  );
}

/** Who has no seat yet and would like one. */
function waitingWords({ people, awaitingApproval }: AnswersSummaryDto, t: Translator): string {
  const { waitlisted, offered } = people;
  const words = [
    awaitingApproval > 0 ? t('seating.counts.awaiting', { count: awaitingApproval }) : null,
    offered > 0 ? t('seating.counts.offered', { count: offered }) : null,
    waitlisted > 0
      ? t('console.answers.waitlisted', { count: waitlisted })
      : t('console.answers.no-waitlist'),
  ].filter((word) => word !== null);
  return words.join(' · ');
}
