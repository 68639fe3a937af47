// Makes plain JavaScript of the project's own code, into a folder: node build.mjs FOLDER ENTRY…
// A program's modules become a few files, and its packages stay where npm put them. What a process loads takes less memory
// so, and less of its time to clear up (docs/decisions/0015-the-service-is-built-as-it-starts.md).
import { readFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [outdir = '', ...entryPoints] = process.argv.slice(2);

/** A module still knows the file it was written in: what lies beside it is read from there. */
const whereItLies = {
  name: 'where it lies',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: extname(path).slice(1),
    })),
};

await build({
  entryPoints,
  outdir,
  outExtension: { '.js': '.mjs' },
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node26',
  minifyWhitespace: true,
  minifySyntax: true,
  // An error names the line somebody wrote.
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  plugins: [whereItLies],
});
