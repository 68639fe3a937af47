/* Where modules may not reach. Each rule is named as the architecture says it; a test plants a violation of each. */
const CAPABILITY = '^src/capabilities/([^/]+)/';
const SHELL =
  '(index|store|[a-z-]*-store|routes|[a-z-]*-routes|api|[a-z-]*-api|jobs|cli|schema|answers|sending|deciding|codes|post)\\.tsx?$';

export default {
  forbidden: [
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      // A page and its twin know each other's types; a circle of types alone runs nothing.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'law is pure',
      severity: 'error',
      from: { path: '^src/law/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/(law|shared)/' },
    },
    {
      name: 'shared leans on nothing',
      severity: 'error',
      from: { path: '^src/shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/shared/' },
    },
    {
      name: 'platform, shared, law and design-system know no capability',
      severity: 'error',
      from: { path: '^src/(platform|shared|law|design-system)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/(capabilities|demo)/' },
    },
    {
      name: 'one door per capability',
      severity: 'error',
      from: { path: '^src/capabilities/([^/]+)/' },
      to: { path: CAPABILITY, pathNot: ['^src/capabilities/$1/', '^src/capabilities/[^/]+/index\\.tsx?$'] },
    },
    {
      name: 'one door per capability, from outside',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(capabilities|cli\\.ts|demo)' },
      to: { path: CAPABILITY, pathNot: '/index\\.tsx?$' },
    },
    {
      name: 'pages only render',
      severity: 'error',
      from: { path: '^src/capabilities/[^/]+/pages/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: [
          '^src/platform/(?!services\\.ts|http/forms\\.ts)',
          'store\\.ts$',
          '^node:',
          'node_modules/(kysely|pg|fastify|zod)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing depends on dashboards or returns',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['^src/capabilities/(dashboards|returns)/', '^src/(app|cli|migrate)\\.ts$'],
      },
      to: { path: '^src/capabilities/(dashboards|returns)/' },
    },
    {
      name: 'only the lens opens the database',
      severity: 'error',
      from: { path: '^src/capabilities/', pathNot: ['\\.test\\.tsx?$', '/cli\\.ts$', 'import-store\\.ts$'] },
      to: { path: '^src/platform/database/', pathNot: 'tables\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a domain file decides and nothing else',
      severity: 'error',
      from: {
        path: '^src/capabilities/[^/]+/[^/]+\\.ts$',
        pathNot: [SHELL, '\\.test\\.ts$', 'examples\\.ts$'],
      },
      to: {
        path: ['^src/platform/', '^src/design-system/', '^node:', 'node_modules/(kysely|pg|fastify|zod)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^node_modules/\\.cache'] },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
