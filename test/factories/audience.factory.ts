import type { AskingInput, AudienceClause, AudienceRule, OfficeKind } from '#contracts';
import type { Reader } from '#database';
import type { Audience } from '#directory';
import { newId, Temporal } from '#kernel';
import { anInstitution } from './directory.factory.js';

const madeAt = Temporal.Instant.from('2026-01-05T08:00:00Z');

/** The rule “whoever holds the office in the network's clusters”. */
export function holdersIn(networkId: string, officeKind: OfficeKind = 'cluster_manager'): AudienceRule {
  return { include: [{ kind: 'network-offices', networkId, officeKind, members: 'clusters' }], exclude: [] };
}

/** What a host sends to ask the people of a rule. */
export function askingFor(rule: AudienceRule, settings: Partial<AskingInput['settings']> = {}): AskingInput {
  return {
    audience: { kind: 'rule', rule },
    settings: { successors: 'on-the-day', newcomers: 'invite', copyToDeputies: false, ...settings },
  };
}

/** The rule that consists of these inclusions. */
export function ruleOf(...include: AudienceClause[]): AudienceRule {
  return { include, exclude: [] };
}

/** A saved audience, written straight into the table. */
export async function anAudience(
  reader: Reader,
  fields: Partial<Audience> & Pick<Audience, 'rule'>,
): Promise<Audience> {
  const audience: Audience = {
    id: newId(),
    institutionId: fields.institutionId ?? (await anInstitution(reader)).id,
    name: { de: 'Runde' },
    sortName: 'Runde',
    version: 1,
    createdAt: madeAt,
    changedAt: madeAt,
    ...fields,
  };
  await reader.manager.insert('Audience', { ...audience });
  return audience;
}

/** A tag and the means to give it to people and institutions. */
export async function aTag(reader: Reader, fields: { institutionId?: string; name?: string } = {}) {
  const id = newId();
  const institutionId = fields.institutionId ?? (await anInstitution(reader)).id;
  await reader.manager.insert('Tag', { id, institutionId, name: fields.name ?? `Wort ${id.slice(-6)}` });
  return {
    id,
    institutionId,
    mark: async (...personIds: string[]): Promise<void> => {
      await reader.manager.insert(
        'PersonTag',
        personIds.map((personId) => ({ tagId: id, personId })),
      );
    },
    markInstitution: async (marked: string): Promise<void> => {
      await reader.manager.insert('InstitutionTag', { tagId: id, institutionId: marked });
    },
  };
}
