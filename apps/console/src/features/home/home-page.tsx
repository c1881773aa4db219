import { Button, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { endpoints } from '#contracts';
import { useApi, useMay } from '../../api/index.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { useText } from '../../ui/use-text.js';
import { OpenDecisions } from '../handover/open-decisions.js';
import { MeetingTable } from '../meetings/meeting-table.js';
import { NextMeeting } from './next-meeting.js';
import { SetupSteps } from './setup-steps.js';

/** What is next, large; then what comes after it, and what is still to be set up. */
export function HomePage() {
  const { t } = useText();
  const may = useMay();
  return (
    <div>
      <PageHead quiet title={t('console.nav.home')} />
      <Stack gap="xl">
        {may('meeting.read') ? (
          <Meetings />
        ) : (
          <EmptyState title={t('rights.home.title')}>{t('rights.home.text')}</EmptyState>
        )}
        {may('meeting.read') && <OpenDecisions />}
        {may('instance.administer') && <SetupSteps />}
      </Stack>
    </div>
  );
}

function Meetings() {
  const { t } = useText();
  const may = useMay();
  const query = useApi(endpoints.listMeetings, { query: { when: 'coming', limit: 6 } });
  return (
    <Loaded query={query}>
      {({ items }) => {
        const coming = items.filter((meeting) => meeting.state !== 'cancelled');
        const [next, ...others] = coming;
        return next === undefined ? (
          <EmptyState
            title={t('console.meetings.none')}
            action={may('meeting.create') ? <NewMeeting /> : undefined}
          >
            {t('console.meetings.none-text')}
          </EmptyState>
        ) : (
          <>
            <NextMeeting meeting={next} />
            {others.length > 0 && (
              <section aria-labelledby="afterwards">
                <Title order={2} id="afterwards" mb="xs">
                  {t('console.home.afterwards')}
                </Title>
                <MeetingTable label={t('console.home.afterwards')} items={others} />
              </section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function NewMeeting() {
  const { t } = useText();
  return (
    <Button component={Link} to="/meetings/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
      {t('console.meetings.new')}
    </Button>
  );
}
