const ranks = [
  ['kernel'],
  ['contracts', 'config', 'i18n', 'calendar', 'sheets'],
  ['database'],
  ['queue', 'audit', 'files', 'outbound'],
  ['mail', 'access'],
  ['directory'],
  ['meetings'],
  ['participation'],
  ['series', 'polls', 'replies', 'followup', 'papers'],
  ['handover', 'feeds', 'reports', 'search', 'privacy', 'webhooks'],
  ['samples'],
];

const rankRules = ranks.flatMap((libs, rank) => {
  const allowed = ranks.slice(0, rank).flat();
  return libs.map((lib) => ({
    name: `rank-${rank}-${lib}`,
    comment: `${lib} has rank ${rank} and imports lower ranks only`,
    severity: 'error',
    from: { path: `^libs/${lib}/` },
    to: { path: '^(libs|apps|migrations|test)/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
  }));
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'index-only',
      comment: 'another lib is imported by its index',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps|migrations|test)/' },
      to: { path: '^libs/[^/]+/src/.+', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/'] },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-apart',
      comment: 'an app never imports another app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-shares-only-contracts-and-i18n',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^libs/', pathNot: '^libs/(contracts|i18n)/' },
    },
    ...rankRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
