import { checkRule } from '#calendar';
import type { AskedAudience, AskingInput, SeriesInput, SeriesPatch } from '#contracts';
import { seriesInput } from '#contracts';
import { DomainError, pickText, slugWords } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { checkPlaceholders } from '../dates/fill-template.js';
import type { Series } from '../tables/series.entity.js';

/** When hosts are asked is said with the hosts, not with the rest. */
export type HostDays = Pick<Series, 'askHostLeadDays' | 'confirmHostDays' | 'remindHostDays'>;
export const usualHostDays: HostDays = { askHostLeadDays: 90, confirmHostDays: 14, remindHostDays: 3 };

type InputColumns = Omit<
  Series,
  'id' | 'slug' | 'state' | 'endsOn' | 'version' | 'createdAt' | 'changedAt' | keyof HostDays
>;

/**
 * The columns that follow from what the host typed. Throws what the rule breaks (`series.rule-…`) and
 * `series.unknown-placeholder`.
 */
export function columnsOf(input: SeriesInput): InputColumns {
  checkRule(input.rule, input.zone);
  checkPlaceholders(input.template.title);
  const { template, asking, ...plain } = input;
  const { organiserId, ...pattern } = template;
  const sortName = pickText(plain.name, 'de').text;
  return { ...plain, sortName, template: pattern, organiserId, ...askingColumns(asking) };
}

/** The row back in the host's terms: what a merge-patch is applied to. */
export function inputOf(series: Series): SeriesInput {
  const { institutionId, name, description, zone, rule, allDay, lengthMinutes } = series;
  const {
    inviteLeadDays,
    saveTheDateLeadDays,
    sending,
    answerByLeadDays,
    holidays,
    windowMonths,
    firstNumber,
  } = series;
  return {
    institutionId,
    name,
    description,
    zone,
    rule,
    allDay,
    lengthMinutes,
    template: { ...series.template, organiserId: series.organiserId },
    asking: askingOf(series),
    inviteLeadDays,
    saveTheDateLeadDays,
    sending,
    answerByLeadDays,
    holidays,
    windowMonths,
    firstNumber,
  };
}

/** Whether somebody is invited to every date without the host doing anything but nod. */
export function asksByItself({ audienceId, audienceRule }: Series): boolean {
  return audienceId !== null || audienceRule !== null;
}

/** Who is invited to every date, and how; null: nobody by itself. */
export function askingOf(series: Series): AskingInput | null {
  const { audienceId, audienceRule, successors, newcomers, copyToDeputies } = series;
  const settings = { successors, newcomers, copyToDeputies };
  const audience = audienceOf(audienceId, audienceRule);
  return audience === null ? null : { audience, settings };
}

/**
 * The whole that a merge-patch makes (RFC 7396), checked as a whole. Throws the first rule that it breaks, with the
 * field's pointer.
 */
export function applyPatch(series: Series, patch: SeriesPatch): SeriesInput {
  const current = inputOf(series);
  const merged = seriesInput.safeParse({
    ...current,
    ...patch,
    template: { ...current.template, ...patch.template },
  });
  if (merged.success) return merged.data;
  const [issue] = merged.error.issues;
  throw new DomainError(issue?.message.includes('.') ? issue.message : 'series.invalid', {
    pointer: `/${issue?.path.join('/') ?? ''}`,
  });
}

/** A series' readable address: words of its name and the last characters of its id, which make it unique. */
export function slugOf({ id, name }: { id: Id; name: LocalizedText }): string {
  return [slugWords(name), id.slice(-6)].filter(Boolean).join('-');
}

function askingColumns(asking: AskingInput | null) {
  const settings = asking?.settings ?? {
    successors: 'on-the-day' as const,
    newcomers: 'invite' as const,
    copyToDeputies: false,
  };
  const audience = asking?.audience;
  return {
    ...settings,
    audienceId: audience?.kind === 'saved' ? audience.audienceId : null,
    audienceRule: audience?.kind === 'rule' ? audience.rule : null,
  };
}

function audienceOf(audienceId: Id | null, rule: Series['audienceRule']): AskedAudience | null {
  if (rule !== null) return { kind: 'rule', rule };
  return audienceId === null ? null : { kind: 'saved', audienceId };
}
