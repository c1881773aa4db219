import { Button, Menu, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { useText } from '../../ui/use-text.js';
import styles from './audiences.module.css';
import { ClauseRow } from './clause-row.js';
import { clauseKinds, newClause, type ClauseDraft, type RuleDraft } from './rule-draft.js';

interface RuleComposerProps {
  readonly rule: RuleDraft;
  /** The audience whose rule it is; null for one that is not saved. */
  readonly within?: string | null;
  readonly onChange: (rule: RuleDraft) => void;
}

/** Who is invited and who is not, a sentence each. */
export function RuleComposer({ rule, within = null, onChange }: RuleComposerProps) {
  return (
    <div>
      <Rows
        list="inclusions"
        clauses={rule.include}
        within={within}
        onChange={(include) => onChange({ ...rule, include })}
      />
      <Rows
        list="exclusions"
        clauses={rule.exclude}
        within={within}
        onChange={(exclude) => onChange({ ...rule, exclude })}
      />
    </div>
  );
}

interface RowsProps {
  readonly list: 'inclusions' | 'exclusions';
  readonly clauses: readonly ClauseDraft[];
  readonly within: string | null;
  readonly onChange: (clauses: readonly ClauseDraft[]) => void;
}

function Rows({ list, clauses, within, onChange }: RowsProps) {
  const { t } = useText();
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ marginBlockEnd: 24 }}>
      <Title order={2} id={id} size="h4">
        {t(`audiences.${list}`)}
      </Title>
      {clauses.length === 0 && list === 'exclusions' && (
        <Text size="sm" c="dimmed" py="xs">
          {t('audiences.exclusions-none')}
        </Text>
      )}
      <ul className={styles.rows}>
        {clauses.map((clause, place) => (
          <ClauseRow
            key={`${place} ${clause.kind}`}
            clause={clause}
            within={within}
            onChange={(changed) => onChange(clauses.with(place, changed))}
            onRemove={() => onChange(clauses.toSpliced(place, 1))}
          />
        ))}
      </ul>
      <Adding list={list} onAdd={(clause) => onChange([...clauses, clause])} />
    </section>
  );
}

interface AddingProps {
  readonly list: RowsProps['list'];
  readonly onAdd: (clause: ClauseDraft) => void;
}

function Adding({ list, onAdd }: AddingProps) {
  const { t } = useText();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
        >
          {t(list === 'inclusions' ? 'audiences.add-inclusion' : 'audiences.add-exclusion')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {clauseKinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(newClause(kind))}>
            {t(`audiences.kinds.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
