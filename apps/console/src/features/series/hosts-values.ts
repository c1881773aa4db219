import type { SeriesHostsDto, SeriesHostsInput } from '#contracts';

/** What the form of the hosts holds; months as the choices have them. */
export interface HostValues extends Omit<SeriesHostsInput, 'hosts'> {
  readonly hosts: readonly {
    readonly institutionId: string;
    readonly weight: number;
    readonly awayMonths: readonly string[];
  }[];
}

export function hostValues({
  hosts,
  askHostLeadDays,
  confirmHostDays,
  remindHostDays,
}: SeriesHostsDto): HostValues {
  return {
    hosts: hosts.map(({ institution, weight, awayMonths }) => ({
      institutionId: institution.id,
      weight,
      awayMonths: awayMonths.map(String),
    })),
    askHostLeadDays,
    confirmHostDays,
    remindHostDays,
  };
}

export function hostsBody({ hosts, ...days }: HostValues): SeriesHostsInput {
  return {
    ...days,
    hosts: hosts.map(({ awayMonths, ...host }) => ({ ...host, awayMonths: awayMonths.map(Number) })),
  };
}

/** The list with one of its items at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}
