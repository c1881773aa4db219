import { checkRule, expandRule } from '#calendar';
import type { AskingInput, DateRuleDto, HolidayPolicy, Land } from '#contracts';
import type { Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { findLands } from '../dates/find-lands.js';
import { planDates } from '../dates/plan-dates.js';
import type { PlannedDate } from '../dates/plan-dates.js';

export interface RuleInQuestion {
  readonly institutionId: Id;
  readonly asking: AskingInput | null;
  readonly rule: DateRuleDto;
  readonly zone: string;
  readonly lengthMinutes: number;
  readonly holidays: HolidayPolicy;
  readonly limit: number;
  readonly now: Temporal.Instant;
}

/**
 * The next dates of a rule, from today or its first on, with the public holidays of the audience's Länder and what would
 * become of them. Throws what the rule breaks (`series.rule-…`).
 */
export async function foreseeDates(
  reader: Reader,
  asked: RuleInQuestion,
): Promise<{ readonly dates: readonly PlannedDate[]; readonly lands: readonly Land[] }> {
  const { rule, zone, limit, now, holidays: policy, lengthMinutes, institutionId } = asked;
  checkRule(rule, zone);
  const from = now.toZonedDateTimeISO(zone).toPlainDate().toPlainDateTime();
  const first = Temporal.PlainDateTime.from(
    rule.kind === 'rrule' ? rule.startsLocal : (rule.dates[0] ?? from.toString()),
  );
  const since = Temporal.PlainDateTime.compare(first, from) < 0 ? from : first;
  const originals = expandRule(rule, { from: since, until: since.add({ years: 20 }), limit });
  const lands = await findLands(reader, { institutionId, ...audienceOf(asked.asking) }, now);
  return { dates: planDates(originals, { policy, lands, lengthMinutes }), lands };
}

function audienceOf(asking: AskingInput | null) {
  const audience = asking?.audience;
  return {
    audienceId: audience?.kind === 'saved' ? audience.audienceId : null,
    audienceRule: audience?.kind === 'rule' ? audience.rule : null,
    successors: asking?.settings.successors ?? ('on-the-day' as const),
  };
}
