import type { LinkageModel } from "#model";
import type { ParquetList, SqlFile, SqlFilesOptions } from "./sql-files-options.ts";

/** What goes in, what comes out and how to run it, in words. */
export function contract(model: LinkageModel, options: SqlFilesOptions, files: readonly SqlFile[]): string {
  const columns = model.inputs
    .filter((input) => input.from.length > 0)
    .map((input) => `| ${input.from.map((name) => `\`${name}\``).join(" + ")} | ${input.meaning} |`);
  return `# Linkage ${model.name} for Spark SQL

Run the files in order, in one folder, against one metastore; each makes its table anew, so a run that was stopped goes
on at the file it stopped at. Spark 3.4 or later; nothing needs to be installed in it.

\`\`\`sh
${files.map(({ name }) => `spark-sql -f ${name}`).join("\n")}
\`\`\`

## In

${list("left", options.left)}
${options.right ? list("right", options.right) : "The list is compared with itself."}

Columns are read as text. Ids must be present and unique in their list: the first files stop otherwise.

| column | read as |
| --- | --- |
${columns.join("\n")}

## Out

- \`${options.out}/scored\`: every pair at or above the lowest weight. \`left_id\` and \`right_id\` text, \`weight\` single-precision
  number of bits (log2 odds of a match; probability = 2^w / (1 + 2^w)), \`rule\` number of the blocking rule that found the pair.
- \`${options.out}/best\`: the same columns, the strongest left record of every right one, ties by left id.

Weights are those of the DuckDB engine with the same model and prior (λ ${String(model.lambda)}). What that engine does after
scoring (settling the prior from the pairs found, competing candidates, one-to-one) is not part of these files.

These files hold no record, but the tables and results hold identities: keep them where such data may lie.
`;
}

const list = (side: string, { path, id }: ParquetList): string =>
  `- ${side}: Parquet at \`${path}\`, id in column \`${id}\`.`;
