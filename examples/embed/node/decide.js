// node decide.js BUNDLE CASE [AS_OF]: decides the case in the folder CASE (entry.json, application.json and perhaps
// context.json) and prints how, and what is missing. Exit code 0: decided, whichever way; 3: something is at fault.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Bundle, Refused } from "./zhun.js";

function decide(bundle, folder, asOf) {
  const read = (name) => readFileSync(join(folder, name));
  const context = existsSync(join(folder, "context.json")) ? read("context.json") : undefined;
  const decider = bundle.decider();
  try {
    return decider.decide({ entry: read("entry.json"), application: read("application.json"), context, asOf });
  } finally {
    decider.close();
  }
}

function main([path, folder, asOf]) {
  const bundle = new Bundle(path);
  try {
    const decision = decide(bundle, folder, asOf);
    console.log(`${decision.label.zh}（${decision.decision}）`);
    for (const missing of decision.missing) console.log(`还缺：${missing.label.zh}（${missing.path}）`);
  } finally {
    bundle.close();
  }
}

const words = process.argv.slice(2);
if (words.length < 2 || words.length > 3) {
  console.error("node decide.js BUNDLE CASE [AS_OF]");
  process.exit(2);
}
try {
  main(words);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  for (const fault of error.faults) {
    console.error(`${fault.code} ${fault.file ?? ""}${fault.pointer ?? ""} ${fault.message.zh}`);
  }
  process.exitCode = 3;
}
