import { scopeOf } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { kindsSentBy } from "@tuwai/server/intake";
import { type ImportBatch, isOfSender, listImports } from "@tuwai/server/imports";
import { listAwaitingApproval } from "@tuwai/server/import-review";
import { formatNumber } from "#language/format.ts";
import { importTexts } from "#language/imports.ts";
import { localPath, type Language } from "#language/language.ts";
import type { Task, TaskSource } from "#shell";

const mostTasks = 5;

/** Files of the reader's own office that wait for a decision, and files that wait for the reader as second person. */
export const importTasks: TaskSource = async (app, actor, language) => [
  ...(await approvalTask(app, actor, language)),
  ...(await ownTasks(app, actor, language)),
];

async function approvalTask(app: App, actor: Actor, language: Language): Promise<Task[]> {
  if (scopeOf(actor, "import.approve") === null) return [];
  const { total } = await listAwaitingApproval(app, actor);
  if (total === 0) return [];
  const t = importTexts[language].tasks;
  return [
    {
      id: "import-approval",
      text: t.approve(formatNumber(language, total)),
      href: localPath(language, "/impor/persetujuan"),
      action: t.open,
    },
  ];
}

async function ownTasks(app: App, actor: Actor, language: Language): Promise<Task[]> {
  if (scopeOf(actor, "import.read_report") === null || kindsSentBy(app, actor).length === 0) return [];
  const states = ["needs-mapping", "checked"] as const;
  const lists = await Promise.all(states.map((state) => listImports(app, actor, { state })));
  return lists
    .flatMap(({ rows }) => rows)
    .filter((batch) => isOfSender(actor, batch))
    .slice(0, mostTasks)
    .map((batch) => taskOf(batch, language));
}

function taskOf(batch: ImportBatch, language: Language): Task {
  const { kinds, tasks: t } = importTexts[language];
  const repair = batch.counts?.repair ?? 0;
  const text =
    batch.state === "needs-mapping"
      ? t.mapping(batch.fileName)
      : repair > 0
        ? t.check(batch.fileName, formatNumber(language, repair))
        : t.review(batch.fileName);
  return {
    id: `import-${batch.code}`,
    text,
    note: t.note(kinds[batch.kind], batch.code),
    href: localPath(language, `/impor/${batch.code}`),
    action: t.open,
  };
}
