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
  '#1f1c18',
];

/** Ink to paper for the dark theme; index 7 is the page. */
const night: MantineColorsTuple = [
  '#ece7de',
  '#d3ccc0',
  '#b3ab9d',
  '#8b8476',
  '#4b463d',
  '#3a362f',
  '#27241f',
  '#1a1815',
  '#141210',
  '#0d0c0a',
];

/** The one colour: a deep petrol, 8:1 on paper; its light end for the dark theme. */
const petrol: MantineColorsTuple = [
  '#e9f3f3',
  '#d0e4e6',
  '#a5cdd1',
  '#79b6bc',
  '#529da5',
  '#2f848d',
  '#1a6a74',
  '#12565f',
  '#0d454d',
  '#08343a',
];

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

export const theme = createTheme({
  variantColorResolver,
  colors: { gray: paper, dark: night, petrol },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  black: '#1f1c18',
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
    Modal: {
      defaultProps: { radius: 'md', transitionProps: { duration: 150 } },
      styles: { title: panelTitle },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 150 } }, styles: { title: panelTitle } },
    Menu: { defaultProps: { transitionProps: { duration: 150 }, shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});

const light = {
  '--mantine-color-body': '#faf8f4',
  '--mantine-color-default-border': '#ddd6c9',
  '--mantine-color-dimmed': '#6c6458',
  '--mantine-color-placeholder': '#7a7265',
  '--mantine-color-error': '#a8231b',
  '--jf-ink': '#1f1c18',
  '--jf-soft-ink': '#524b42',
  '--jf-page': '#faf8f4',
  '--jf-card': '#ffffff',
  '--jf-shade': '#f4f1ea',
  '--jf-line': '#ddd6c9',
  '--jf-strong-line': '#8a8174',
  '--jf-on-strong': '#ffffff',
  '--jf-accent': '#12565f',
  '--jf-accent-shade': '#e9f3f3',
  '--jf-good': '#1f6b3a',
  '--jf-good-shade': '#e5f2e8',
  '--jf-warn': '#8a5200',
  '--jf-warn-shade': '#fbf0db',
  '--jf-bad': '#a8231b',
  '--jf-bad-shade': '#fbe9e7',
};

const dark = {
  '--mantine-color-body': '#1a1815',
  '--mantine-color-default-border': '#4b463d',
  '--mantine-color-dimmed': '#b3ab9d',
  '--mantine-color-placeholder': '#9a9284',
  '--mantine-color-error': '#ff9d94',
  '--jf-ink': '#ece7de',
  '--jf-soft-ink': '#d3ccc0',
  '--jf-page': '#1a1815',
  '--jf-card': '#23201c',
  '--jf-shade': '#2b2823',
  '--jf-line': '#3f3a33',
  '--jf-strong-line': '#8b8476',
  '--jf-on-strong': '#14110e',
  '--jf-accent': '#79b6bc',
  '--jf-accent-shade': '#1c3336',
  '--jf-good': '#86cf9b',
  '--jf-good-shade': '#1d3324',
  '--jf-warn': '#e9b866',
  '--jf-warn-shade': '#3a2d15',
  '--jf-bad': '#ff9d94',
  '--jf-bad-shade': '#45201c',
};

/** What our own style sheets speak in, for both themes, so that no component chooses a colour by itself. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--jf-shadow': '0 1px 2px rgb(31 28 24 / 6%), 0 4px 16px rgb(31 28 24 / 6%)',
  },
  light,
  dark,
});
