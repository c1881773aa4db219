import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Paper to ink, warm; index 0 is the page in the light theme. */
const paper: MantineColorsTuple = [
  '#faf8f4',
  '#f4f1ea',
  '#eae5db',
  '#ddd6c9',
  '#c6beae',
  '#a1988a',
  '#6c6458',
  '#524b42',
  '#38332c',
  '#1c1a17',
];

/** Ink to paper for the dark theme; index 7 is the page. */
const night: MantineColorsTuple = [
  '#f1ece3',
  '#d3ccc0',
  '#b3ab9d',
  '#8b8476',
  '#4b463d',
  '#3a362f',
  '#27241f',
  '#171512',
  '#141210',
  '#0d0c0a',
];

/** The one colour: a deep petrol, 8:1 on paper; its light end for the dark theme. */
const petrol: MantineColorsTuple = [
  '#eaf2f5',
  '#d2e3ea',
  '#a8cbd8',
  '#7fb8cc',
  '#569cb4',
  '#37809a',
  '#286681',
  '#1d4f63',
  '#163f50',
  '#0f2f3c',
];

// Titles and the day's number are set as on the participants' pages and in the mails.
const SERIF = "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, serif";

const tones = new Map([
  ['petrol', 'accent'],
  ['green', 'good'],
  ['yellow', 'warn'],
  ['red', 'bad'],
]);

/** Filled and light variants in our own tones, which are measured for both themes. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const tone = tones.get(input.color ?? input.theme.primaryColor);
  if (tone === undefined) return resolved;
  const strong = `var(--jf-${tone})`;
  if (input.variant === 'filled') {
    const hover = `color-mix(in srgb, ${strong} 88%, var(--jf-ink))`;
    return { ...resolved, background: strong, hover, color: 'var(--jf-on-strong)' };
  }
  if (input.variant === 'light') return { ...resolved, background: `var(--jf-${tone}-shade)`, color: strong };
  return resolved;
};

const panelTitle = { fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3 };

/** For what Mantine colours by itself: weekends, items that take something away. */
const red: MantineColorsTuple = [
  '#fbe9e7',
  '#f5cfcc',
  '#f2b3b0',
  '#f09a97',
  '#dd6a67',
  '#c2443f',
  '#a3262a',
  '#8b1f23',
  '#73191d',
  '#5a1316',
];

export const theme = createTheme({
  variantColorResolver,
  colors: { gray: paper, dark: night, petrol, red },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  black: '#1c1a17',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Code", "Liberation Mono", Menlo, monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.5625rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.3' },
  headings: {
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.9531rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { radius: 'md' } },
    Chip: {
      vars: () => ({
        root: {
          '--chip-bg': 'var(--jf-accent)',
          '--chip-hover': 'color-mix(in srgb, var(--jf-accent) 88%, var(--jf-ink))',
          '--chip-color': 'var(--jf-on-strong)',
          '--chip-icon-color': 'var(--jf-on-strong)',
        },
      }),
    },
    Modal: {
      defaultProps: { radius: 'md', transitionProps: { duration: 150 } },
      styles: { title: panelTitle },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 150 } }, styles: { title: panelTitle } },
    Menu: {
      defaultProps: { transitionProps: { duration: 150 }, shadow: 'md', withInitialFocusPlaceholder: false },
    },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});

const light = {
  '--mantine-color-body': '#faf8f4',
  '--mantine-color-default-border': '#ddd7cb',
  '--mantine-color-dimmed': '#5f5a52',
  '--mantine-color-placeholder': '#7a7265',
  '--mantine-color-error': '#a3262a',
  '--jf-ink': '#1c1a17',
  '--jf-soft-ink': '#4a453e',
  '--jf-page': '#faf8f4',
  '--jf-card': '#fffdfa',
  '--jf-shade': '#f3f0e9',
  '--jf-line': '#ddd7cb',
  '--jf-strong-line': '#8a8174',
  '--jf-on-strong': '#ffffff',
  '--jf-accent': '#1d4f63',
  '--jf-accent-shade': '#eaf2f5',
  '--jf-good': '#1b6b3a',
  '--jf-good-shade': '#e5f2e8',
  '--jf-warn': '#8a5300',
  '--jf-warn-shade': '#fbf0db',
  '--jf-bad': '#a3262a',
  '--jf-bad-shade': '#fbe9e7',
};

const dark = {
  '--mantine-color-body': '#171512',
  '--mantine-color-default-border': '#4b463d',
  '--mantine-color-dimmed': '#b8b0a4',
  '--mantine-color-placeholder': '#9a9284',
  '--mantine-color-error': '#f09a97',
  '--mantine-color-red-6': '#f09a97',
  '--jf-ink': '#f1ece3',
  '--jf-soft-ink': '#d3ccc0',
  '--jf-page': '#171512',
  '--jf-card': '#1f1d19',
  '--jf-shade': '#26231f',
  '--jf-line': '#3b3731',
  '--jf-strong-line': '#8b8476',
  '--jf-on-strong': '#14110e',
  '--jf-accent': '#7fb8cc',
  '--jf-accent-shade': '#1b313a',
  '--jf-good': '#7cc795',
  '--jf-good-shade': '#1d3324',
  '--jf-warn': '#e0ac5c',
  '--jf-warn-shade': '#3a2d15',
  '--jf-bad': '#f09a97',
  '--jf-bad-shade': '#45201c',
};

/** What our own style sheets speak in, for both themes, so that no component chooses a colour by itself. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--jf-serif': SERIF,
    '--jf-shadow': '0 1px 2px rgb(31 28 24 / 6%), 0 4px 16px rgb(31 28 24 / 6%)',
  },
  light,
  dark,
});
