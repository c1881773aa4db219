export const placeholders = ['number', 'year', 'host'] as const;
export type Placeholder = (typeof placeholders)[number];

/** The title with what stands in braces filled in; what means nothing stays as it is. */
export function fillTitle(title: string, facts: Readonly<Record<Placeholder, string>>): string {
  return title.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
    const known = placeholders.find((one) => one === name);
    return known === undefined ? whole : facts[known];
  });
}
