#!/usr/bin/env bash
# vega 6.4.0 with vega-interpreter 2.3.2: rows written as CSV or TSV in a chart need code made from text, records do not.
#
# Guess: with `ast: true` and the interpreter a chart is drawn under a rule that forbids code made from text
# (a Content-Security-Policy without 'unsafe-eval'), whatever its data look like.
# Seen: rows as records are read and every expression works; the same rows as lines of text with `format: csv` or
# `tsv` end in an EvalError, because the reader of lines (d3-dsv) writes a function for their columns. Node under
# --disallow-code-generation-from-strings obeys the same rule as a browser.
# So: turn lines into records before a chart leaves for a page under such a rule. It needs Node 20 and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund vega@6.4.0 vega-interpreter@2.3.2
cat >chart.mjs <<'JAVASCRIPT'
import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";

const transform = [{ type: "formula", as: "twice", expr: "datum.value * 2" }];

async function read(data) {
  const chart = vega.parse({ data: [{ name: "rows", ...data, transform }] }, null, { ast: true });
  const view = new vega.View(chart, { expr: expressionInterpreter, logger: vega.logger(vega.None) });
  await view.runAsync();
  return view.data("rows").map((row) => row.twice).join();
}

for (const [name, data] of Object.entries({
  records: { values: [{ value: 1 }, { value: 2 }] },
  csv: { values: "name,value\na,1\nb,2\n", format: { type: "csv", parse: { value: "number" } } },
  tsv: { values: "name\tvalue\na\t1\nb\t2\n", format: { type: "tsv", parse: { value: "number" } } },
})) {
  console.log(name, await read(data).catch((problem) => problem.name));
}
JAVASCRIPT

expect() { # what is said, what is known
    echo "$1"
    [ "$1" = "$2" ] || { echo "changed: was $2"; exit 1; }
}
expect "free: $(node chart.mjs | paste -sd' ')" "free: records 2,4 csv 2,4 tsv 2,4"
expect "under the rule: $(node --disallow-code-generation-from-strings chart.mjs | paste -sd' ')" \
    "under the rule: records 2,4 csv EvalError tsv EvalError"
echo "as known"
