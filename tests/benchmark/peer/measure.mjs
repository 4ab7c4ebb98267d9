// node measure.mjs FOLDER…: one line of JSON a folder that sharing/generate.py made: seconds of a decision about an entry
// at random, from facts as objects and from JSON text, seconds of reading the policies, and the memory they take.
// Every decision is compared with the expected one before anything is timed.
import { readFileSync } from 'node:fs';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';

const ROUNDS = 7;
const SECONDS = 0.2; // of a round, at least
const ACTION = { type: 'Action', id: 'share' };

const linesOf = (path) => readFileSync(path, 'utf8').trim().split('\n');
const seconds = () => Number(process.hrtime.bigint()) / 1e9;
const memory = () => (globalThis.gc?.(), process.memoryUsage().rss);

/** One permit an entry, by its id; a prefix of digits is the area. */
function policyOf(entry) {
  const conditions = [
    `${JSON.stringify(entry.depts)}.contains(principal.dept)`,
    `principal.region like "${entry.area.replace(/(00)+$/, '')}*"`,
    `${JSON.stringify(entry.uses)}.contains(context.purpose)`,
    `${JSON.stringify(entry.items.map((item) => item.name))}.containsAll(context.items)`,
    `${JSON.stringify(entry.channels)}.contains(context.channel)`,
    `context.days <= ${entry.max_days}`,
    'resource.secrecy_grade < 3',
  ];
  if (entry.about_people) conditions.push(`${JSON.stringify(entry.grounds)}.contains(context.legal_basis)`);
  return `permit (principal, action == Action::"share", resource == Entry::"${entry.id}")
when { ${conditions.join(' && ')} };\n`;
}
const FORBID = 'forbid (principal, action, resource) when { context.onward && !context.agreed };\n';

function callOf(request, grades) {
  const { applicant, entry, ...context } = request;
  const principal = { type: 'Applicant', id: 'a' }, resource = { type: 'Entry', id: entry };
  return {
    principal, action: ACTION, resource, context, preparsedPolicySetId: 'policies',
    entities: [
      { uid: principal, attrs: applicant, parents: [] },
      { uid: resource, attrs: { secrecy_grade: grades.get(entry) ?? 9 }, parents: [] },
    ],
  };
}

function isGranted(call) {
  const answer = cedar.statefulIsAuthorized(call);
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer));
  return answer.response.decision === 'allow';
}

/** Median seconds of one call of `decide(i)`. */
function measure(count, decide) {
  const begin = seconds();
  for (let i = 0; i < 20; ++i) decide(i % count);
  const runs = Math.max(20, Math.round(SECONDS / ((seconds() - begin) / 20)));
  const times = [];
  for (let round = 0; round < ROUNDS; ++round) {
    const from = seconds();
    for (let i = 0; i < runs; ++i) decide(i % count);
    times.push((seconds() - from) / runs);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1];
}

for (const folder of process.argv.slice(2)) {
  const entries = linesOf(`${folder}/entries.ndjson`).map((line) => JSON.parse(line));
  const texts = linesOf(`${folder}/requests.ndjson`), expected = readFileSync(`${folder}/expected.txt`, 'utf8');
  const policies = entries.map(policyOf).join('') + FORBID;
  const grades = new Map(entries.map((entry) => [entry.id, entry.secrecy_grade]));
  const before = memory(), begin = seconds();
  const read = cedar.preparsePolicySet('policies', { staticPolicies: policies });
  if (read.type !== 'success') throw new Error(JSON.stringify(read).slice(0, 500));
  const load = seconds() - begin, bytes = memory() - before;
  const calls = texts.map((text) => callOf(JSON.parse(text), grades));
  for (let i = 0; i < Math.min(calls.length, entries.length > 100 ? 100 : 2000); ++i) {
    if (isGranted(calls[i]) !== (expected[i] === '1')) throw new Error(`${folder}: request ${i} is decided otherwise`);
  }
  const bound = measure(calls.length, (i) => isGranted(calls[i]));
  const json = measure(texts.length, (i) => isGranted(callOf(JSON.parse(texts[i]), grades)));
  console.log(JSON.stringify({ engine: `cedar-wasm ${cedar.getCedarVersion()}`, entries: entries.length, bound, json, load, bytes }));
}
