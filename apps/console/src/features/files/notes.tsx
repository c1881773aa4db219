import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { endpoints, type MeetingNoteDto } from '#contracts';
import { useAction, useApi } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Loaded } from '../../ui/loaded.js';
import { Markdown } from '../../ui/markdown.js';
import { momentWords } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import styles from './notes.module.css';

const reads = [endpoints.listNotes.name];

/** What hosts write down for one another. */
export function Notes({ meetingId }: { readonly meetingId: string }) {
  const { t, language } = useText();
  const params = { id: meetingId };
  const input = { params, query: {} };
  const query = useApi(endpoints.listNotes, input);
  const add = useAction(endpoints.addNote, reads);
  return (
    <section aria-labelledby="notes">
      <Group justify="space-between" mb={4}>
        <Title order={2} id="notes">
          {t('host-view.notes.title')}
        </Title>
        <ExportMenu list={endpoints.listNotes} input={input} />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('host-view.notes.hint')}
      </Text>
      <ProblemAlert error={add.error} />
      <NoteForm
        label={t('host-view.notes.text')}
        action={t('host-view.notes.add')}
        busy={add.isPending}
        onSubmit={(text, done) => add.mutate({ params, body: { text } }, { onSuccess: done })}
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('host-view.notes.none')}</Text>
          ) : (
            <ul className={styles.notes} lang={language}>
              {items.map((note) => (
                <Note key={note.id} note={note} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Note({ note }: { readonly note: MeetingNoteDto }) {
  const { t, language } = useText();
  const [editing, setEditing] = useState(false);
  const params = { id: note.id };
  const change = useAction(endpoints.changeNote, reads);
  const remove = useAction(endpoints.deleteNote, reads);
  const changed =
    note.changedAt === null
      ? ''
      : ` · ${t('host-view.notes.changed', { at: momentWords(note.changedAt, language) })}`;
  return (
    <li>
      <Text size="sm" c="dimmed">
        {note.author?.name} · {momentWords(note.writtenAt, language)}
        {changed}
      </Text>
      <ProblemAlert error={change.error ?? remove.error} />
      {editing ? (
        <NoteForm
          label={t('host-view.notes.change-text')}
          action={t('host-view.notes.save')}
          initial={note.text}
          busy={change.isPending}
          onSubmit={(text) =>
            change.mutate({ params, body: { text } }, { onSuccess: () => setEditing(false) })
          }
        />
      ) : (
        <Markdown text={note.text} lang={language} />
      )}
      {note.own && !editing && (
        <Group gap="xs">
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            {t('host-view.notes.change')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params })}
          >
            {t('host-view.notes.delete')}
          </Button>
        </Group>
      )}
    </li>
  );
}

interface NoteFormProps {
  readonly label: string;
  readonly action: string;
  readonly initial?: string;
  readonly busy: boolean;
  readonly onSubmit: (text: string, done: () => void) => void;
}

function NoteForm({ label, action, initial = '', busy, onSubmit }: NoteFormProps) {
  const [text, setText] = useState(initial);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSubmit(text, () => setText(''));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" maw="40rem" mb="md">
        <Textarea
          label={label}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" size="sm" loading={busy} disabled={text.trim() === ''}>
            {action}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
