/** A network's colour, made readable: on light paper (also beneath white text) and on dark paper. */
export interface Accent {
  readonly onLight: string;
  readonly onDark: string;
}

/** The paper that accents are read on, the same in mails and pages. */
export const paper = { light: '#fffdfa', dark: '#1d1b18' } as const;

const ownAccent = '#1d4f63';
const WCAG_AA = 4.5;
// Thin lines of a dim colour drown on dark paper: there a little more than the norm.
const ON_DARK = 6;
const MIX_STEP = 0.04;

type Rgb = readonly [number, number, number];

/** The accent of an institution's colour (`#rrggbb`), darkened or lightened until it reads at 4.5:1; ours without one. */
export function accentOf(colour: string | null | undefined): Accent {
  const rgb = parse(colour ?? '') ?? parse(ownAccent) ?? [0, 0, 0];
  return {
    onLight: hex(readable(rgb, { background: paper.light, least: WCAG_AA }, [0, 0, 0])),
    onDark: hex(readable(rgb, { background: paper.dark, least: ON_DARK }, [255, 255, 255])),
  };
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(parse(one)), luminance(parse(other))].toSorted(
    (a, b) => b - a,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function readable(rgb: Rgb, { background, least }: { background: string; least: number }, towards: Rgb): Rgb {
  for (let share = 0; share <= 1; share += MIX_STEP) {
    const mixed = mix(rgb, towards, share);
    if (contrast(hex(mixed), background) >= least) return mixed;
  }
  return towards;
}

function mix(rgb: Rgb, towards: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(rgb[index] + (towards[index] - rgb[index]) * share);
  return [part(0), part(1), part(2)];
}

function parse(colour: string): Rgb | undefined {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(rgb: Rgb = [0, 0, 0]): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
