import type { Language } from '#kernel';

const KILO = 1000;

/** The size of a file as people read it: `12 kB`, `1,2 MB`. */
export function formatSize(bytes: number, language: Language): string {
  const isSmall = bytes < KILO * KILO;
  const value = isSmall ? Math.max(1, Math.round(bytes / KILO)) : bytes / (KILO * KILO);
  const unit = isSmall ? 'kilobyte' : 'megabyte';
  return new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(value);
}
