import { Checkbox, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { endpoints, type PersonDto } from '#contracts';
import { hasStatus, useAction } from '../../api/index.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { directoryReads } from './directory-reads.js';

interface SharedMailboxesProps {
  /** The person as saved. */
  readonly person: PersonDto;
  /** Gets the person as it is after a mark. */
  readonly onMarked: (person: PersonDto) => void;
  /** Somebody else has changed the person meanwhile. */
  readonly onStale: () => Promise<void>;
}

/** Which of a person's saved addresses several people read; each mark is saved at once. */
export function SharedMailboxes({ person, onMarked, onStale }: SharedMailboxesProps) {
  const { t } = useText();
  const mark = useAction(endpoints.markAddress, directoryReads);
  if (person.addresses.length === 0) return null;
  const save = (addressId: string, shared: boolean) =>
    mark.mutate(
      { params: { id: person.id, addressId }, body: { shared }, version: person.version },
      {
        onSuccess: (marked) => {
          onMarked(marked);
          notifications.show({ message: t('console.form.saved') });
        },
        onError: (error) => void (hasStatus(error, 412) && onStale()),
      },
    );
  return (
    <Stack component="fieldset" gap="xs" m={0} p={0} bd={0}>
      <Text component="legend" size="sm" fw={500} mb="xs">
        {t('directory.person.shared.title')}
      </Text>
      {person.addresses.map(({ id, address, shared }) => (
        <Checkbox
          key={id}
          label={t('directory.person.shared.label', { address })}
          checked={shared}
          disabled={mark.isPending}
          onChange={({ currentTarget }) => save(id, currentTarget.checked)}
        />
      ))}
      <Text size="sm" c="dimmed">
        {t('directory.person.shared.hint')}
      </Text>
      {!hasStatus(mark.error, 412) && <ProblemAlert error={mark.error} />}
    </Stack>
  );
}
