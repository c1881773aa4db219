import { Button, Checkbox, Group, MultiSelect, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  endpoints,
  messageInput,
  type MeetingDto,
  type MessageInput,
  type MessagePreviewDto,
  type Standing,
} from '#contracts';
import { call, refresh, useApi, useApiAll } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { pickLocal } from '../../ui/local-text.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import type { ContractForm as Form } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { meetingReads } from '../meetings/meeting-reads.js';
import { MessagePreview } from './message-preview.js';
import { messageOf, noMessage, type MessageValues } from './message-values.js';

const standings: readonly Standing[] = ['confirmed', 'waiting', 'maybe', 'declined', 'silent'];
const reads = [...meetingReads, endpoints.listMessages.name];

interface Shown {
  readonly message: MessageInput;
  readonly preview: MessagePreviewDto;
}

/** First it is written and chosen who gets it, then it is looked at, then sent. */
export function WriteMessage({ meeting }: { readonly meeting: MeetingDto }) {
  const { t } = useText();
  const client = useQueryClient();
  const [shown, setShown] = useState<Shown | null>(null);
  const params = { id: meeting.id };
  const contract = useContractForm({
    initial: noMessage,
    schema: messageInput,
    toBody: messageOf,
    fieldOf: (path) => path.replace(/^recipients\./, ''),
    submit: async (message) =>
      setShown({ message, preview: await call(endpoints.previewMessage, { params, body: message }) }),
  });
  const send = async ({ message, preview: { recipientsKey } }: Shown) => {
    await call(endpoints.sendMessage, { params, body: { ...message, recipientsKey } });
    notifications.show({
      message: t('host-view.message.sent'),
      closeButtonProps: { 'aria-label': t('console.close') },
    });
    contract.form.reset();
    setShown(null);
    await refresh(client, reads);
  };
  return (
    <section aria-labelledby="write">
      <Title order={2} id="write" mb="sm">
        {t('host-view.message.title')}
      </Title>
      {shown !== null && (
        <MessagePreview preview={shown.preview} onSend={() => send(shown)} onBack={() => setShown(null)} />
      )}
      <div hidden={shown !== null}>
        <ContractForm contract={contract}>
          <Stack>
            <Recipients meeting={meeting} contract={contract} />
            <LocalizedInput
              label={t('host-view.message.subject')}
              path="subject"
              fields={contract.form.getInputProps}
              required
            />
            <LocalizedInput
              label={t('host-view.message.text')}
              description={t('console.meeting.markdown-hint')}
              path="text"
              fields={contract.form.getInputProps}
              rows={6}
              required
            />
            <Group justify="flex-end">
              <Button type="submit" loading={contract.busy}>
                {t('host-view.message.preview')}
              </Button>
            </Group>
          </Stack>
        </ContractForm>
      </div>
    </section>
  );
}

interface RecipientsProps {
  readonly meeting: MeetingDto;
  readonly contract: Form<MessageValues>;
}

function Recipients({ meeting, contract: { form } }: RecipientsProps) {
  const { t, language } = useText();
  const params = { id: meeting.id };
  const { data: answers } = useApi(endpoints.getAnswers, { params });
  const { data: invited = [] } = useApiAll(endpoints.listInvitations, { params, query: { limit: 200 } });
  const clusters = answers?.clusters.items ?? [];
  return (
    <>
      <Checkbox.Group
        label={t('host-view.message.standings')}
        description={t('host-view.message.standings-hint')}
        {...form.getInputProps('standings')}
      >
        <Group gap="lg" mt={8}>
          {standings.map((each) => (
            <Checkbox key={each} value={each} label={t(`host-view.states.${each}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {clusters.length > 0 && (
        <MultiSelect
          label={t('host-view.message.clusters')}
          description={t('host-view.message.clusters-hint')}
          searchable
          data={clusters.map(({ institution }) => ({
            value: institution.id,
            label: pickLocal(institution.name, language).text,
          }))}
          {...form.getInputProps('clusterIds')}
        />
      )}
      <MultiSelect
        label={t('host-view.message.people')}
        searchable
        limit={50}
        data={invited
          .filter(({ state }) => state === 'active')
          .map(({ id, person }) => ({ value: id, label: person.name }))}
        {...form.getInputProps('invitationIds')}
      />
    </>
  );
}
