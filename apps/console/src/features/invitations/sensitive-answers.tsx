import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { endpoints, sensitiveKinds, type MeetingDto } from '#contracts';
import { useApi } from '../../api/index.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { useText } from '../../ui/use-text.js';

/** Shows what people said of their diet and their needs, when somebody asks for it: the log remembers who did. */
export function SensitiveAnswers({ meeting }: { readonly meeting: MeetingDto }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  if (!meeting.questions.some(({ kind }) => sensitiveKinds.has(kind))) return null;
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {t('questions.sensitive.action')}
      </Button>
      {open && (
        <Dialog title={t('questions.sensitive.title')} onClose={() => setOpen(false)}>
          <Stack>
            <Text c="dimmed">{t('questions.sensitive.text')}</Text>
            <Answers meetingId={meeting.id} />
          </Stack>
        </Dialog>
      )}
    </>
  );
}

function Answers({ meetingId }: { readonly meetingId: string }) {
  const { t, language } = useText();
  const query = useApi(endpoints.readSensitiveAnswers, { params: { id: meetingId } });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text>{t('questions.sensitive.none')}</Text>
        ) : (
          <dl>
            {items.map(({ person, answers }) => (
              <div key={person.id}>
                <dt>
                  <strong>{person.name}</strong>
                </dt>
                {answers.map(({ questionId, label, value }) => (
                  <dd key={questionId}>
                    {pickLocal(label, language).text} <strong>{pickLocal(value, language).text}</strong>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        )
      }
    </Loaded>
  );
}
