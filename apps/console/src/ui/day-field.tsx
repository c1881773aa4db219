import { DateInput } from '@mantine/dates';
import { parseDay } from './parse-day.js';
import { useText } from './use-text.js';

interface DayFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  /** `2027-03-04`, or empty. */
  readonly value?: string;
  readonly error?: React.ReactNode;
  readonly onChange?: (day: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

/** A day, typed or picked. */
export function DayField({ value = '', onChange, ...rest }: DayFieldProps) {
  const { t, language } = useText();
  return (
    <DateInput
      {...rest}
      value={value === '' ? null : value}
      onChange={(day) => onChange?.(day ?? '')}
      dateParser={parseDay}
      valueFormat={language === 'de' ? 'DD.MM.YYYY' : 'DD/MM/YYYY'}
      placeholder={language === 'de' ? 'TT.MM.JJJJ' : 'DD/MM/YYYY'}
      allowDeselect
      hideOutsideDates
      previousLabel={t('console.calendar.previous')}
      nextLabel={t('console.calendar.next')}
      popoverProps={{ transitionProps: { duration: 150 } }}
    />
  );
}
