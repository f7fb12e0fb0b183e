import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Between domains an import runs only towards the left: payers ← cases ← evidence ← screening ← packets ← decisions ← schedule ← watching ← patient ← selfpay, claims. */
const order = [
  'payers',
  'cases',
  'evidence',
  'screening',
  'packets',
  'decisions',
  'schedule',
  'watching',
  'patient',
];
const mayUse = {
  ...Object.fromEntries(order.map((domain, index) => [domain, order.slice(0, index)])),
  selfpay: order,
  claims: order,
  // Reports read SQL views and know nobody.
  reports: [],
  staff: [],
};

const boundaries = [
  // The domain is pure: it imports nothing of ours and no package at all.
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: [], bannedExternalImports: ['*'] },
  // The contract speaks the domain's words in Zod.
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:domain'], allowedExternalImports: ['zod'] },
  // Platform libraries know the words, the contract and each other, but no feature.
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:platform'],
  },
  // Features build on the platform and on the features their domain may use.
  {
    sourceTag: 'type:feature',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:platform', 'type:feature'],
  },
  // The server never meets Angular.
  {
    sourceTag: 'side:server',
    notDependOnLibsWithTags: ['side:browser'],
    bannedExternalImports: ['@angular/*'],
  },
  // The browser never meets the server's packages or Node itself.
  {
    sourceTag: 'side:browser',
    notDependOnLibsWithTags: ['side:server'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'fastify', '@fastify/*', 'node:*'],
  },
  // Apps wire the features and the platform together.
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:platform', 'type:feature'],
  },
  // Test helpers know the words, the contract and the database they prepare.
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:platform'] },
  // End-to-end tests drive the app from outside.
  {
    sourceTag: 'type:e2e',
    onlyDependOnLibsWithTags: [
      'type:domain',
      'type:contracts',
      'type:testing',
      'type:app',
      'type:tool',
      'type:platform',
      'type:e2e',
    ],
  },
  // Tools may use everything of the server's side.
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: [
      'type:domain',
      'type:contracts',
      'type:platform',
      'type:feature',
      'type:testing',
      'type:app',
    ],
  },
  // Domains: each uses only those that come before it, and anyone may use staff and the platform.
  ...Object.entries(mayUse).map(([domain, uses]) => ({
    sourceTag: `domain:${domain}`,
    onlyDependOnLibsWithTags: [domain, ...uses, 'staff', 'platform']
      .map((tag) => `domain:${tag}`)
      .concat('type:domain', 'type:contracts'),
  })),
];

/** The specs of these use the test helpers, which in turn start what they test. */
const circularBySpecs = [
  ['platform-testing', 'migrations'],
  ['platform-testing', 'platform-postgres'],
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.nx/', '.angular/', '.data/', 'test-results/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: boundaries,
          allow: [],
          banTransitiveDependencies: false,
          checkNestedExternalImports: false,
          ignoredCircularDependencies: circularBySpecs,
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a list of literals and its type.' },
      ],
      'no-console': 'error',
    },
  },
  // Programs at the terminal speak to it.
  { files: ['tools/**', 'apps/api/main.ts', 'apps/dashboard/main.ts'], rules: { 'no-console': 'off' } },
  // The domain has no clock and no dice.
  {
    files: ['libs/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is an argument.' },
        { object: 'Math', property: 'random', message: 'The domain has no randomness.' },
        { object: 'Temporal', property: 'Now', message: 'The clock is an argument.' },
      ],
      'no-restricted-globals': ['error', 'Date', 'process', 'fetch', 'crypto'],
    },
  },
  // Specs may use the test helpers, whatever their library's tags.
  { files: ['**/*.spec.ts'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  {
    files: ['**/ui/**/*.ts', 'apps/dashboard/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      // The contract's parsers bring Zod, which weighs more than any page; the browser needs their types only.
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: '@stipple/contracts', allowTypeImports: true, message: 'Import its types only.' }],
        },
      ],
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'st', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'st', style: 'camelCase' },
      ],
    },
  },
  {
    files: ['**/ui/**/*.html', 'apps/dashboard/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  prettier,
);
