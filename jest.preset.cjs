const fs = require('node:fs');
const path = require('node:path');

const root = __dirname;

// Packages that are ES modules must be transformed for jest's CommonJS; the list is read from the disk, never kept by hand.
function esModules() {
  const names = [];
  const visit = (dir, scope) => {
    for (const name of fs.readdirSync(dir)) {
      if (name.startsWith('.') || name === '@engsales') continue;
      if (name.startsWith('@') && !scope) visit(path.join(dir, name), name);
      else {
        const file = path.join(dir, name, 'package.json');
        if (!fs.existsSync(file)) continue;
        if (JSON.parse(fs.readFileSync(file, 'utf8')).type === 'module') names.push(scope ? `${scope}/${name}` : name);
      }
    }
  };
  visit(path.join(root, 'node_modules'));
  return names;
}

const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      parser: { syntax, decorators: true },
      target: 'es2022',
      keepClassNames: true,
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  },
];

const escaped = esModules().map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));

// One jest project per kind of test, so that a suffix nobody matches cannot go unnoticed (tools/test.mjs checks).
const kind = (name, suffix, extra = {}) => ({
  displayName: name,
  rootDir: root,
  roots: ['libs', 'services', 'apps', 'stories', 'tools'].map((dir) => path.join(root, dir)),
  testEnvironment: 'node',
  testMatch: [`**/*.${suffix}.ts`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  setupFiles: [require.resolve('reflect-metadata')],
  moduleNameMapper: {
    '^@engsales/(lead|tender|contract|production|aftersales)$': path.join(root, 'services/$1/src/$1.module.ts'),
    '^@engsales/launcher$': path.join(root, 'apps/launcher/src/index.ts'),
    '^@engsales/launcher/(.+)$': path.join(root, 'apps/launcher/src/$1.ts'),
    '^@engsales/([a-z-]+)$': path.join(root, 'libs/$1/src/index.ts'),
    '^@engsales/([a-z-]+)/([a-z-]+)$': path.join(root, 'libs/$1/src/$2.ts'),
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // exported to import() only, which jest turns into require()
    '^unpdf/pdfjs$': path.join(root, 'node_modules/unpdf/dist/pdfjs.mjs'),
  },
  transform: { '\\.ts$': swc('typescript'), '/(node_modules|tools)/.+\\.m?js$': swc('ecmascript') },
  transformIgnorePatterns: [`/node_modules/(?!(${escaped.join('|')})/)`],
  cacheDirectory: path.join(root, '.jest-cache'),
  ...extra,
});

module.exports = { kind };
