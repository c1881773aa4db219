import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { endpoints, type MeetingDto, type PlaceDto } from '#contracts';
import { formatList, formatOwnTime, formatWhen, mailPlanWords, mapAddress, placeLines } from '#i18n';
import { useApi, useMay } from '../../api/index.js';
import { CoverageBar } from '../../ui/coverage-bar.js';
import { Facts } from '../../ui/facts.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { Markdown } from '../../ui/markdown.js';
import { localWords, readersZone, whenOf } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { History } from '../audit/history.js';
import { seatingWords } from './seating-words.js';

import { AgendaList } from './agenda-list.js';
import { useMeeting } from './meeting-layout.js';
import styles from './overview-page.module.css';

/** What the meeting is, and how it stands. */
export function OverviewPage() {
  const meeting = useMeeting();
  const { language } = useText();
  const may = useMay();
  const institutionIds = [meeting.institution, ...meeting.hosts].map(({ id }) => id);
  const description = meeting.description === null ? null : pickLocal(meeting.description, language);
  return (
    <div className={styles.columns}>
      <div>
        <MeetingFacts meeting={meeting} />
        <AgendaList meeting={meeting} />
        {description !== null && (
          <div className={styles.description}>
            <Markdown text={description.text} lang={description.lang} />
          </div>
        )}
        <History subjectKind="meeting" subjectId={meeting.id} />
      </div>
      {may('meeting.invite', { institutionIds, meetingId: meeting.id }) && <Standing meeting={meeting} />}
    </div>
  );
}

function MeetingFacts({ meeting }: { readonly meeting: MeetingDto }) {
  const { t, language } = useText();
  const when = whenOf(meeting);
  const own = formatOwnTime(when, readersZone(), language);
  const names = (rows: MeetingDto['hosts']) =>
    formatList(
      rows.map((row) => pickLocal(row.name, language).text),
      language,
    );
  return (
    <Facts
      rows={[
        [
          t('console.meeting.when'),
          <>
            {formatWhen(when, language)}
            {own !== null && (
              <Text size="sm" c="dimmed">
                {own}
              </Text>
            )}
          </>,
        ],
        [t('console.meeting.where'), meeting.place !== null && <Place place={meeting.place} />],
        [
          t('console.meeting.online-address'),
          meeting.onlineUrl !== null && <Anchor href={meeting.onlineUrl}>{meeting.onlineUrl}</Anchor>,
        ],
        [t('console.meeting.institution'), names([meeting.institution])],
        [t('console.meeting.hosts'), names(meeting.hosts)],
        [t('console.meeting.organiser'), meeting.organiser?.name],
        [t('console.meeting.listings'), names(meeting.listings)],
        [
          t('console.meeting.answer-by'),
          meeting.answerByLocal !== null && localWords(meeting.answerByLocal, meeting.zone, language),
        ],
        [t('console.meeting.capacity'), meeting.capacity ?? t('console.meeting.no-limit')],
        [t('console.meeting.visibility'), t(`console.meeting.visibilities.${meeting.visibility}`)],
        [t('questions.title'), names(meeting.questions.map(({ id, label }) => ({ id, name: label })))],
        [t('seating.title'), seatingWords(meeting.seating, t)],
        [t('mail-plan.title'), mailPlanWords(meeting.mailPlan, t)],
      ]}
    />
  );
}

function Place({ place }: { readonly place: PlaceDto }) {
  const { t } = useText();
  const map = mapAddress(place);
  return (
    <>
      {placeLines(place).map((line) => (
        <div key={line}>{line}</div>
      ))}
      {place.land !== null && <div>{t(`console.place.lands.${place.land}`)}</div>}
      {map !== null && (
        <Anchor href={map} target="_blank" rel="noreferrer" size="sm">
          {t('console.place.map')}
        </Anchor>
      )}
      {place.directions !== null && (
        <Text size="sm" c="dimmed">
          <Local text={place.directions} />
        </Text>
      )}
    </>
  );
}

function Standing({ meeting }: { readonly meeting: MeetingDto }) {
  const { t } = useText();
  const base = `/meetings/${meeting.id}`;
  const { data } = useApi(endpoints.getAnswers, { params: { id: meeting.id } });
  if (data === undefined) return null;
  return (
    <aside className={styles.standing} aria-labelledby="standing">
      <Title order={2} id="standing" mb="sm">
        {t('console.meeting.answers')}
      </Title>
      {data.invited === 0 ? (
        <>
          <Text c="dimmed" mb="md">
            {t('console.meetings.nobody-invited')}
          </Text>
          {meeting.state !== 'cancelled' && (
            <Button component={Link} to={`${base}/invitations`} variant="default">
              {t('console.invite.choose')}
            </Button>
          )}
        </>
      ) : (
        <>
          {data.clusters.total > 0 && (
            <CoverageBar
              size="large"
              done={data.clusters.answered}
              total={data.clusters.total}
              label={t('console.answers.clusters', {
                done: data.clusters.answered,
                count: data.clusters.total,
              })}
            />
          )}
          <Text mt="sm">
            {data.capacity === null
              ? t('console.answers.confirmed', { count: data.people.confirmed })
              : t('console.answers.seats', { confirmed: data.seats, capacity: data.capacity })}
            {data.people.waitlisted > 0 &&
              ` · ${t('console.answers.waitlisted', { count: data.people.waitlisted })}`}
          </Text>
          <Anchor component={Link} to={`${base}/answers`}>
            {t('console.answers.all')}
          </Anchor>
        </>
      )}
    </aside>
  );
}
