import { type ImportBatch, isOfSender, listImports } from "@tuwai/server/imports";
import { formatNumber } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import { localPath, type Language } from "#language/language.ts";
import type { Task, TaskSource } from "#shell";

/** Files of the reader's own office that wait for a decision. */
export const filesToFinish: TaskSource = async (app, actor, language) => {
  const states = ["needs-mapping", "checked"] as const;
  const lists = await Promise.all(states.map((state) => listImports(app, actor, { state })));
  return lists
    .flatMap(({ rows }) => rows)
    .filter((batch) => isOfSender(actor, batch))
    .map((batch) => taskOf(batch, language));
};

function taskOf(batch: ImportBatch, language: Language): Task {
  const { kinds, tasks: t } = importTexts[language];
  const repair = batch.counts?.repair ?? 0;
  const next = batch.state === "needs-mapping" ? "mapping" : repair > 0 ? "check" : "review";
  return {
    id: `import-${batch.code}`,
    text: t[next](batch.fileName, formatNumber(language, repair)),
    note: t.note(kinds[batch.kind], batch.code),
    href: localPath(language, `/impor/${batch.code}`),
    action: t.actions[next],
  };
}
