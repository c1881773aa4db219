import { Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { endpoints, type OwnProposalDto, type ProposalDto } from '#contracts';
import { fullName } from '#i18n';
import { useAction, useApiPages } from '../../api/index.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { momentWords } from '../../ui/moment.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useText } from '../../ui/use-text.js';
import { peopleReads } from './people-reads.js';
import { patchLines } from './patch-lines.js';

const ALL = { query: {} };

/** Changes that others propose for people at home here, and what one has proposed oneself. */
export function ProposalsPage() {
  const { t } = useText();
  const query = useApiPages(endpoints.listProposals, ALL);
  const own = useApiPages(endpoints.listOwnProposals, ALL);
  return (
    <Stack gap="xl">
      <Group justify="flex-end">
        <ExportMenu list={endpoints.listProposals} input={ALL} />
      </Group>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('people.proposals.none')}>{t('people.proposals.none-text')}</EmptyState>
          ) : (
            <Stack>
              {items.map((proposal) => (
                <Proposal key={proposal.id} proposal={proposal} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <LoadMore query={query} />
      {own.items !== undefined && own.items.length > 0 && (
        <section aria-labelledby="own-proposals">
          <Group justify="space-between" mb="xs">
            <Title order={2} id="own-proposals">
              {t('people.proposals.own')}
            </Title>
            <ExportMenu list={endpoints.listOwnProposals} input={ALL} />
          </Group>
          <List spacing="sm">
            {own.items.map((proposal) => (
              <OwnProposal key={proposal.id} proposal={proposal} />
            ))}
          </List>
          <LoadMore query={own} />
        </section>
      )}
    </Stack>
  );
}

function Proposal({ proposal }: { readonly proposal: ProposalDto }) {
  const { t, language } = useText();
  const { id, person, proposer, patch, note, proposedAt } = proposal;
  const accept = useAction(endpoints.acceptProposal, peopleReads);
  const decline = useAction(endpoints.declineProposal, peopleReads);
  const name = fullName({ ...person, title: person.academicTitle });
  return (
    <Card component="article" aria-label={name}>
      <Title order={2} size="h3">
        {name}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('people.proposals.by', { name: proposer.name, when: momentWords(proposedAt, language) })}
      </Text>
      <List mb="sm">
        {patchLines(patch, person, t).map(({ field, before, after }) => (
          <List.Item key={field}>
            {t(`people.merge.fields.${field}`)}: {before !== '' && <s>{before}</s>} <strong>{after}</strong>
          </List.Item>
        ))}
      </List>
      {note !== null && note !== '' && <Text mb="sm">{note}</Text>}
      <ProblemAlert error={accept.error ?? decline.error} />
      <Group justify="flex-end">
        <Button
          variant="default"
          aria-label={t('people.proposals.decline-for', { name })}
          loading={decline.isPending}
          onClick={() => decline.mutate({ params: { id } })}
        >
          {t('people.proposals.decline')}
        </Button>
        <Button
          aria-label={t('people.proposals.accept-for', { name })}
          loading={accept.isPending}
          onClick={() => accept.mutate({ params: { id }, body: { personVersion: person.version } })}
        >
          {t('people.proposals.accept')}
        </Button>
      </Group>
    </Card>
  );
}

function OwnProposal({ proposal }: { readonly proposal: OwnProposalDto }) {
  const { t, language } = useText();
  const fields = patchLines(proposal.patch, null, t).map(({ field }) => t(`people.merge.fields.${field}`));
  return (
    <List.Item>
      {t(`people.proposals.states.${proposal.state}`)}: {fields.join(', ')} (
      {momentWords(proposal.proposedAt, language)})
    </List.Item>
  );
}
