import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../ui/use-text.js';
import styles from './audiences.module.css';
import {
  AudiencePart,
  ContactsPart,
  FieldPart,
  FunctionsPart,
  InstitutionPart,
  LaenderPart,
  MembersPart,
  OfficePart,
  PeoplePart,
  TagPart,
} from './clause-parts.js';
import type { ClauseDraft } from './rule-draft.js';
import { Sentence } from './sentence.js';

interface ClauseRowProps {
  readonly clause: ClauseDraft;
  /** The audience that is being edited: it cannot be part of itself. */
  readonly within: string | null;
  readonly onChange: (clause: ClauseDraft) => void;
  readonly onRemove: () => void;
}

/** An inclusion or exclusion as a sentence. */
export function ClauseRow({ clause, within, onChange, onRemove }: ClauseRowProps) {
  const { t } = useText();
  return (
    <li className={styles.row}>
      <Sentence text={t(`audiences.sentence.${clause.kind}`)} parts={partsOf({ clause, within, onChange })} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('audiences.remove', { kind: t(`audiences.kinds.${clause.kind}`) })}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}

type Parts = Readonly<Record<string, ReactNode>>;

function partsOf({ clause, within, onChange }: Omit<ClauseRowProps, 'onRemove'>): Parts {
  switch (clause.kind) {
    case 'network-offices':
      return {
        office: (
          <OfficePart
            value={clause.officeKind}
            onChange={(officeKind) => onChange({ ...clause, officeKind })}
          />
        ),
        members: (
          <MembersPart value={clause.members} onChange={(members) => onChange({ ...clause, members })} />
        ),
        network: (
          <InstitutionPart
            kind="network"
            value={clause.networkId}
            onChange={(networkId) => onChange({ ...clause, networkId })}
          />
        ),
      };
    case 'institution-offices':
      return {
        office: (
          <OfficePart
            value={clause.officeKind}
            onChange={(officeKind) => onChange({ ...clause, officeKind })}
          />
        ),
        institution: (
          <InstitutionPart
            value={clause.institutionId}
            onChange={(institutionId) => onChange({ ...clause, institutionId })}
          />
        ),
      };
    case 'region-offices':
      return {
        office: (
          <OfficePart
            value={clause.officeKind}
            onChange={(officeKind) => onChange({ ...clause, officeKind })}
          />
        ),
        laender: (
          <LaenderPart value={clause.laender} onChange={(laender) => onChange({ ...clause, laender })} />
        ),
        field: <FieldPart value={clause.field} onChange={(field) => onChange({ ...clause, field })} />,
      };
    case 'committee':
      return {
        committee: (
          <InstitutionPart
            kind="committee"
            value={clause.committeeId}
            onChange={(committeeId) => onChange({ ...clause, committeeId })}
          />
        ),
        functions: (
          <FunctionsPart
            value={clause.functions}
            onChange={(functions) => onChange({ ...clause, functions })}
          />
        ),
      };
    default:
      return morePartsOf(clause, within, onChange);
  }
}

type OtherClause = Extract<ClauseDraft, { kind: 'members' | 'tag' | 'people' | 'audience' }>;

function morePartsOf(
  clause: OtherClause,
  within: string | null,
  onChange: ClauseRowProps['onChange'],
): Parts {
  switch (clause.kind) {
    case 'members':
      return {
        institution: (
          <InstitutionPart
            value={clause.institutionId}
            onChange={(institutionId) => onChange({ ...clause, institutionId })}
          />
        ),
        contacts: (
          <ContactsPart
            value={clause.contactTagId}
            onChange={(contactTagId) => onChange({ ...clause, contactTagId })}
          />
        ),
      };
    case 'tag':
      return { tag: <TagPart value={clause.tagId} onChange={(tagId) => onChange({ ...clause, tagId })} /> };
    case 'people':
      return {
        people: (
          <PeoplePart value={clause.personIds} onChange={(personIds) => onChange({ ...clause, personIds })} />
        ),
      };
    case 'audience':
      return {
        audience: (
          <AudiencePart
            value={clause.audienceId}
            without={within}
            onChange={(audienceId) => onChange({ ...clause, audienceId })}
          />
        ),
      };
  }
}
