import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { endpoints, type AudienceDto, type AudiencePreviewDto, type OfficeKind } from '#contracts';
import { useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { useInstitutionChoices } from '../directory/choices.js';
import { useMeeting } from '../meetings/meeting-layout.js';
import { AudienceTable } from './audience-table.js';
import { RunProgress } from './run-progress.js';
import { SendDialog } from './send-dialog.js';

const officeKinds = ['cluster_manager', 'chair', 'other'] as const satisfies readonly OfficeKind[];

/** Whom to invite: an audience is chosen, seen cluster by cluster, and then sent to. */
export function InvitationsPage() {
  const { t } = useText();
  const meeting = useMeeting();
  const [search, setSearch] = useSearchParams();
  const networks = useInstitutionChoices('network');
  const networkId = search.get('network') ?? networks[0]?.value ?? null;
  const officeKind = officeKinds.find((kind) => kind === search.get('office')) ?? 'cluster_manager';
  const choose = (name: string, value: string | null) =>
    setSearch((before) => searchWith(before, name, value), { replace: true, preventScrollReset: true });
  const operation = search.get('operation');
  return (
    <Stack gap="lg">
      {operation !== null && <RunProgress key={operation} id={operation} />}
      {meeting.state !== 'published' && (
        <Alert variant="light" icon={<IconInfoCircle aria-hidden="true" />}>
          {t(meeting.state === 'draft' ? 'console.invite.draft' : 'console.invite.cancelled')}
        </Alert>
      )}
      <Group align="flex-end" gap="md">
        <Select
          label={t('console.invite.office')}
          allowDeselect={false}
          data={officeKinds.map((value) => ({ value, label: t(`console.office.kinds.${value}`) }))}
          value={officeKind}
          onChange={(value) => choose('office', value)}
        />
        <Select
          label={t('console.invite.network')}
          allowDeselect={false}
          searchable
          miw={{ base: '100%', xs: '22rem' }}
          data={networks}
          value={networkId}
          onChange={(value) => choose('network', value)}
        />
      </Group>
      {networkId === null ? (
        <Text c="dimmed">{t('console.invite.no-network')}</Text>
      ) : (
        <Audience audience={{ kind: 'office-holders', networkId, officeKind }} />
      )}
    </Stack>
  );
}

function Audience({ audience }: { readonly audience: AudienceDto }) {
  const { t } = useText();
  const meeting = useMeeting();
  const [asking, setAsking] = useState(false);
  const query = useApi(endpoints.previewInvitations, { params: { id: meeting.id }, body: { audience } });
  const news = (query.data?.invites ?? 0) + (query.data?.addsReasons ?? 0);
  return (
    <Loaded query={query}>
      {(preview) => (
        <Stack gap="md">
          <AudienceWords preview={preview} />
          <AudienceTable preview={preview} />
          <Group justify="flex-end">
            {news === 0 ? (
              <Text c="dimmed">{t('console.invite.nobody-new')}</Text>
            ) : (
              <Button disabled={meeting.state !== 'published'} onClick={() => setAsking(true)}>
                {t('console.invite.send', { count: preview.invites })}
              </Button>
            )}
          </Group>
          {asking && (
            <SendDialog
              meeting={meeting}
              audience={audience}
              preview={preview}
              onClose={() => setAsking(false)}
            />
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function AudienceWords({ preview }: { readonly preview: AudiencePreviewDto }) {
  const { t } = useText();
  return (
    <Text aria-live="polite">
      {t('console.invite.clusters', { count: preview.institutions.length })}
      {' · '}
      {t('common.people', { count: preview.people })}
      {preview.vacant > 0 && ` · ${t('console.invite.vacant', { count: preview.vacant })}`}
    </Text>
  );
}

function searchWith(before: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const after = new URLSearchParams(before);
  if (value === null) after.delete(name);
  else after.set(name, value);
  return after;
}
