/** What stands on paper: one ink, greys that a copier keeps, and the Union's own colours. */
export const colours = {
  ink: '#1c1a17',
  quiet: '#5f5a52',
  line: '#b9b2a6',
  unionBlue: '#003399',
  unionYellow: '#ffcc00',
} as const;
