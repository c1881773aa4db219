import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { endpoints, type InvitationDto, type MeetingDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { LoadMore } from '../../ui/load-more.js';
import { useText } from '../../ui/use-text.js';
import { DecideDialog } from './decide-dialog.js';
import { Reasons } from './reasons.js';

const EVERY_MS = 10_000;

/** Who waits for the host's decision; nothing where nobody does. */
export function SeatRequests({ meeting }: { readonly meeting: MeetingDto }) {
  const { t } = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<'approve' | 'refuse' | null>(null);
  const input = { params: { id: meeting.id }, query: { registration: 'awaiting_approval' as const } };
  const query = useApiPages(endpoints.listInvitations, input, { every: EVERY_MS });
  const items = query.items ?? [];
  if (items.length === 0) return null;
  const picked = items.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const all = () =>
    setChosen(picked.length === items.length ? new Set() : new Set(items.map(({ id }) => id)));
  return (
    <section aria-labelledby="requests">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="requests">
          {t('seating.requests.title')}
        </Title>
        <Group gap="sm">
          <Button
            variant="default"
            size="sm"
            disabled={picked.length === 0}
            onClick={() => setDecision('refuse')}
          >
            {t('seating.requests.refuse')}
          </Button>
          <Button size="sm" disabled={picked.length === 0} onClick={() => setDecision('approve')}>
            {t('seating.requests.approve')}
          </Button>
        </Group>
      </Group>
      <Stack gap="xs">
        <Checkbox
          label={t('seating.requests.all')}
          checked={picked.length === items.length}
          indeterminate={picked.length > 0 && picked.length < items.length}
          onChange={all}
        />
        {items.map((invitation) => (
          <Request
            key={invitation.id}
            invitation={invitation}
            checked={chosen.has(invitation.id)}
            onToggle={() => toggle(invitation.id)}
          />
        ))}
      </Stack>
      <LoadMore query={query} />
      {decision !== null && (
        <DecideDialog
          meeting={meeting}
          decision={decision}
          invitations={picked}
          onClose={() => {
            setDecision(null);
            setChosen(new Set());
          }}
        />
      )}
    </section>
  );
}

interface RequestProps {
  readonly invitation: InvitationDto;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function Request({ invitation, checked, onToggle }: RequestProps) {
  const { t } = useText();
  const { person, seats, note } = invitation;
  return (
    <Checkbox
      label={
        <>
          {person.name}
          {seats > 1 && ` (${t('seating.requests.party', { count: seats })})`}
        </>
      }
      description={
        <>
          <Reasons invitation={invitation} />
          {note !== null && note !== '' && <Text span size="xs" display="block">{`„${note}“`}</Text>}
        </>
      }
      checked={checked}
      onChange={onToggle}
    />
  );
}
