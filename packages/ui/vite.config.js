import { defineConfig, defaultClientConditions } from 'vite';

/** Where `benchbook serve` listens while `npm run dev` runs; scripts/dev.mjs sets it. */
const api = process.env.BENCHBOOK_API ?? 'http://127.0.0.1:4600';

export default defineConfig({
  // Workspace packages are read from their sources: no build is needed between an edit and the page.
  resolve: { conditions: ['benchbook-source', ...defaultClientConditions] },
  // The page may be served under any path, and under a policy that takes no data: addresses.
  base: './',
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  server: { proxy: { '/api': api } },
});
