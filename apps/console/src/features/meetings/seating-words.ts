import type { Seating } from '#contracts';
import type { Translator } from '#i18n';
import { pickLocal } from '../../ui/local-text.js';

/** How seats are given where that is not as usual, in a sentence each; null: as usual. */
export function seatingWords(seating: Seating, t: Translator): string | null {
  const { quota, reserved, contingents, companions, approval, line } = seating;
  const words = [
    quota === null ? null : t(`seating.words.quota-${quota.per}`, { count: quota.seats }),
    reserved === 0 ? null : t('seating.words.reserved', { count: reserved }),
    companions === 0 ? null : t('seating.words.companions', { count: companions }),
    line === 'arrival' ? null : t('seating.words.clusters-first'),
    approval ? t('seating.words.approval') : null,
    ...contingents.map(({ name, seats }) => {
      const { text } = pickLocal(name, t.language);
      return seats === null
        ? t('seating.words.contingent-open', { name: text })
        : t('seating.words.contingent', { name: text, count: seats });
    }),
  ].filter((sentence) => sentence !== null);
  return words.length === 0 ? null : words.join(' ');
}
