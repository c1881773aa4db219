import { describeRule } from '#calendar';
import type { AskingInput, DateRuleDto, SeriesInput } from '#contracts';
import { ruleWords } from '#i18n';
import { loggedSeating } from '#meetings';

/** A series as the log tells it, field by field; what its dates start out with stands beside what is said of it. */
export function loggedSeries({ template, rule, asking, ...plain }: SeriesInput) {
  const { description, seating, ...ofDates } = template;
  return {
    ...plain,
    ...loggedRule(rule),
    ...ofDates,
    ...loggedSeating(seating),
    dateDescription: description,
    ...loggedAsking(asking),
  };
}

/** What a series begins with. */
export function loggedFace(input: SeriesInput) {
  const { institutionId, name, zone, allDay, lengthMinutes } = input;
  return {
    institutionId,
    name,
    title: input.template.title,
    ...loggedRule(input.rule),
    zone,
    allDay,
    lengthMinutes,
  };
}

function loggedRule(rule: DateRuleDto) {
  const described = describeRule(rule);
  const isPicked = rule.kind === 'picked';
  return {
    dateRule: { de: ruleWords(described, 'de'), en: ruleWords(described, 'en') },
    startsLocal: isPicked ? null : rule.startsLocal,
    pickedDates: isPicked ? rule.dates : null,
    exceptDates: isPicked || rule.except.length === 0 ? null : rule.except,
  };
}

function loggedAsking(asking: AskingInput | null) {
  if (asking === null) return { audienceId: null, rule: null };
  const { audience, settings } = asking;
  return {
    audienceId: audience.kind === 'saved' ? audience.audienceId : null,
    rule: audience.kind === 'rule' ? audience.rule : null,
    ...settings,
  };
}
