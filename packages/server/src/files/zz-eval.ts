import { generateDemo } from "#demo";
import { readFileSync, existsSync } from "node:fs";
import { judgeRows, contextFor } from "./testing-judge-file.ts";
import { inspectFile } from "./inspect-file.ts";
import { limitsFor } from "./file-limits.ts";
import { readTable, sampleTable } from "./read-table.ts";
import { recogniseTable, type TableRow } from "@tuwai/domain/imports";
import { resolveVillage, region } from "@tuwai/domain/regions";
const summary = await generateDemo({ referenceDir: "/work/main/reference", regionCode: "13.77", seed: 1, scale: 1, outDir: "/tmp/files-demo" });
const lines = readFileSync("/work/shared/data/reference/pariaman-regions.csv","utf8").split("\n").slice(1).filter(Boolean).map(l=>l.split(","));
const regions = lines.filter(l=>/^[\d.]+$/.test(l[0]!)).map(l=>region(l[0]!, l[4]!));
const cache = new Map<string, any>();
const readVillage = (text: string) => { if (!cache.has(text)) { const a = resolveVillage(text,{regions}); cache.set(text, a.outcome==="found"?{outcome:"found",code:a.village.code,by:a.by}:a.outcome==="ask"?{outcome:"ask",candidates:a.candidates.map(c=>c.code)}:{outcome:"none"}); } return cache.get(text); };
const tally: Record<string, number> = {};
for (const truth of summary.files) {
  const path = existsSync(`/tmp/files-demo/${truth.file}`) ? `/tmp/files-demo/${truth.file}` : `/tmp/files-demo/berkas/${truth.file}`;
  const limits = limitsFor(truth.kind);
  const t0 = performance.now();
  const ins = await inspectFile(path, path, limits);
  if (ins.outcome === "refused") { console.log("REFUSED", truth.file, ins); continue; }
  const sample = await sampleTable(path, {format: ins.format, limits});
  const rec = recogniseTable(sample.filter(e=>e.type==="row"), truth.kind);
  const rows: TableRow[] = []; let sheetName = "";
  for await (const e of readTable(path, {format: ins.format, limits, sheet: rec.sheet})) { if (e.type==="row") rows.push(e); if (e.type==="sheet") sheetName = e.name; if (e.type==="refused") console.log("REF", truth.file, e); }
  const judged = judgeRows(rows, rec, { ...contextFor(), readVillage, ...(truth.villageCode ? {allowedVillages: [truth.villageCode]} : {}) });
  const n = (...f: string[]) => judged.filter(r=>f.includes(r.fate)).length;
  const e = truth.expected;
  const got = { read: rows.length, headerOrNote: n("header","note"), blank: n("blank"), data: n("accepted","refused","duplicate"), duplicate: n("duplicate"), blocking: n("refused") };
  const want = { read: e.read, headerOrNote: e.headerOrNote, blank: e.blank, data: e.data, duplicate: e.duplicate, blocking: e.blocking };
  const diff = Object.keys(got).filter(k => (got as any)[k] !== (want as any)[k]).map(k=>`${k} ${(got as any)[k]}/${(want as any)[k]}`);
  for (const r of judged) for (const c of new Set(r.codes)) tally[c] = (tally[c] ?? 0) + 1;
  if (diff.length || !rec.isReady || (truth.sheet && sheetName !== truth.sheet)) console.log(truth.file, rec.isReady, sheetName===truth.sheet || [sheetName, truth.sheet], diff.join(", "), rec.isReady ? "" : JSON.stringify(rec.columns.filter(c=>c.confidence!=="sure").map(c=>[c.header,c.field,c.confidence,c.filled,c.fitting])), JSON.stringify(rec.conflicts), `${Math.round(performance.now()-t0)}ms`);
}
console.log(tally);
