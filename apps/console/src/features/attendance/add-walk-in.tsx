import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type SyntheticEvent } from 'react';
import { endpoints } from '#contracts';
import { useAction } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { attendanceReads } from './attendance-reads.js';

const nobody = { name: '', organisation: '', address: '' };

/** One person who came without being registered. */
export function AddWalkIn({ meetingId }: { readonly meetingId: string }) {
  const { t } = useText();
  const [typed, setTyped] = useState(nobody);
  const add = useAction(endpoints.addWalkIns, attendanceReads);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const { name, organisation, address } = typed;
    const walkIn = {
      id: crypto.randomUUID(),
      name,
      organisation: organisation.trim() || null,
      address: address.trim() || null,
    };
    add.mutate(
      { params: { id: meetingId }, body: { walkIns: [walkIn] } },
      {
        onSuccess: () => {
          setTyped(nobody);
          notifications.show({ message: t('attendance.add.done', { count: 1 }) });
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={add.error} />
      <Group align="flex-end">
        {(['name', 'organisation', 'address'] as const).map((field) => (
          <TextInput
            key={field}
            required={field === 'name'}
            type={field === 'address' ? 'email' : 'text'}
            label={t(`attendance.add.${field}`)}
            value={typed[field]}
            onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('attendance.add.action')}
        </Button>
      </Group>
    </form>
  );
}
