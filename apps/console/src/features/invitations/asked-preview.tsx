import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import {
  endpoints,
  type AskedAudience,
  type AskingInput,
  type InvitationSettings,
  type InvitationsPreviewDto,
} from '#contracts';
import { useApi } from '../../api/index.js';
import { Loaded } from '../../ui/loaded.js';
import { useText } from '../../ui/use-text.js';
import { AudiencePeople } from '../audiences/audience-people.js';
import { AudienceSums } from '../audiences/audience-sums.js';
import { PREVIEW_AFTER_MS } from '../audiences/rule-preview.js';
import { useMeeting } from '../meetings/meeting-layout.js';
import { EffectMark } from './effect-mark.js';
import { SendDialog } from './send-dialog.js';

interface AskedPreviewProps {
  /** Null while it does not say enough. */
  readonly audience: AskedAudience | null;
  readonly settings: InvitationSettings;
}

/** Whom the audience yields, what sending does for each, and the way to send. */
export function AskedPreview({ audience, settings }: AskedPreviewProps) {
  const { t } = useText();
  const [settled] = useDebouncedValue(audience, PREVIEW_AFTER_MS);
  return (
    <section aria-labelledby="preview">
      <Title order={2} id="preview" size="h3" mb="xs">
        {t('audiences.preview')}
      </Title>
      {audience === null || settled === null ? (
        <Text c="dimmed">{t('audiences.preview-wait')}</Text>
      ) : (
        <Preview asking={{ audience: settled, settings }} isSettled={settled === audience} />
      )}
    </section>
  );
}

interface PreviewProps {
  readonly asking: AskingInput;
  /** False while something newer than what is shown was chosen. */
  readonly isSettled: boolean;
}

function Preview({ asking, isSettled }: PreviewProps) {
  const { t } = useText();
  const meeting = useMeeting();
  const [isSending, setIsSending] = useState(false);
  const query = useApi(
    endpoints.previewInvitations,
    { params: { id: meeting.id }, body: asking },
    { keepsPrevious: true },
  );
  const isCurrent = isSettled && !query.isPlaceholderData;
  return (
    <Loaded query={query}>
      {(preview) => (
        <Stack gap="md">
          <AudienceSums sums={preview} />
          <AudiencePeople
            items={preview.items}
            people={preview.people}
            more={{
              head: t('console.invite.columns.effect'),
              cell: effectOf,
            }}
          />
          <Group justify="flex-end">
            {preview.invites + preview.addsReasons === 0 ? (
              <Text c="dimmed">{t('console.invite.nobody-new')}</Text>
            ) : (
              <Button
                disabled={meeting.state !== 'published' || !isCurrent}
                onClick={() => setIsSending(true)}
              >
                {t('console.invite.send', { count: preview.invites })}
              </Button>
            )}
          </Group>
          {isSending && (
            <SendDialog
              meeting={meeting}
              asking={asking}
              preview={preview}
              onClose={() => setIsSending(false)}
            />
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function effectOf({ effect }: InvitationsPreviewDto['items'][number]) {
  return <EffectMark effect={effect} />;
}
