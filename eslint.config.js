import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { layers } from './eslint.layers.js';
import { importDirection } from './scripts/eslint/import-direction.mjs';

const root = import.meta.dirname;
const typescript = ['**/*.ts'];
const sources = ['packages/*/src/**/*.ts', 'data/src/**/*.ts'];

export default defineConfig(
  { ignores: ['**/dist/', '**/generated/', '**/node_modules/', '.benchbook/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  { languageOptions: { globals: globals.node } },

  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off', // a record of values reads well as a type, too
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-empty-function': 'off', // null objects do nothing on purpose
      'no-nested-ternary': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A union of string literals says the same and needs no code.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },

  {
    files: sources,
    plugins: { 'import-x': importX, benchbook: { rules: { 'import-direction': importDirection(root, layers) } } },
    settings: {
      'import-x/extensions': ['.ts', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [
        createNodeResolver({
          extensionAlias: { '.js': ['.ts', '.js'] },
          conditionNames: ['benchbook-source', 'import', 'default'],
        }),
      ],
    },
    rules: {
      'benchbook/import-direction': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'import-x/no-default-export': 'error',
    },
  },

  // A test knows what it has just put in.
  {
    files: ['**/test/**/*.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },

  { files: ['packages/ui/src/**/*.ts'], languageOptions: { globals: globals.browser } },
);
