import { Text } from '@mantine/core';
import { IconCircleCheck, IconMailOff, IconMailPlus, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import type { AudiencePreviewDto } from '#contracts';
import { Cell, DataTable } from '../../ui/data-table.js';
import { Local, type LocalText } from '../../ui/local-text.js';
import { StateMark } from '../../ui/state-mark.js';
import { useText } from '../../ui/use-text.js';

type Institution = AudiencePreviewDto['institutions'][number];
type Effect = Institution['holders'][number]['effect'];

const effects = {
  invite: { tone: 'good', Shape: IconMailPlus },
  'invite-again': { tone: 'warn', Shape: IconMailPlus },
  'add-reason': { tone: 'quiet', Shape: IconUserPlus },
  none: { tone: 'quiet', Shape: IconCircleCheck },
  'no-address': { tone: 'bad', Shape: IconMailOff },
} as const;

/** Cluster by cluster: who would be asked, and where nobody holds the office. */
export function AudienceTable({ preview }: { readonly preview: AudiencePreviewDto }) {
  const { t } = useText();
  return (
    <DataTable
      label={t('console.invite.preview')}
      columns={[
        t('console.invite.columns.institution'),
        t('console.invite.columns.person'),
        t('console.invite.columns.effect'),
      ]}
    >
      {preview.institutions.flatMap((row) => [
        ...row.holders.map((holder) => (
          <tr key={`${row.office.id} ${holder.personId}`}>
            <Cell>
              <Local text={row.institution.name} />
            </Cell>
            <Cell>
              <div>
                {holder.name}
                <Text size="sm" c="dimmed">
                  {holder.address ?? t('console.invite.no-address')} ·{' '}
                  {t(`console.language.names.${holder.language}`)}
                </Text>
              </div>
            </Cell>
            <Cell>
              <EffectMark effect={holder.effect} />
            </Cell>
          </tr>
        )),
        ...(row.vacantSeats > 0 ? [<Vacant key={`${row.office.id} vacant`} row={row} />] : []),
      ])}
      {preview.withoutOffice.map(({ id, name }) => (
        <WithoutOffice key={id} name={name} />
      ))}
    </DataTable>
  );
}

function Vacant({ row }: { readonly row: Institution }) {
  const { t } = useText();
  return (
    <tr>
      <Cell>
        <Local text={row.institution.name} />
      </Cell>
      <Cell>
        <Local text={row.office.name} />
      </Cell>
      <Cell>
        <StateMark tone="warn" Shape={IconUserOff}>
          {t('console.office.vacant', { count: row.vacantSeats })}
        </StateMark>
      </Cell>
    </tr>
  );
}

function WithoutOffice({ name }: { readonly name: LocalText }) {
  const { t } = useText();
  return (
    <tr>
      <Cell>
        <Local text={name} />
      </Cell>
      <Cell>–</Cell>
      <Cell>
        <StateMark tone="warn" Shape={IconUserOff}>
          {t('console.invite.without-office')}
        </StateMark>
      </Cell>
    </tr>
  );
}

function EffectMark({ effect }: { readonly effect: Effect }) {
  const { t } = useText();
  return <StateMark {...effects[effect]}>{t(`console.invite.effects.${effect}`)}</StateMark>;
}
