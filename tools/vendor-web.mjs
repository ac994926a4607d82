#!/usr/bin/env node
// Copies the browser libraries of the page from npm packages at pinned versions into src/Twin.Viewer/wwwroot/lib,
// with their licences, and writes lib/versions.json. The page itself has no build step and downloads nothing.
//
//     tools/vendor-web.mjs              copy anew, and list the page's modules in index.html
//     tools/vendor-web.mjs --modules    only list the modules: after adding or removing one
//     tools/vendor-web.mjs --check      fail when a file differs from its checksum in versions.json, or the list is out of date
//
// Needs node 18 or later, npm and tar. Change a version here, run it, commit the result.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'Twin.Viewer', 'wwwroot');
const LIB = join(ROOT, 'lib');
const INDEX = join(ROOT, 'index.html');

// htm's standalone module holds preact with its hooks, so that no import map is needed (a strict policy forbids inline ones).
const PACKAGES = [
  { name: 'htm', version: '3.1.1', licence: 'Apache-2.0', holds: 'preact 10 (MIT)',
    files: { 'preact/standalone.module.js': 'htm-preact.js', LICENSE: 'htm.LICENSE' } },
  { name: 'preact', version: '10.5.13', licence: 'MIT', holds: 'inside htm-preact.js; only its licence is copied',
    files: { LICENSE: 'preact.LICENSE' } },
  { name: 'uplot', version: '1.6.32', licence: 'MIT',
    files: { 'dist/uPlot.iife.min.js': 'uplot.js', 'dist/uPlot.min.css': 'uplot.css', LICENSE: 'uplot.LICENSE' } },
  { name: '@microsoft/signalr', version: '10.0.11', licence: 'MIT',
    files: { 'dist/browser/signalr.min.js': 'signalr.js' } },
  { name: '@microsoft/signalr-protocol-msgpack', version: '10.0.11', licence: 'MIT', holds: '@msgpack/msgpack 2 (ISC)',
    files: { 'dist/browser/signalr-protocol-msgpack.min.js': 'signalr-msgpack.js' } },
];

// Microsoft's packages name their licence but hold no text of it.
const MIT = `The MIT License (MIT)

Copyright (c) .NET Foundation and Contributors. All rights reserved.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

// Keeps tsc from checking the library's own code; js/ui.js says what the types are.
const TYPES = '// Written by tools/vendor-web.mjs.\ndeclare const library: any;\nexport default library;\n';

const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');

function check() {
  const wrong = [];
  for (const one of JSON.parse(readFileSync(join(LIB, 'versions.json'), 'utf8')).packages)
    for (const file of one.files)
      if (sha256(readFileSync(join(LIB, file.file))) !== file.sha256) wrong.push(file.file);
  if (readFileSync(INDEX, 'utf8') !== withModules()) wrong.push('index.html');
  if (wrong.length > 0) {
    console.error(`vendor-web: not as vendored: ${wrong.join(', ')}. Run tools/vendor-web.mjs.`);
    process.exit(1);
  }
}

function vendor() {
  const work = mkdtempSync(join(tmpdir(), 'vendor-web-'));
  mkdirSync(LIB, { recursive: true });
  try {
    const packages = PACKAGES.map(one => copy(one, work));
    writeFileSync(join(LIB, 'signalr.LICENSE'), MIT);
    writeFileSync(join(LIB, 'htm-preact.d.ts'), TYPES);
    writeFileSync(join(LIB, 'versions.json'), JSON.stringify({ by: 'tools/vendor-web.mjs', packages }, null, 2) + '\n');
  } finally {
    rmSync(work, { recursive: true });
  }
}

function copy({ files, ...about }, work) {
  const tarball = execFileSync('npm', ['pack', '--silent', `${about.name}@${about.version}`], { cwd: work, encoding: 'utf8' }).trim();
  const copied = Object.entries(files).map(([from, file]) => {
    const raw = execFileSync('tar', ['-xOzf', tarball, `package/${from}`], { cwd: work, maxBuffer: 1 << 26 });
    // The map files are not shipped: without this line a browser would ask for them and log a 404.
    const bytes = Buffer.from(raw.toString('utf8').replace(/\r\n/g, '\n').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
    writeFileSync(join(LIB, file), bytes);
    return { file, from, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, sha256: sha256(bytes) };
  });
  return { ...about, files: copied };
}

/** A browser finds a module only when it has read the one that imports it: the list lets it ask for all at once. */
function withModules() {
  const files = readdirSync(join(ROOT, 'js'), { recursive: true, withFileTypes: true })
    .filter(one => one.isFile() && one.name !== 'boot.js' && one.name !== 'app.js')
    .map(one => relative(ROOT, join(one.parentPath ?? one.path, one.name)).replaceAll('\\', '/'));
  const list = ['lib/htm-preact.js', ...files.sort()].map(file => `  <link rel="modulepreload" href="${file}">\n`).join('');
  return readFileSync(INDEX, 'utf8').replace(/( *<!-- modules -->\n)[^]*?( *<!-- end -->)/, `$1${list}$2`);
}

if (process.argv[2] === '--check') check();
else {
  if (process.argv[2] !== '--modules') vendor();
  writeFileSync(INDEX, withModules());
}
