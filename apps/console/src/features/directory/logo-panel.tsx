import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endpoints, type InstitutionDto } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useText } from '../../ui/use-text.js';
import { directoryReads } from './directory-reads.js';
import styles from './institution-page.module.css';

interface LogoPanelProps {
  readonly institution: InstitutionDto;
  readonly onClose: () => void;
}

/** Gives an institution its logo, another one or none. */
export function LogoPanel({ institution, onClose }: LogoPanelProps) {
  const { t } = useText();
  const [file, setFile] = useState<File | null>(null);
  const { send, busy, problem } = useLogo(institution, onClose);
  const { logoFileId } = institution;
  return (
    <SidePanel title={t('directory.logo.title')} onClose={onClose}>
      <Stack>
        <ProblemAlert error={problem} />
        {logoFileId === null ? (
          <Text c="dimmed">{t('directory.logo.none')}</Text>
        ) : (
          <img className={styles.logo} src={`/files/${logoFileId}`} alt={t('directory.logo.present')} />
        )}
        <FileInput
          label={t('directory.logo.choose')}
          description={t('directory.logo.hint')}
          placeholder={t('directory.logo.placeholder')}
          accept="image/png,image/jpeg,image/webp"
          clearable
          clearButtonProps={{ 'aria-label': t('directory.logo.clear') }}
          value={file}
          onChange={setFile}
        />
        <Group justify="flex-end">
          {logoFileId !== null && (
            <Button variant="default" disabled={busy} onClick={() => void send(null)}>
              {t('directory.logo.remove')}
            </Button>
          )}
          <Button
            loading={busy}
            disabled={file === null}
            onClick={() => void (file === null ? undefined : send(file))}
          >
            {t('console.form.save')}
          </Button>
        </Group>
      </Stack>
    </SidePanel>
  );
}

function useLogo({ id, version }: InstitutionDto, onDone: () => void) {
  const { t } = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (file: File | null) => {
    setBusy(true);
    setProblem(null);
    try {
      if (file === null) await call(endpoints.removeLogo, { params: { id }, version });
      else await call(endpoints.setLogo, { params: { id }, version, file });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.form.saved') });
      onDone();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
