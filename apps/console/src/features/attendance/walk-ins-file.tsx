import { Button, FileInput, Group, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { endpoints, type WalkInsCheckDto } from '#contracts';
import { errorText } from '#i18n';
import { useAction } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { attendanceReads } from './attendance-reads.js';

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,text/csv';

/** A file of people who came without being registered: checked first, written when the host says so. */
export function WalkInsFile({ meetingId }: { readonly meetingId: string }) {
  const { t } = useText();
  const check = useAction(endpoints.checkWalkIns);
  const take = (file: File | null) => {
    if (file !== null) check.mutate({ params: { id: meetingId }, file });
  };
  return (
    <Stack>
      <FileInput
        clearable={false}
        accept={ACCEPTED}
        maw="24rem"
        label={t('attendance.add.file')}
        description={t('attendance.add.file-hint')}
        placeholder={t('import.choose')}
        // The same file, mended, can be chosen again.
        value={null}
        disabled={check.isPending}
        onChange={take}
      />
      <ProblemAlert error={check.error} />
      {check.data !== undefined && (
        <Checked meetingId={meetingId} result={check.data} onDone={() => check.reset()} />
      )}
    </Stack>
  );
}

interface CheckedProps {
  readonly meetingId: string;
  readonly result: WalkInsCheckDto;
  readonly onDone: () => void;
}

function Checked({ meetingId, result: { rows, problems }, onDone }: CheckedProps) {
  const { t } = useText();
  const add = useAction(endpoints.addWalkIns, attendanceReads);
  const count = rows.length;
  const confirm = () => {
    const walkIns = rows.map((row) => ({ id: crypto.randomUUID(), ...row }));
    add.mutate(
      { params: { id: meetingId }, body: { walkIns } },
      {
        onSuccess: () => {
          notifications.show({ message: t('attendance.add.done', { count }) });
          onDone();
        },
      },
    );
  };
  return (
    <Stack gap="sm" aria-live="polite">
      <Text>{t('attendance.add.checked', { count })}</Text>
      {problems.length > 0 && (
        <div>
          <Text fw={600}>{t('attendance.add.problems')}</Text>
          <List>
            {problems.map(({ row, column, code, params }) => (
              <List.Item key={`${row} ${column} ${code}`}>
                {t('attendance.add.problem', { row, column, text: errorText(t, code, params) })}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <ProblemAlert error={add.error} />
      <Group>
        {count > 0 && (
          <Button loading={add.isPending} onClick={confirm}>
            {t('attendance.add.confirm', { count })}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          {t('attendance.add.discard')}
        </Button>
      </Group>
    </Stack>
  );
}
