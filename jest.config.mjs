import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(
  readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'),
);
const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [file]]) => [`^${name}$`, `<rootDir>/${file.slice(2)}`]),
);

/** The server side: plain Node, ES modules, a real PostgreSQL. */
const server = {
  displayName: 'server',
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: [
    '<rootDir>/libs/{domain,contracts}/**/*.spec.ts',
    '<rootDir>/libs/**/api/**/*.spec.ts',
    // What the dashboard computes without a page: pure functions need no browser.
    '<rootDir>/{libs/**/ui,apps/dashboard}/**/*.spec.ts',
    '<rootDir>/libs/platform/{database,files,http,jobs,moves,postgres,testing}/**/*.spec.ts',
    '<rootDir>/{migrations,tools,apps/api,apps/api-e2e}/**/*.spec.ts',
  ],
  moduleNameMapper,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/tools/jest/start-test-ground.mjs',
  globalTeardown: '<rootDir>/tools/jest/stop-test-ground.mjs',
};

// Jest takes the timeout from here only, not from a project.
export default { projects: [server], testTimeout: 30_000 };
