import { Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { endpoints, type ImportDto } from '#contracts';
import { refresh, useAction } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';

const parts = ['new', 'changed', 'linked', 'unchanged', 'wrong'] as const;

/** What will happen, in sentences, and the button that makes it happen. */
export function ConfirmImport({ run }: { readonly run: ImportDto }) {
  const { t } = useText();
  const client = useQueryClient();
  const [leaveOutWrong, setLeaveOut] = useState(false);
  const confirm = useAction(endpoints.confirmImport);
  const counts = run.counts ?? { new: 0, changed: 0, unchanged: 0, linked: 0, wrong: 0 };
  const isIdle = counts.new + counts.changed + counts.linked === 0;
  const params = { id: run.id };
  const reread = {
    onSuccess: () => refresh(client, [endpoints.getImport.name, endpoints.listImportRows.name]),
  };
  return (
    <Stack gap="sm" align="flex-start">
      <List>
        {parts
          .filter((part) => counts[part] > 0)
          .map((part) => (
            <List.Item key={part}>{t(`import.parts.${part}`, { count: counts[part] })}</List.Item>
          ))}
      </List>
      <Text c="dimmed">{t(isIdle ? 'import.nothing-to-do' : 'import.all-or-nothing')}</Text>
      {counts.wrong > 0 && !isIdle && (
        <Checkbox
          label={t('import.leave-out-wrong', { count: counts.wrong })}
          checked={leaveOutWrong}
          onChange={(event) => setLeaveOut(event.currentTarget.checked)}
        />
      )}
      <ProblemAlert error={confirm.error} />
      <Group>
        {!isIdle && (
          <Button
            loading={confirm.isPending}
            disabled={counts.wrong > 0 && !leaveOutWrong}
            onClick={() => confirm.mutate({ params, body: { leaveOutWrong } }, reread)}
          >
            {t('import.confirm')}
          </Button>
        )}
        <Button component={Link} variant="default" to={`?import=${run.id}&step=mapping`}>
          {t('import.change-mapping')}
        </Button>
      </Group>
    </Stack>
  );
}
