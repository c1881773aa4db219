import { Anchor, Button, FileInput, Group, Select, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { endpoints, fileAudience, type FileAudience, type MeetingFileDto } from '#contracts';
import { formatSize } from '#i18n';
import { addressOf, useAction, useApi } from '../../api/index.js';
import { Cell, DataTable } from '../../ui/data-table.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Loaded } from '../../ui/loaded.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';

const reads = [endpoints.listMeetingFiles.name];

interface FilesProps {
  readonly meetingId: string;
}

/** A meeting's files, each with who may have it. */
export function Files({ meetingId }: FilesProps) {
  const { t } = useText();
  const input = { params: { id: meetingId }, query: {} };
  const query = useApi(endpoints.listMeetingFiles, input);
  return (
    <section aria-labelledby="files">
      <Group justify="space-between" mb={4}>
        <Title order={2} id="files">
          {t('host-view.files.title')}
        </Title>
        <ExportMenu list={endpoints.listMeetingFiles} input={input} />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('host-view.files.hint')}
      </Text>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('host-view.files.none')}</Text>
          ) : (
            <DataTable
              label={t('host-view.files.title')}
              columns={[
                t('host-view.files.name'),
                t('host-view.files.size'),
                t('host-view.files.for'),
                t('console.answers.columns.actions'),
              ]}
            >
              {items.map((file) => (
                <Row key={file.id} file={file} />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <AddFile meetingId={meetingId} />
    </section>
  );
}

function Row({ file }: { readonly file: MeetingFileDto }) {
  const { t, language } = useText();
  const params = { id: file.id };
  const change = useAction(endpoints.changeMeetingFile, reads);
  const remove = useAction(endpoints.removeMeetingFile, reads);
  return (
    <tr>
      <Cell>
        <Anchor href={addressOf(endpoints.getMeetingFile, { params })}>{file.name}</Anchor>
        <ProblemAlert error={change.error ?? remove.error} />
      </Cell>
      <Cell head={t('host-view.files.size')}>{formatSize(file.size, language)}</Cell>
      <Cell>
        <AudienceSelect
          label={`${t('host-view.files.for')}: ${file.name}`}
          isHidden
          value={file.audience}
          onChange={(audience) => change.mutate({ params, body: { audience } })}
        />
      </Cell>
      <Cell numeric>
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          aria-label={t('host-view.files.remove-named', { name: file.name })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ params })}
        >
          {t('host-view.files.remove')}
        </Button>
      </Cell>
    </tr>
  );
}

function AddFile({ meetingId }: FilesProps) {
  const { t } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [audience, setAudience] = useState<FileAudience>('invited');
  const add = useAction(endpoints.addMeetingFile, reads);
  const send = (chosen: File) =>
    add.mutate(
      { params: { id: meetingId }, query: { audience }, file: chosen },
      {
        onSuccess: () => {
          setFile(null);
          notifications.show({
            message: t('host-view.files.added'),
            closeButtonProps: { 'aria-label': t('console.close') },
          });
        },
      },
    );
  return (
    <>
      <ProblemAlert error={add.error} />
      <Group align="flex-end" mt="md">
        <FileInput
          label={t('host-view.files.choose')}
          placeholder={t('host-view.files.choose')}
          miw="min(20rem, 100%)"
          clearable
          clearButtonProps={{ 'aria-label': t('directory.logo.clear') }}
          value={file}
          onChange={setFile}
        />
        <AudienceSelect label={t('host-view.files.for')} value={audience} onChange={setAudience} />
        <Button
          variant="default"
          loading={add.isPending}
          disabled={file === null}
          onClick={() => file !== null && send(file)}
        >
          {t('host-view.files.add')}
        </Button>
      </Group>
    </>
  );
}

interface AudienceSelectProps {
  readonly label: string;
  /** In a table the head says what it is. */
  readonly isHidden?: boolean;
  readonly value: FileAudience;
  readonly onChange: (audience: FileAudience) => void;
}

function AudienceSelect({ label, isHidden = false, value, onChange }: AudienceSelectProps) {
  const { t } = useText();
  return (
    <Select
      {...(isHidden ? { 'aria-label': label } : { label })}
      allowDeselect={false}
      data={fileAudience.options.map((each) => ({
        value: each,
        label: t(`host-view.files.audiences.${each}`),
      }))}
      value={value}
      onChange={(chosen) => onChange(fileAudience.parse(chosen))}
    />
  );
}
