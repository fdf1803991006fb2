import { defineConfig } from 'vite';

/** One file that VS Code loads; the editor itself gives the module `vscode`. */
export default defineConfig({
  build: {
    ssr: 'src/extension.ts',
    outDir: 'dist',
    target: 'node20',
    minify: true,
    rolldownOptions: { external: ['vscode'], output: { format: 'cjs', entryFileNames: 'extension.cjs' } },
  },
  ssr: { noExternal: true, external: ['vscode'] },
});
